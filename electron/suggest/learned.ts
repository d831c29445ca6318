import type { SystemCode } from '../../shared/models.ts';
import type { Level, Suggestion, TextField } from '../../shared/tagging/suggestions.ts';
import { andList } from '../../shared/words/lists.ts';

/** An earlier story with the same person, title or rare words, and its systems as of today. */
export interface EarlierStory {
  headline: string;
  systems: readonly SystemCode[];
  rejected: readonly SystemCode[];
}

/** Words of a story and their position. */
export interface Clue {
  phrase: string;
  field: TextField;
  start: number;
  end: number;
}

export interface FilingVerdict {
  code: SystemCode;
  level: Level;
  /** The number of earlier stories filed there. */
  times: number;
}

/** A person filed to more systems than this points to none of them. */
const MOST_SYSTEMS = 4;

/**
 * The verdicts of earlier filings: `likely` where at least two of them, and three in five, are in one system;
 * `possible` where only one, or a smaller share, is. A rejection weighs as much as a filing.
 */
export function weigh(earlier: readonly EarlierStory[]): FilingVerdict[] {
  const filed = count(earlier.flatMap(({ systems }) => [...new Set(systems)]));
  const rejected = count(earlier.flatMap(({ rejected: codes }) => [...new Set(codes)]));
  const stories = earlier.filter(({ systems }) => systems.length > 0).length;
  const verdicts: FilingVerdict[] = [];
  for (const [code, times] of filed) {
    const net = times - (rejected.get(code) ?? 0);
    if (net <= 0 || times / stories < 0.25) continue;
    const level = net >= 2 && times / stories >= 0.6 ? 'likely' : 'possible';
    verdicts.push({ code, level, times });
  }
  if (verdicts.length > MOST_SYSTEMS) return [];
  return verdicts.sort((a, b) => b.times - a.times || a.code.localeCompare(b.code));
}

function count(codes: readonly SystemCode[]): Map<SystemCode, number> {
  const counts = new Map<SystemCode, number>();
  for (const code of codes) counts.set(code, (counts.get(code) ?? 0) + 1);
  return counts;
}

const FIELD_PHRASES: Record<TextField, string> = {
  headline: 'in the headline',
  standfirst: 'in the standfirst',
  alt: 'in the image label',
  body: 'in the body',
};

type NameOf = (code: SystemCode) => string;

/** Offers from the systems of earlier stories with this person, or in this series. */
export function offersOfClue(
  kind: 'person' | 'series',
  clue: Clue,
  earlier: readonly EarlierStory[],
  nameOf: NameOf,
): Suggestion[] {
  return weigh(earlier).map(({ code, level, times }) => ({
    code,
    level,
    reason: { kind, entity: clue.phrase, ...clue },
    why:
      kind === 'person'
        ? `${clue.phrase}, ${FIELD_PHRASES[clue.field]}, was filed to ${nameOf(code)} ${formatTimes(times)}.`
        : `“${clue.phrase}” was filed to ${nameOf(code)} ${formatTimes(times)}.`,
    rivalry: null,
  }));
}

/** Offers from filed stories that share rare words. A single one is never more than possible. */
export function offersOfSimilar(
  similar: readonly (EarlierStory & { shared: readonly string[] })[],
  find: (word: string) => Clue | null,
  nameOf: NameOf,
): Suggestion[] {
  const [closest] = similar;
  const clue = closest?.shared.map(find).find((found) => found !== null);
  if (!closest || !clue) return [];
  return weigh(similar).map(({ code, level, times }) => ({
    code,
    level,
    reason: { kind: 'similar', entity: closest.headline, ...clue },
    why: `${formatStoryCount(times)} with the words ${wordList(closest.shared)} ${times === 1 ? 'was' : 'were'} filed to ${nameOf(code)}: “${closest.headline}”.`,
    rivalry: null,
  }));
}

const SMALL = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];

function formatTimes(times: number): string {
  if (times === 1) return 'once';
  if (times === 2) return 'twice';
  return `${SMALL[times] ?? times} times`;
}

function formatStoryCount(count: number): string {
  if (count === 1) return 'A story';
  const word = SMALL[count] ?? String(count);
  return `${word.charAt(0).toUpperCase()}${word.slice(1)} stories`;
}

function wordList(words: readonly string[]): string {
  return andList(words.slice(0, 4).map((word) => `“${word}”`));
}

/** Words of a story that may be rare, of four letters or more, longest first. */
export function findContentWords(fields: Partial<Record<TextField, string | null>>): Clue[] {
  const clues = new Map<string, Clue>();
  for (const field of ['headline', 'standfirst', 'alt'] as const) {
    for (const match of (fields[field] ?? '').matchAll(/\p{L}{4,}/gu)) {
      const key = match[0].toLowerCase();
      if (clues.has(key)) continue;
      clues.set(key, { phrase: match[0], field, start: match.index, end: match.index + match[0].length });
    }
  }
  return [...clues.values()].sort((a, b) => b.phrase.length - a.phrase.length).slice(0, 30);
}
