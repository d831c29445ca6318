/**
 * A rank is a string of digits read as a decimal fraction and compared as text. Fills get theirs from
 * their date (`fillRank`), free placements one between their neighbours', so both stand in one order.
 * No rank ends in 0: between "1" and "10" there would be nothing.
 */

/**
 * A rank after `low` and before `high`; null is the end of the list. It lies directly after `low`, so that no fill that
 * comes later falls between the two. Where `low` only begins `high`, as a day begins the ranks of its stories, it lies
 * directly before `high`. Throws unless low < high.
 */
export function rankBetween(low: string, high: string | null): string {
  if (high !== null && low >= high) throw new RangeError(`no rank between ${low} and ${high}`);
  if (low === '') return middle(low, high);
  if (high?.startsWith(low)) return middle(high.slice(0, -1), high);
  const end = endAfter(low);
  return middle(low, high !== null && high < end ? high : end);
}

/** Whether a rank lies where `rankBetween` puts it: no fill can come between. */
export function isDirectlyAfter(rank: string, low: string): boolean {
  return low < rank && rank < endAfter(low);
}

/** A fill's rank ends in 5, and what differs from it in that digit alone is the rank of no other fill. */
function endAfter(low: string): string {
  return low.endsWith('9') ? `${low}9` : `${low.slice(0, -1)}9`;
}

function middle(low: string, high: string | null): string {
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
  /** Whether `outAt` is its date; else it is only the day on which it was first seen. */
  isDated: boolean;
  /** Where the newest capture of this system that holds the story had it; null if none does. */
  sighting: { captureAge: number; rank: number } | null;
  /** The library's row number: of two that nothing else parts, the later comes first. */
  seq: number;
}

/** What the newest capture of a page says about stories that it does not hold. */
export interface CaptureOrder {
  /** The day on which it was seen. */
  day: string;
  /**
   * Its dated stories from the top, each with the newest day among itself and all dated ones below it: a story of
   * that day or a later one comes in directly above. Days fall from step to step.
   */
  steps: readonly { day: string; rank: number }[];
}

/** The steps of a capture's dated stories, which are given in its order. */
export function captureSteps(dated: readonly { day: string; rank: number }[]): CaptureOrder['steps'] {
  const steps: { day: string; rank: number }[] = [];
  for (const { day, rank } of dated.toReversed()) {
    const below = steps.at(-1);
    if (below && day <= below.day) below.rank = rank;
    else steps.push({ day, rank });
  }
  return steps.reverse();
}

/**
 * The rank of a fill. The stories of the page's newest capture keep its order, on its day. All others go by their
 * own day: above those of the capture if it is that day or a later one, among them where their dates say so, else
 * below. Within a day what came without a capture comes first, by time, then what older captures hold.
 */
export function fillRank(place: FillPlace, capture: CaptureOrder | null = null): string {
  const { outAt, isDated, sighting, seq } = place;
  const day = outAt.slice(0, 10);
  if (capture && sighting?.captureAge === 0) return captureRank(capture.day, sighting.rank, digits(1440, 4) + row(seq));
  // A date that an editor gave says more than an older capture of that same day.
  const seen = capture && isDated && day === capture.day ? null : sighting;
  const own = dayRank(day) + seenDigits(seen) + minuteDigits(outAt) + row(seq);
  if (capture === null || day >= capture.day) return own;
  const below = capture.steps.find((step) => step.day <= day);
  // A captured story has no minute 0000, so this comes above it, and below the one before it.
  return below ? captureRank(capture.day, below.rank, `0000${own}`) : own;
}

function captureRank(day: string, rank: number, rest: string): string {
  return dayRank(day) + seenDigits({ captureAge: 0, rank }) + rest;
}

function seenDigits(sighting: FillPlace['sighting']): string {
  return sighting ? digits(sighting.captureAge + 1, 3) + digits(sighting.rank, 6) : '000000000';
}

/** Later minutes of a day come first. */
function minuteDigits(outAt: string): string {
  const minutes = outAt.length > 10 ? Number(outAt.slice(11, 13)) * 60 + Number(outAt.slice(14, 16)) : 0;
  return digits(1440 - minutes, 4);
}

function row(seq: number): string {
  return `${digits(10_000_000_000 - seq, 11)}5`;
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
