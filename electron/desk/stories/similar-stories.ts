import { datesAgree, normaliseHeadline } from './source-key.ts';

/** What is compared of a story. */
export interface ComparedStory {
  id: string;
  headline: string;
  standfirst: string | null;
  label: string | null;
  publishedAt: string | null;
}

/** A story with what tells whether it is another one again. */
export interface StorySketch {
  id: string;
  /** The headline without what a desk puts in front of it, normalised. */
  core: string;
  /** The words of the core that say something, figures included. */
  words: ReadonlySet<string>;
  /** A bit for each word, several words to a bit: tells quickly that two headlines share little. */
  signature: number;
  /** The name of a series in front of a colon; null where there is none. */
  series: string | null;
  /** The normalised teaser; null where it is too short to prove anything. */
  teaser: string | null;
  label: string | null;
  publishedAt: string | null;
}

/** Put in front of a headline or behind it without making it another story. */
const MARKS =
  /^(?:exclusive|revealed|updated?|breaking|live|news|analysis|watch|read|correction|corrected|just in)\s*[:–—-]\s*|\s*[–—-]\s*(?:live updates?|as it happened|live|updated)$|\s*\((?:updated|corrected|live)\)$/gi;
const SERIES = /^([^:]{3,40}):\s/;
const FEWEST_TEASER_WORDS = 6;
const COMMON = new Set(
  'about after again against amid among been before being between both chief could does down first from have health hospital hospitals into just last left less make more most named names next none only other over plan plans says some staff still such system systems take takes than that their them then there these they this those trust trusts under until warns were what when where which while will with would year years'.split(
    ' ',
  ),
);

export function sketchOf({ id, headline, standfirst, label, publishedAt }: ComparedStory): StorySketch {
  const plain = headline.replaceAll(MARKS, '').trim() || headline;
  const series = SERIES.exec(plain)?.[1] ?? null;
  const core = normaliseHeadline(plain);
  const teaser = standfirst === null ? '' : normaliseHeadline(standfirst);
  const told = core.split(' ').filter((word) => (word.length > 3 && !COMMON.has(word)) || /\d/.test(word));
  // A plural or a third person is the same word.
  const words = new Set(told.map((word) => word.replace(/(?<=...)s$/, '')));
  return {
    id,
    core,
    words,
    signature: signatureOf(words),
    series: series === null ? null : normaliseHeadline(series),
    teaser: teaser.split(' ').length < FEWEST_TEASER_WORDS ? null : teaser,
    label: label === null ? null : normaliseHeadline(label),
    publishedAt,
  };
}

function signatureOf(words: ReadonlySet<string>): number {
  let signature = 0;
  for (const word of words) {
    let sum = 7;
    for (let i = 0; i < word.length; i += 1) sum = (sum * 31 + word.charCodeAt(i)) | 0;
    signature |= 1 << (sum & 31);
  }
  return signature;
}

/** False where two stories share too few words of their headlines, and no teaser: most pairs that are compared. */
export function mayBeAlike(a: StorySketch, b: StorySketch): boolean {
  if (a.core === b.core || (a.teaser !== null && a.teaser === b.teaser)) return true;
  const common = bitsOf(a.signature & b.signature);
  return common >= RE_WORDED * (bitsOf(a.signature | b.signature) - common);
}

function bitsOf(value: number): number {
  let bits = value - ((value >>> 1) & 0x55555555);
  bits = (bits & 0x33333333) + ((bits >>> 2) & 0x33333333);
  return (((bits + (bits >>> 4)) & 0x0f0f0f0f) * 0x01010101) >>> 24;
}

const NEARLY_THE_SAME = 0.72;
const RE_WORDED = 0.4;
const FEWEST_WORDS = 3;

/**
 * Why two stories may be one, as the end of a sentence, else null. `isSharedTeaser` says that more than two stories
 * have the teaser, so that it belongs to a series and proves nothing.
 */
export function whyAlike(a: StorySketch, b: StorySketch, isSharedTeaser: boolean): string | null {
  if (a.core === b.core) return 'the same headline';
  if (!datesAgree(a.publishedAt, b.publishedAt)) return null;
  // Issues of a series differ in their headlines alone.
  if (a.series !== null && a.series === b.series) return null;
  const likeness = overlap(a.words, b.words);
  const hasSameTeaser = a.teaser !== null && a.teaser === b.teaser && !isSharedTeaser;
  const hasSameLabel = a.label !== null && a.label === b.label;
  if (hasSameTeaser && (hasSameLabel || likeness >= RE_WORDED))
    return hasSameLabel ? 'the same teaser and image label' : 'the same teaser';
  const teasers = a.teaser === null || b.teaser === null ? null : overlap(wordsOf(a.teaser), wordsOf(b.teaser));
  // Headlines of fewer words, such as those of a series, are too much alike by chance.
  if (Math.min(a.words.size, b.words.size) < FEWEST_WORDS) return null;
  const isNear = likeness >= NEARLY_THE_SAME;
  if (isNear && (teasers === null || teasers >= RE_WORDED)) return 'nearly the same headline';
  if (teasers !== null && teasers >= NEARLY_THE_SAME && likeness >= RE_WORDED && !isSharedTeaser)
    return 'a headline and a teaser much alike';
  return null;
}

/** The share of common words among all of both, from 0 to 1. */
function overlap(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let common = 0;
  for (const word of a) if (b.has(word)) common += 1;
  const all = a.size + b.size - common;
  return all === 0 ? 0 : common / all;
}

function wordsOf(text: string): Set<string> {
  return new Set(text.split(' ').filter((word) => word.length > 3));
}
