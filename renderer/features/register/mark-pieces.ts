import type { MoveMark } from '../../../shared/systems/succession.ts';

export interface Piece {
  /** Where it begins in the text. */
  at: number;
  words: string;
  mark: MoveMark | null;
}

/** The text cut where marks begin and end. Put together it is the text; of marks that overlap the first counts. */
export function cutAt(text: string, marks: readonly MoveMark[]): Piece[] {
  const pieces: Piece[] = [];
  let at = 0;
  for (const mark of marks.toSorted((a, b) => a.start - b.start || b.end - a.end)) {
    // The words must still stand there: the story may have been edited a moment ago.
    if (mark.start < at || text.slice(mark.start, mark.end) !== mark.phrase) continue;
    if (mark.start > at) pieces.push({ at, words: text.slice(at, mark.start), mark: null });
    pieces.push({ at: mark.start, words: mark.phrase, mark });
    at = mark.end;
  }
  if (at < text.length) pieces.push({ at, words: text.slice(at), mark: null });
  return pieces;
}
