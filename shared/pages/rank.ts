/**
 * A rank is a string of digits read as a decimal fraction and compared as text. Fills get theirs from
 * their date (`fillRank`), free placements one between their neighbours', so both stand in one order.
 * No rank ends in 0: between "1" and "10" there would be nothing.
 */

/** A rank above `low` and below `high`; null is the end of the list. Throws unless low < high. */
export function rankBetween(low: string, high: string | null): string {
  if (high !== null && low >= high) throw new RangeError(`no rank between ${low} and ${high}`);
  let prefix = '';
  let ceiling = high;
  for (let index = 0; ; index += 1) {
    const from = Number(low[index] ?? '0');
    const to = ceiling === null ? 10 : Number(ceiling[index] ?? '0');
    if (to - from > 1) return prefix + String(Math.floor((from + to) / 2));
    prefix += String(from);
    // Once a digit is smaller than the upper rank's, whatever follows stays below it.
    if (to > from) ceiling = null;
  }
}

export interface FillPlace {
  /** `publishedAt`, or the day the story was first seen. */
  outAt: string;
  /** Where the newest capture of this system that holds the story had it; null if none does. */
  sighting: { captureAge: number; rank: number } | null;
  /** The library's row number: of two that nothing else parts, the later comes first. */
  seq: number;
}

/**
 * The rank of a fill: newer days first; within a day what came without a capture, by time, then the
 * stories of the newest capture in its order, then those that only older captures hold.
 */
export function fillRank(place: FillPlace): string {
  const sighting = place.sighting
    ? digits(place.sighting.captureAge + 1, 3) + digits(place.sighting.rank, 6)
    : '000000000';
  const minutes =
    place.outAt.length > 10 ? Number(place.outAt.slice(11, 13)) * 60 + Number(place.outAt.slice(14, 16)) : 0;
  return `${dayRank(place.outAt)}${sighting}${digits(1440 - minutes, 4)}${digits(10_000_000_000 - place.seq, 11)}5`;
}

/**
 * The rank of a fill of a later class: below every fill of the classes before it. Years from 1000 on begin with
 * 7 or 8 in a rank, so a 9 in front comes after all of them.
 */
export function classRank(rank: string, classIndex: number): string {
  return '9'.repeat(classIndex) + rank;
}

/** The rank that the same fill has where there are no classes. */
export function withoutClass(rank: string): string {
  return rank.replace(/^9+(?=[78])/, '');
}

/** Just above everything that came out on this day, and below all that comes out later. */
export function dayRank(day: string): string {
  return digits(99_999_999 - Number(day.slice(0, 4) + day.slice(5, 7) + day.slice(8, 10)), 8);
}

function digits(value: number, width: number): string {
  const text = String(Math.min(value, 10 ** width - 1));
  return text.padStart(width, '0');
}
