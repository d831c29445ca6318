import { hash } from 'node:crypto';
import { daysBetween } from '../../../shared/words/day-words.ts';

/**
 * What tells two laptops that they hold the same story: its canonical web address, else its headline
 * with whatever series name stands in front of it. Teasers never do: columns reuse one for every issue.
 */

/** Two dated stories with one headline further apart than this are two stories. */
const SAME_STORY_DAYS = 30;

const TRACKING_PARAMETER = /^(?:utm_.*|fbclid|gclid|mc_[ce]id|cmpid|navcode)$/i;

/** Host and path without what varies between copies of one address; null for what is no web address. */
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

/** 80 bits: enough for any library, and a third of a headline's length in the index. */
function digest(text: string): string {
  return hash('sha256', text).slice(0, 20);
}

/** The same for headlines that differ in case, quotes, dashes and spacing only. */
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
 * The key a new story gets. `taken` are the keys of the stories with the same headline; of those kept
 * apart by date the day is part of the key, of those that one capture repeats an ordinal.
 */
export function newSourceKey(
  story: { headline: string; url: string | null; publishedAt: string | null },
  taken: ReadonlySet<string>,
  key = headlineKey(story.headline),
): string {
  const address = story.url === null ? null : canonicalUrl(story.url);
  if (address !== null && !taken.has(`u:${digest(address)}`)) return `u:${digest(address)}`;
  const base = `h:${key}`;
  if (!taken.has(base)) return base;
  const dated = story.publishedAt ? `${base}@${story.publishedAt.slice(0, 10)}` : base;
  if (!taken.has(dated)) return dated;
  for (let ordinal = 2; ; ordinal += 1) {
    const key = `${dated}#${ordinal}`;
    if (!taken.has(key)) return key;
  }
}

/** Whether two stories with one headline may be one story, going by their dates. */
export function datesAgree(a: string | null, b: string | null): boolean {
  return a === null || b === null || Math.abs(daysBetween(a, b)) <= SAME_STORY_DAYS;
}
