import type { SystemCode } from '../../../shared/models.ts';
import type { Absence, StoryPage } from '../../../shared/pages/page-batch.ts';
import { type DeskContext, momentAsOf } from '../context.ts';
import type { Handlers } from '../handlers.ts';
import { getStory, type Story } from '../stories/story-rows.ts';
import { listTags } from '../stories/tag-rows.ts';
import { whyLeftOut } from './layout/left-out.ts';
import { findPlacement, listSystemsOfStory } from './layout/page-rows.ts';
import { type ResolvedPage, slotsOf, whyNotOut } from './layout/resolve-page.ts';
import { type PageLook, pagesOf } from './placing/page-consequences.ts';

export const storyPageHandlers: Handlers<'stories.pages'> = {
  'stories.pages': (context, { id }) => {
    const { db } = context.library;
    const story = getStory(db, id);
    const { day } = momentAsOf(context, undefined);
    // A national story may stand on every page of the day, so all of them are looked at.
    const active = story.national ? context.register.activeOn(day).map(({ code }) => code) : [];
    const codes = [...new Set([...listSystemsOfStory(db, id), ...active])].filter((code) => context.register.has(code));
    const strengths = new Map(listTags(db, id).map(({ code, strength }) => [code, strength]));
    const pages = pagesOf(context, codes).map((look) => pageOfStory(context, story, look, strengths.get(look.code)));
    // What readers see comes first, in the order of the names; closed pages last.
    const name = (code: SystemCode) => context.register.get(code).shortName;
    return pages.sort(
      (a, b) =>
        Number(b.active) - Number(a.active) ||
        Number(a.position === null) - Number(b.position === null) ||
        name(a.code).localeCompare(name(b.code), 'en-GB'),
    );
  },
};

function pageOfStory(
  context: DeskContext,
  story: Story,
  { code, page }: PageLook,
  strength: 'about' | 'affects' | 'mentioned' | undefined,
): StoryPage {
  const slots = slotsOf(page);
  const index = slots.findIndex(({ item }) => item.articleId === story.id);
  const slot = slots[index];
  const placement = findPlacement(context.library.db, code, story.id);
  const filed = strength ?? (story.national && page.active ? ('national' as const) : null);
  const waiting = page.waiting.find((one) => one.placement.articleId === story.id)?.why ?? null;
  return {
    code,
    active: page.active,
    filed,
    position: slot ? index + 1 : null,
    placed: slot?.placed ?? null,
    absent: slot ? null : (waiting ?? whyPassedBy(context, story, page, filed)),
    by: placement?.by ?? null,
    reworded: placement !== null && Object.values(placement.words).some((words) => words !== null),
  };
}

/** Why the rule does not bring a story to a page where nobody has placed it. */
function whyPassedBy(
  context: DeskContext,
  story: Story,
  { zones, duplicates, moment, active }: ResolvedPage,
  filed: StoryPage['filed'],
): Absence {
  const notOut = whyNotOut(story, momentAsOf(context, undefined));
  if (notOut) return notOut;
  if (filed === null) return 'not-filed';
  if (duplicates.some(({ articleId }) => articleId === story.id)) return 'twin';
  const { id, headline, publishedAt, kind, national } = story;
  const day = (publishedAt ?? story.firstSeenOn).slice(0, 10);
  const strength = filed === 'national' ? null : filed;
  const contender = { id, headline, publishedAt, day, kind, strength, national };
  if (zones.some(({ rule }) => whyLeftOut(rule, contender, moment.day, active) === null)) return 'no-room';
  return filed === 'mentioned' && !national ? 'only-mentioned' : 'left-out';
}
