import type { MoveMark } from '../../../shared/systems/succession.ts';

export interface Piece {
  /** Offset in the text. */
  at: number;
  words: string;
  mark: MoveMark | null;
}

/**
 * Splits the text at the ends of its marks; the pieces joined give the text. Of overlapping marks the first counts.
 */
export function cutAt(text: string, marks: readonly MoveMark[]): Piece[] {
  const pieces: Piece[] = [];
  let at = 0;
  for (const mark of marks.toSorted((a, b) => a.start - b.start || b.end - a.end)) {
    // Skip a mark whose words are gone: the story may have been edited a moment ago.
    if (mark.start < at || text.slice(mark.start, mark.end) !== mark.phrase) continue;
    if (mark.start > at) pieces.push({ at, words: text.slice(at, mark.start), mark: null });
    pieces.push({ at: mark.start, words: mark.phrase, mark });
    at = mark.end;
  }
  if (at < text.length) pieces.push({ at, words: text.slice(at), mark: null });
  return pieces;
}
