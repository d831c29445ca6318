import { hash } from 'node:crypto';
import { daysBetween } from '../../../shared/words/day-words.ts';

/**
 * How two laptops recognise the same story: by its canonical web address, else by its headline including any series
 * name in front of it. Teaser words are not used, because columns reuse one teaser for every issue.
 */

/** Dated stories with one headline that are further apart than this are different stories. */
const SAME_STORY_DAYS = 30;

const TRACKING_PARAMETER = /^(?:utm_.*|fbclid|gclid|mc_[ce]id|cmpid|navcode)$/i;

/** Host and path, without the parts that vary between copies of one address. Null when `url` is not a web address. */
export function canonicalUrl(url: string): string | null {
  const parsed = URL.parse(url);
  if (!parsed || !/^https?:$/.test(parsed.protocol)) return null;
  for (const name of [...parsed.searchParams.keys()]) {
    if (TRACKING_PARAMETER.test(name)) parsed.searchParams.delete(name);
  }
  parsed.searchParams.sort();
  const query = parsed.searchParams.toString();
  const path = parsed.pathname.replace(/\/+$/, '');
  return parsed.host.toLowerCase().replace(/^www\./, '') + path + (query ? `?${query}` : '');
}

/** 80 bits are enough for any library and take a third of a headline's length in the index. */
function digest(text: string): string {
  return hash('sha256', text).slice(0, 20);
}

/** What a story with this address is recognised by; null when it is not a web address. */
export function addressKey(url: string): string | null {
  const address = canonicalUrl(url);
  return address === null ? null : `u:${digest(address)}`;
}

/** Headlines that differ only in case, quotes, dashes and spacing share a key. */
export function headlineKey(headline: string): string {
  return digest(normaliseHeadline(headline));
}

export function normaliseHeadline(headline: string): string {
  const key = headline
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/['’‘`]/g, '')
    .replaceAll('&', ' and ')
    .replaceAll(/[^\p{L}\p{N}£$€%+]+/gu, ' ')
    .trim();
  return key || headline.trim();
}

/**
 * The key of a new story. `taken` holds the keys of the stories with the same headline. Stories told apart by date get
 * the day in their key; stories that one capture repeats get an ordinal.
 */
export function newSourceKey(
  story: { headline: string; url: string | null; publishedAt: string | null },
  taken: ReadonlySet<string>,
  key = headlineKey(story.headline),
): string {
  const address = story.url === null ? null : addressKey(story.url);
  if (address !== null && !taken.has(address)) return address;
  const base = `h:${key}`;
  if (!taken.has(base)) return base;
  const dated = story.publishedAt ? `${base}@${story.publishedAt.slice(0, 10)}` : base;
  if (!taken.has(dated)) return dated;
  for (let ordinal = 2; ; ordinal += 1) {
    const key = `${dated}#${ordinal}`;
    if (!taken.has(key)) return key;
  }
}

/** Whether the dates of two stories with one headline allow them to be one story. */
export function datesAgree(a: string | null, b: string | null): boolean {
  return a === null || b === null || Math.abs(daysBetween(a, b)) <= SAME_STORY_DAYS;
}
