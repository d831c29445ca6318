import { LEVELS, type TextField } from '../../../shared/tagging/reasons.ts';
import type { QueueStory } from './queue-offers.ts';

type MarkTone = (typeof LEVELS)[number] | 'national';

/** A Mark is a piece of a story's text that shows where the story belongs, with the reasons. */
export interface Mark {
  start: number;
  end: number;
  tone: MarkTone;
  /** The reasons as sentences, for the tooltip and for screen readers. */
  says: readonly string[];
}

export interface Piece {
  /** Offset in the text. */
  at: number;
  text: string;
  mark: Mark | null;
}

const TONES: readonly MarkTone[] = [...LEVELS, 'national'];
const stronger = (a: MarkTone, b: MarkTone): MarkTone => (TONES.indexOf(a) <= TONES.indexOf(b) ? a : b);

/** Finds the phrase in the text as it is now. The text may have been edited since the phrase was found. */
function placeOf(text: string, words: { phrase: string; start: number; end: number }): [number, number] | null {
  if (words.phrase === '') return null;
  if (text.slice(words.start, words.end) === words.phrase) return [words.start, words.end];
  const found = text.indexOf(words.phrase);
  return found < 0 ? null : [found, found + words.phrase.length];
}

/** Returns the marks of one field, in text order. Rejected offers have no marks. */
export function marksOf({ story, offers, national }: QueueStory, field: TextField): Mark[] {
  const text = story[field];
  if (text === null) return [];
  const marks: Mark[] = [];
  const add = (
    words: { phrase: string; start: number; end: number; field: TextField },
    tone: MarkTone,
    says: string,
  ) => {
    const place = words.field === field ? placeOf(text, words) : null;
    if (place) marks.push({ start: place[0], end: place[1], tone, says: [says] });
  };
  for (const offer of offers) if (offer.state !== 'rejected') add(offer.reason, offer.level, offer.why);
  for (const { code, evidence, reason } of story.tags) {
    if (evidence && !offers.some((offer) => offer.code === code)) add(evidence, evidence.level, reason ?? '');
  }
  if (national && national.state !== 'rejected') add(national, 'national', national.why);
  return merged(marks);
}

/** Merges overlapping marks. The surest level gives the colour; all reasons are kept. */
export function merged(marks: readonly Mark[]): Mark[] {
  const result: Mark[] = [];
  for (const mark of marks.toSorted((a, b) => a.start - b.start || b.end - a.end)) {
    const last = result.at(-1);
    if (!last || mark.start >= last.end) {
      result.push(mark);
      continue;
    }
    result[result.length - 1] = {
      start: last.start,
      end: Math.max(last.end, mark.end),
      tone: stronger(last.tone, mark.tone),
      says: [...new Set([...last.says, ...mark.says])],
    };
  }
  return result;
}

/** Splits the text at the ends of its marks. The pieces joined give the text. */
export function piecesOf(text: string, marks: readonly Mark[]): Piece[] {
  const pieces: Piece[] = [];
  let at = 0;
  for (const mark of marks) {
    if (mark.start > at) pieces.push({ at, text: text.slice(at, mark.start), mark: null });
    pieces.push({ at: mark.start, text: text.slice(mark.start, mark.end), mark });
    at = mark.end;
  }
  if (at < text.length) pieces.push({ at, text: text.slice(at), mark: null });
  return pieces;
}
