import type { MethodOutput } from '../../../shared/contract.ts';
import type { SystemCode } from '../../../shared/models.ts';
import { andList } from '../../../shared/words/lists.ts';
import type { DeskContext } from '../context.ts';
import type { Handlers } from '../handlers.ts';
import { getStory } from '../stories/story-rows.ts';
import { type Contender, listContenders, whyLeftOut } from './layout/left-out.ts';
import { pageOf } from './layout/page-reader.ts';
import { headlineOn } from './layout/page-stories.ts';
import { type ResolvedPage, slotsOf } from './layout/resolve-page.ts';

/** A page that nothing fills may have a whole archive left out; the newest are what an editor asks about. */
const MOST_READ = 300;

type LeftOut = MethodOutput<'pages.leftOut'>['stories'][number];

export const leftOutHandlers: Handlers<'pages.leftOut'> = {
  'pages.leftOut': (context, { system }) => ({ stories: leftOutOf(context, system) }),
};

function leftOutOf(context: DeskContext, system: SystemCode): LeftOut[] {
  const { db } = context.library;
  const page = pageOf(context, system, undefined);
  const decided = new Set([
    ...slotsOf(page).map(({ item }) => item.articleId),
    ...page.waiting.map(({ placement }) => placement.articleId),
  ]);
  const contenders = listContenders(db, page.system.code, oldestNeeded(context, page), page.moment, MOST_READ);
  const duplicates = new Set(page.duplicates.map(({ articleId }) => articleId));
  const byRule = contenders.flatMap((story): LeftOut[] => {
    if (decided.has(story.id) || duplicates.has(story.id)) return [];
    const why = whyNowhere(page, story);
    const { id: articleId, headline, publishedAt } = story;
    return why === null ? [] : [{ articleId, headline, publishedAt, by: 'rule', twin: null, why }];
  });
  return [...duplicatesOf(context, page), ...byRule];
}

function duplicatesOf(context: DeskContext, page: ResolvedPage): LeftOut[] {
  const slots = slotsOf(page);
  return page.duplicates.map(({ articleId, of, same }) => {
    const { headline, publishedAt } = getStory(context.library.db, articleId);
    const number = slots.findIndex(({ item }) => item.articleId === of) + 1;
    const what = same === 'story' ? 'The same story' : 'A story with the same image';
    const why = `${what} is at ${number}: “${headlineOn(context.library.db, page, of)}”.`;
    return { articleId, headline, publishedAt, by: same === 'story' ? 'story-twice' : 'image-twice', twin: of, why };
  });
}

/** While a zone has room, a story of any age could be in it; else only one newer than its oldest fill. */
function oldestNeeded(context: DeskContext, page: ResolvedPage): string {
  if (page.zones.some(({ slots, limit }) => slots.length < limit)) return '';
  const days = slotsOf(page)
    .filter(({ placed }) => placed === 'filled')
    .map(({ item }) => getStory(context.library.db, item.articleId))
    .map(({ publishedAt, firstSeenOn }) => (publishedAt ?? firstSeenOn).slice(0, 10));
  return days.sort()[0] ?? '9999-12-31';
}

/** Why no zone takes it, in a sentence; null where one would if it had room. */
function whyNowhere({ zones, moment, active }: ResolvedPage, story: Contender): string | null {
  const reasons = zones.map(({ name, rule }) => ({ name, why: whyLeftOut(rule, story, moment.day, active) }));
  if (reasons.some(({ why }) => why === null)) return null;
  const named = Map.groupBy(reasons, ({ why }) => why);
  const [only] = named.keys();
  if (named.size === 1) return `${zones.length === 1 ? (zones[0]?.name ?? '') : 'No zone takes it'}: ${only}.`;
  // Each reason once, with the zones that have it.
  return `${[...named].map(([why, of]) => `${andList(of.map(({ name }) => name))}: ${why}`).join('. ')}.`;
}
