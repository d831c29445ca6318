import type { MethodOutput, ParsedInput } from '../../../shared/contract.ts';
import { DeskError } from '../../../shared/errors.ts';
import type { StoryId, SystemCode } from '../../../shared/models.ts';
import type { Move } from '../../../shared/systems/succession.ts';
import type { Reading } from '../../suggest/reader.ts';
import type { DeskContext } from '../context.ts';
import { derived } from '../core/derived.ts';
import { storyMissing } from '../stories/selection.ts';
import { sortNewestFirst } from '../stories/story-list.ts';
import { findStrength } from '../stories/tag-rows.ts';
import { listMovedStories, type MovedStory } from './ended-tags.ts';
import { type Former, type PlannedMove, planMoves, readersFor } from './succession-plan.ts';
import { formatOriginReason } from './succession-reasons.ts';

type Listing = ParsedInput<'moves.list'>;

export function listMoves(context: DeskContext, { state, from, offset, limit }: Listing): MethodOutput<'moves.list'> {
  const { db } = context.library;
  const { moves } = planMoves(context);
  // The same plan gives the same list, and the next page of it needs no sorting.
  const list = derived(db, `succession list ${state} ${from ?? ''}`, { tables: ['articles'], inputs: [moves] }, () => {
    const wanted = moves.filter((move) => move.state === state && (!from || move.former.system.code === from));
    const byId = Map.groupBy(wanted, ({ id }) => id);
    return sortNewestFirst(db, [...byId.keys()]).flatMap((id) => byId.get(id) ?? []);
  });
  const page = list.slice(offset, offset + limit);
  const stories = new Map(
    listMovedStories(
      db,
      page.map(({ id }) => id),
    ).map((story) => [story.id, story]),
  );
  return {
    total: list.length,
    moves: page.flatMap((move) => {
      const story = stories.get(move.id);
      return story ? [toMove(context, move, story, readingOf(context, move, story))] : [];
    }),
  };
}

export function getMove(context: DeskContext, id: StoryId, former: Former): MethodOutput<'moves.get'> {
  const { db } = context.library;
  const [story] = listMovedStories(db, [id]);
  if (!story) throw storyMissing(id);
  const code = former.system.code;
  const move = planMoves(context).moves.find((one) => one.id === id && one.former.system.code === code);
  if (!move) {
    const what = findStrength(db, id, code) === null ? `not filed to ${former.system.shortName}` : 'withdrawn';
    throw new DeskError('move-unfit', `The story is ${what}, so there is nothing to carry over.`);
  }
  const reading = readersFor(context, former).now.read(story);
  return {
    ...toMove(context, move, story, reading),
    body: story.body,
    url: story.url,
    marks: reading.marks.flatMap(({ field, start, end, phrase, codes }) => {
      const here = codes.filter((one) => former.homes.includes(one));
      return here.length === 0 ? [] : [{ field, start, end, phrase, codes: here }];
    }),
  };
}

/** Read a story's other names only where an editor has to decide. */
function readingOf(context: DeskContext, move: PlannedMove, story: MovedStory): Reading | null {
  return move.state === 'undecided' ? readersFor(context, move.former).now.read(story) : null;
}

function toMove(context: DeskContext, move: PlannedMove, story: MovedStory, reading: Reading | null): Move {
  const { id, former, state, strength, ground } = move;
  const { headline, standfirst, alt, publishedAt, firstSeenOn } = story;
  const homes = former.homes
    .map((code) => ({ code, name: context.register.get(code).shortName }))
    .sort((a, b) => a.name.localeCompare(b.name, 'en-GB'))
    .map(({ code }) => ({ code, ...standingOf(move, story, code, reading) }));
  return {
    id,
    from: former.system.code,
    state,
    headline,
    standfirst,
    alt,
    publishedAt,
    firstSeenOn,
    strength,
    ground,
    homes,
  };
}

function standingOf(
  { targets }: PlannedMove,
  { tags, rejected }: MovedStory,
  code: SystemCode,
  reading: Reading | null,
): Pick<Move['homes'][number], 'standing' | 'why'> {
  const tag = tags.find((one) => one.code === code);
  if (tag) return { standing: 'filed', why: tag.reason ?? formatOriginReason(tag.origin, tag.by) };
  if (rejected.includes(code)) return { standing: 'rejected', why: null };
  const target = targets.find(({ home }) => home === code);
  if (target) return { standing: 'target', why: target.why };
  return { standing: 'open', why: reading?.suggestions.find((offer) => offer.code === code)?.why ?? null };
}
