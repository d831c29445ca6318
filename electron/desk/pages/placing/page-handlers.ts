import type { PageWritten, ParsedInput } from '../../../../shared/contract.ts';
import type { Candidate, StoryId, StoryRow, SystemCode } from '../../../../shared/models.ts';
import { htmlFragment, writePage } from '../../../files/writers/index.ts';
import { type DeskContext, quoted, step, today, type WrittenReply } from '../../context.ts';
import type { Handlers } from '../../dispatch.ts';
import { type ChosenImage, chooseImage, keepChosen } from '../../images/image-handlers.ts';
import { getStory } from '../../stories/story-rows.ts';
import { NO_IMAGE } from '../layout/overrides.ts';
import { pageOf, viewOf } from '../layout/page-reader.ts';
import { summarisePages, systemsOf } from '../layout/page-summaries.ts';
import { type ResolvedPage, slotsOf } from '../layout/resolve-page.ts';
import { listZones } from '../layout/zone-rows.ts';
import { listCandidates } from './candidates.ts';
import { movedBetween } from './moved-teasers.ts';
import {
  type Hand,
  keepOverride,
  moveStory,
  pinStory,
  placeStory,
  releaseStory,
  rewordStory,
  scheduleStory,
  setImage,
  takeStoryOff,
  unpinStory,
} from './placements.ts';

export const pageHandlers: Handlers<
  | 'pages.list'
  | 'pages.get'
  | 'pages.render'
  | 'pages.candidates'
  | 'pages.place'
  | 'pages.move'
  | 'pages.pin'
  | 'pages.unpin'
  | 'pages.takeOff'
  | 'pages.release'
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

  'pages.place': (context, input) =>
    onPage(context, input, 'Place', (hand) => placeStory(hand, input.articleId, input.position, input.zoneId)),
  'pages.move': (context, input) =>
    onPage(
      context,
      input,
      'Move',
      (hand) => moveStory(hand, input.articleId, input.position, input.zoneId),
      whereWords(context, input),
    ),
  'pages.pin': (context, input) => onPage(context, input, 'Pin', (hand) => pinStory(hand, input.articleId)),
  'pages.unpin': (context, input) => onPage(context, input, 'Unpin', (hand) => unpinStory(hand, input.articleId)),
  'pages.takeOff': (context, input) =>
    onPage(context, input, 'Take off', (hand) => takeStoryOff(hand, input.articleId)),
  'pages.release': (context, input) =>
    onPage(context, input, 'Let the zone place', (hand) => releaseStory(hand, input.articleId)),
  'pages.reword': (context, input) => {
    const { articleId, words, image } = input;
    const chosen = image == null || image === 'none' ? image : chooseImage(image);
    return onPage(context, input, rewordVerb(input), (hand) => {
      // First the image: which words are the source's own depends on whether one shows.
      const isImageSet = chosen !== undefined && setImage(hand, articleId, imageColumn(hand, chosen));
      return rewordStory(hand, articleId, words) || isImageSet;
    });
  },
  'pages.keepOverride': (context, input) =>
    onPage(context, input, 'Keep our version of', (hand) => keepOverride(hand, input.articleId)),
  'pages.schedule': (context, input) =>
    onPage(context, input, 'Change the days of', (hand) =>
      scheduleStory(hand, input.articleId, input.from, input.until),
    ),
};

/** ` to 3`, ` to 1 in Lead`. */
function whereWords(context: DeskContext, { system, position, zoneId }: ParsedInput<'pages.move'>): string {
  const zone = listZones(context.library.db, system).find(({ id }) => id === zoneId);
  return zone ? ` to ${position} in ${zone.name}` : ` to ${position}`;
}

function rewordVerb({ words, image }: ParsedInput<'pages.reword'>): string {
  if (image === undefined || Object.keys(words).length > 0) return 'Re-word';
  if (image === null) return 'Reset the image of';
  return image === 'none' ? 'Take the image off' : 'Change the image of';
}

function imageColumn({ db, changes }: Hand, image: ChosenImage | 'none' | null): string | null {
  if (image === null) return null;
  return image === 'none' ? NO_IMAGE : keepChosen(db, changes, image);
}

/** Where a story stands on a page now, for a list beside it. */
export function markCandidate(story: StoryRow, page: ResolvedPage): Candidate {
  const slots = slotsOf(page);
  const index = slots.findIndex(({ item }) => item.articleId === story.id);
  const takenOff = page.waiting.some(({ placement, why }) => placement.articleId === story.id && why === 'taken-off');
  return { ...story, position: index < 0 ? null : index + 1, placed: slots[index]?.placed ?? null, takenOff };
}

/** What a step on one page replies. */
export type PageWrittenReply = WrittenReply & Pick<PageWritten, 'moved'>;

/** An editor works on the page of today, whatever day is being looked at elsewhere. */
export function onPage(
  context: DeskContext,
  { system, articleId }: { system: SystemCode; articleId: StoryId },
  verb: string,
  act: (hand: Hand) => boolean,
  detail = '',
): PageWrittenReply {
  const { db } = context.library;
  const { shortName } = context.register.get(system);
  const { headline } = getStory(db, articleId);
  const label = `${verb} ${quoted(headline)}${detail} on ${shortName}`;
  // The page is read inside the transaction: another door may have changed it a moment ago.
  const { entry, value } = step(context, label, (changes, actor) => {
    const page = pageOf(context, system, undefined);
    const isChanged = act({ db, changes, actor, page });
    return { isChanged, moved: isChanged ? movedBetween(context, page, pageOf(context, system, undefined)) : [] };
  });
  return { entry, changed: value.isChanged ? 1 : 0, ...(entry && { moved: value.moved }) };
}
