import type { StoryId, SystemCode } from '../../../shared/models.ts';
import {
  type NameFields,
  type NameTrial,
  type PhraseSpot,
  TRIAL_STATES,
  type TrialState,
} from '../../../shared/tagging/names.ts';
import { LEVELS } from '../../../shared/tagging/suggestions.ts';
import { inQuotes } from '../../../shared/words/quotes.ts';
import type { Reader, Reading } from '../../suggest/reader.ts';
import { type DeskContext, today } from '../context.ts';
import { rowsOfStories, sortNewestFirst } from '../stories/story-list.ts';
import { listNames, type StoredName } from './name-rows.ts';
import { findNameProblem, foldName } from './name-rules.ts';
import {
  countReadableStories,
  type EditorDecisions,
  findNameCandidates,
  mapDecisions,
  type NameCandidate,
  nameExpression,
} from './name-search.ts';
import { readerFor, trialReaderFor } from './suggestions.ts';

/** The most that a trial reads. A usual name stays far below; a very common word still gets its answer at once. */
const BOUNDS = { stories: 10_000, characters: 2_000_000 };

/** A name that occurs in more than one story of twenty is an ordinary word. */
const COMMON_SHARE = 0.05;
/** With fewer stories than this, a share means little. */
const COMMON_LEAST = 20;

export interface TrialInput {
  id: string | null;
  name: NameFields;
  state: TrialState | null;
  offset: number;
  limit: number;
}

interface Hit {
  id: StoryId;
  spot: PhraseSpot;
  state: TrialState;
  decided: EditorDecisions;
}

/** Reads the stories that may contain a name twice, with and without it, and returns what would change. */
export function tryName(context: DeskContext, { id, name, state, offset, limit }: TrialInput): NameTrial {
  const { db } = context.library;
  const day = today(context);
  const names = listNames(db);
  const problem = findNameProblem(name, id, names, context.register, day);
  const library = countReadableStories(db);
  const expression = /\p{L}/u.test(name.text) ? nameExpression(name.text) : null;
  const candidates = expression ? findNameCandidates(db, expression, BOUNDS) : { total: 0, read: [] };
  const hits = hitsAmong(context, day, names, id, name, candidates.read);
  const chosen = state === null ? hits : hits.filter((hit) => hit.state === state);
  const byId = new Map(chosen.map((hit) => [hit.id, hit]));
  const shown = sortNewestFirst(db, [...byId.keys()]).slice(offset, offset + limit);
  return {
    problem,
    warning: warningOf(name.text, hits.length, candidates, library),
    library,
    contains: hits.length,
    candidates: candidates.total,
    read: candidates.read.length,
    states: countStates(hits),
    ...countFiled(hits),
    stories: rowsOfStories(db, shown).flatMap((row) => {
      const hit = byId.get(row.id);
      const { id: articleId, headline, publishedAt, firstSeenOn, national, systems } = row;
      return hit
        ? [{ id: articleId, headline, publishedAt, firstSeenOn, national, systems, spot: hit.spot, state: hit.state }]
        : [];
    }),
  };
}

function hitsAmong(
  context: DeskContext,
  day: string,
  names: readonly StoredName[],
  id: string | null,
  name: NameFields,
  candidates: readonly NameCandidate[],
): Hit[] {
  if (candidates.length === 0) return [];
  const known = name.systems.filter((code) => context.register.has(code));
  // Before an editor chooses a system the words can still be found; any system will do for that.
  const systems =
    known.length > 0
      ? known
      : context.register
          .activeOn(day)
          .slice(0, 1)
          .map(({ code }) => code);
  const others = names.filter((one) => one.id !== id);
  const now = readerFor(context, day);
  const then = trialReaderFor(context, day, [...others, { ...name, systems, id: id ?? 'trial' }]);
  const homes = new Set(known.flatMap((code) => [code, ...context.register.homesOn(code, day)]));
  const wanted = foldName(name.text);
  const found = candidates.flatMap((story) => {
    const reading = then.read(story);
    const spot = spotOf(story, reading, wanted);
    return spot ? [{ story, spot, reading }] : [];
  });
  const decided = mapDecisions(
    context.library.db,
    found.map(({ story }) => story.id),
  );
  return found.flatMap(({ story, spot, reading }) => {
    const about = decided.get(story.id);
    return about ? [{ id: story.id, spot, decided: about, state: stateOf(story, reading, now, homes, about) }] : [];
  });
}

/** Where the matcher found the name; null when it did not, or only inside a longer name. */
function spotOf(story: NameCandidate, reading: Reading, wanted: string): PhraseSpot | null {
  const spans = [
    ...reading.marks,
    ...reading.suggestions.map(({ reason }) => reason),
    ...(reading.series ? [reading.series] : []),
    ...reading.people,
  ];
  const span = spans.find(({ phrase }) => foldName(phrase) === wanted);
  const words = span && story[span.field];
  return words ? { field: span.field, words, start: span.start, end: span.end } : null;
}

function stateOf(
  story: NameCandidate,
  then: Reading,
  now: Reader,
  homes: ReadonlySet<SystemCode>,
  decided: EditorDecisions,
): TrialState {
  if ([...homes].some((code) => decided.systems.has(code))) return 'tagged';
  if ([...homes].some((code) => decided.rejected.has(code))) return 'rejected';
  const offered = bestLevel(then, homes);
  if (offered === null) return 'silent';
  const before = bestLevel(now.read(story), homes);
  return before === null || offered < before ? 'gains' : 'offered';
}

/** The rank of the best level among these systems' offers; null when none of them is offered. */
function bestLevel({ suggestions }: Reading, homes: ReadonlySet<SystemCode>): number | null {
  const levels = suggestions.filter(({ code }) => homes.has(code)).map(({ level }) => LEVELS.indexOf(level));
  return levels.length === 0 ? null : Math.min(...levels);
}

function countStates(hits: readonly Hit[]): NameTrial['states'] {
  const counts = Object.fromEntries(TRIAL_STATES.map((state) => [state, 0])) as NameTrial['states'];
  for (const { state } of hits) counts[state] += 1;
  return counts;
}

function countFiled(hits: readonly Hit[]): Pick<NameTrial, 'filed' | 'national' | 'unfiled'> {
  const counts = new Map<SystemCode, number>();
  for (const { decided } of hits) {
    for (const code of decided.systems) counts.set(code, (counts.get(code) ?? 0) + 1);
  }
  return {
    filed: [...counts]
      .map(([code, count]) => ({ code, count }))
      .sort((a, b) => b.count - a.count || a.code.localeCompare(b.code)),
    national: hits.filter(({ decided }) => decided.national).length,
    unfiled: hits.filter(({ decided }) => !decided.national && decided.systems.size === 0).length,
  };
}

function warningOf(
  text: string,
  hits: number,
  candidates: { total: number; read: readonly unknown[] },
  library: number,
): string | null {
  if (candidates.read.length === 0 || hits < COMMON_LEAST) return null;
  // Where not all stories were read, assume the same share among the rest.
  const share = (hits / candidates.read.length) * (candidates.total / library);
  if (share <= COMMON_SHARE) return null;
  const percent = Math.round(share * 100);
  return `${inQuotes(text)} occurs in about ${percent} of 100 stories. So common a word would be offered far too often; use a longer name.`;
}
