import type { ParsedInput } from '../../../../shared/contract.ts';
import type { Candidate, StoryId, StoryRow, SystemCode } from '../../../../shared/models.ts';
import type { SeenTeaser } from '../../../../shared/pages/seen-teaser.ts';
import { htmlFragment, writePage } from '../../../files/writers/index.ts';
import { type DeskContext, today } from '../../context.ts';
import type { Actor } from '../../core/changes.ts';
import { withoutRepeats } from '../../core/seen.ts';
import type { Handlers } from '../../handlers.ts';
import { type ChosenImage, chooseImage, storeChosenImage } from '../../images/image-handlers.ts';
import { NO_IMAGE } from '../layout/overrides.ts';
import { pageOf, viewOf } from '../layout/page-reader.ts';
import { findPlacement } from '../layout/page-rows.ts';
import { summarisePages, systemsOf } from '../layout/page-summaries.ts';
import { type ResolvedPage, slotsOf } from '../layout/resolve-page.ts';
import { listCandidates } from './candidates.ts';
import { labelOf, onPage, type PageWrittenReply, seenOfOne } from './page-step.ts';
import { keepOverride, rewordStory, scheduleStory, setImage } from './placement-edits.ts';
import { checkSource } from './source-seen.ts';
import type { PageEdit } from './write-plan.ts';

export const pageHandlers: Handlers<
  | 'pages.list'
  | 'pages.get'
  | 'pages.render'
  | 'pages.candidates'
  | 'pages.reword'
  | 'pages.keepOverride'
  | 'pages.schedule'
> = {
  'pages.list': (context, { asOf, scope }) => {
    const systems = systemsOf(context, asOf ?? today(context), scope);
    return summarisePages(context, systems, asOf).map(({ summary }) => summary);
  },

  'pages.get': (context, input) => viewOf(context, input),

  'pages.render': (context, input) => {
    const view = viewOf(context, input);
    return { content: input.format === 'fragment' ? htmlFragment(view) : writePage(view, input.format).content };
  },

  'pages.candidates': (context, { system, text, among, offset, limit }) => {
    const { db } = context.library;
    const page = pageOf(context, system, undefined);
    const { total, stories } = listCandidates(db, system, { text, among, national: page.active, offset, limit });
    return { total, stories: stories.map((story) => markCandidate(story, page)) };
  },

  'pages.reword': (context, input) => {
    const { articleId, words, image } = input;
    const chosen = image == null || image === 'none' ? image : chooseImage(image);
    return onTeaser(context, input, rewordVerb(input), (edit) => {
      // First the image: which words are the source's own depends on whether one shows.
      const isImageSet = chosen !== undefined && setImage(edit, articleId, imageColumn(context, edit.actor, chosen));
      return rewordStory(edit, articleId, words) || isImageSet;
    });
  },
  'pages.keepOverride': (context, input) =>
    onTeaser(context, { ...input, seen: undefined }, 'Keep our version of', (edit) => {
      checkSource(edit, input.articleId, input.seen);
      return keepOverride(edit, input.articleId);
    }),
  'pages.schedule': (context, input) =>
    onTeaser(context, input, 'Change the days of', (edit) => {
      const known = findPlacement(edit.db, input.system, input.articleId);
      const { from, until } = input;
      const days = { from: known?.from ?? null, until: known?.until ?? null };
      const wanted = { ...days, ...withoutRepeats({ from, until }, input.seen) };
      return scheduleStory(edit, input.articleId, wanted.from, wanted.until);
    }),
};

function rewordVerb({ words, image }: ParsedInput<'pages.reword'>): string {
  if (image === undefined || Object.keys(words).length > 0) return 'Re-word';
  if (image === null) return 'Reset the image of';
  return image === 'none' ? 'Take the image off' : 'Change the image of';
}

function imageColumn(context: DeskContext, actor: Actor, image: ChosenImage | 'none' | null): string | null {
  if (image === null) return null;
  return image === 'none' ? NO_IMAGE : storeChosenImage(context.library.db, actor, image);
}

/** Where a story is on a page now, for a list beside it. */
export function markCandidate(story: StoryRow, page: ResolvedPage): Candidate {
  const slots = slotsOf(page);
  const index = slots.findIndex(({ item }) => item.articleId === story.id);
  const takenOff = page.waiting.some(({ placement, why }) => placement.articleId === story.id && why === 'taken-off');
  return { ...story, position: index < 0 ? null : index + 1, placed: slots[index]?.placed ?? null, takenOff };
}

/** One step on the words, image or days of one teaser. */
function onTeaser(
  context: DeskContext,
  { system, articleId, seen }: { system: SystemCode; articleId: StoryId; seen?: SeenTeaser | undefined },
  verb: string,
  act: (edit: PageEdit) => boolean,
): PageWrittenReply {
  const label = () => `${verb} ${labelOf(context.library.db, [articleId])}`;
  return onPage(
    context,
    system,
    [articleId],
    (edit) => (act(edit) ? [articleId] : []),
    label,
    seenOfOne(articleId, seen),
  );
}
