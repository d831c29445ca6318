import { longDay } from '../../../shared/words/day-words.ts';
import { cleanLine, cleanLineOrNull, cleanParagraphs } from '../../../shared/words/plain-text.ts';
import { inQuotes } from '../../../shared/words/quotes.ts';
import { FIELD_NAMES, LONGEST } from './field-limits.ts';
import { repairGarbled } from './garbled-text.ts';
import { type ReadContext, type ReadProblem, type ReadStory, readStory } from './read-items.ts';
import { namesSponsor } from './sponsored.ts';
import { toEnglishTime } from './zoned-dates.ts';

/** A story as a feed, table or JSON has it: text without markup, addresses and dates as written. */
export interface FoundStory {
  headline: string | null;
  standfirst?: string | null;
  kicker?: string | null;
  label?: string | null;
  byline?: string | null;
  kind?: string | null;
  url?: string | null;
  publishedAt?: string | null;
  embargoUntil?: string | null;
  body?: string | null;
  imageAddress?: string | null;
  systems?: readonly string[];
  /** Whatever else the item is filed under, of which one may say that it was paid for. */
  categories?: readonly string[];
  national?: boolean;
  line: number | null;
  /** How a message names an item without a headline: `Item 3`. */
  place: string;
}

export interface FoundOptions {
  context: ReadContext;
  problems: ReadProblem[];
  /** What completes relative addresses; the first that can. */
  bases: readonly (string | null)[];
  /** How many days after the day it was seen a story may be dated. */
  daysAhead?: number;
  /** How this format writes dates. */
  readDate?: (text: string) => string | null;
}

/** What was seen is out already, but a feed may be seen just after midnight. */
const DAYS_AHEAD = 1;
/** A list of stories may plan them; what lies further ahead is a slip. */
export const DAYS_PLANNED = 31;
/** Before it, dates are those of a clock that was never set. */
const FIRST_DAY = '1980-01-01';

/** The story in clean text, or null where it has to be left out. What a person should know goes into `problems`. */
export function toReadStory(found: FoundStory, options: FoundOptions): ReadStory | null {
  const { context, problems } = options;
  const { line } = found;
  let isRepaired = false;
  /** Text that was decoded wrongly before it came is put right where that is certain. */
  const repaired = (text: string) => {
    const better = repairGarbled(text);
    isRepaired ||= better !== null;
    return better ?? text;
  };
  const tell = (code: ReadProblem['code'], message: string) => problems.push({ line, code, message });
  const headline = cleanLine(repaired(found.headline ?? ''));
  if (headline === '') {
    tell('headline-missing', `${found.place} has no headline and was left out.`);
    return null;
  }
  const name = () => inQuotes(headline.length > 80 ? `${headline.slice(0, 79)}…` : headline);
  if (headline.length > LONGEST.headline) {
    tell('value-unfit', `${name()} is no headline: it has ${headline.length} characters. It was left out.`);
    return null;
  }
  const readDate = options.readDate ?? toEnglishTime;
  const embargoText = cleanLineOrNull(found.embargoUntil ?? null);
  const embargoUntil = embargoText === null ? null : readDate(embargoText);
  if (embargoText !== null && embargoUntil === null) {
    // Without its embargo it would be published at once.
    tell('value-unfit', `${name()} was left out: its embargo, ${inQuotes(embargoText)}, is no date.`);
    return null;
  }
  const words = (field: Exclude<keyof typeof FIELD_NAMES, 'body'>): string | null => {
    const text = cleanLineOrNull(repaired(found[field] ?? ''));
    if (text === null || text.length <= LONGEST[field]) return text;
    tell('value-unfit', `The ${FIELD_NAMES[field]} of ${name()} has ${text.length} characters and was left out.`);
    return null;
  };
  const address = (text: string | null | undefined, what: string): string | null => {
    const written = cleanLine(text ?? '');
    if (written === '') return null;
    const { url, why } = resolveAddress(written, options.bases);
    if (why === 'relative')
      tell('address-relative', `The ${what} of ${name()} is relative, ${inQuotes(written)}, and nothing says to what.`);
    if (why === 'unfit')
      tell('value-unfit', `The ${what} of ${name()} is no http or https address: ${inQuotes(written.slice(0, 100))}.`);
    return url;
  };
  const dated = (): string | null => {
    const text = cleanLineOrNull(found.publishedAt ?? null);
    if (text === null) return null;
    const at = readDate(text);
    if (at === null) tell('date-doubtful', `${name()} counts as undated: ${inQuotes(text.slice(0, 60))} is no date.`);
    else if (isLater(at, context.seenOn, options.daysAhead ?? DAYS_AHEAD) || at < FIRST_DAY) {
      tell('date-doubtful', `${name()} counts as undated: ${longDay(at.slice(0, 10))} cannot be right.`);
    } else return at;
    return null;
  };
  if (embargoUntil !== null && isLater(embargoUntil, context.seenOn, 366)) {
    tell(
      'date-doubtful',
      `${name()} is under embargo until ${longDay(embargoUntil.slice(0, 10))}. Is that the right year?`,
    );
  }
  const story = readStory({
    headline,
    standfirst: words('standfirst'),
    kicker: words('kicker'),
    label: words('label'),
    byline: words('byline')?.replace(/^by:? (?=\p{Lu})/iu, '') ?? null,
    kind: words('kind'),
    url: address(found.url, 'address'),
    publishedAt: dated(),
    embargoUntil,
    body: bodyOf(repaired(found.body ?? ''), () =>
      tell('value-unfit', `The text of ${name()} is too long and was left out.`),
    ),
    imageAddress: address(found.imageAddress, 'image address'),
    systems: (found.systems ?? []).map(cleanLine).filter((each) => each !== ''),
    national: found.national ?? false,
    line,
  });
  if ([story.kind, story.kicker, ...(found.categories ?? [])].some((text) => text !== null && namesSponsor(text))) {
    tell('sponsored', `${name()} was paid for. It came in with the kind “sponsored”.`);
    story.kind = 'sponsored';
  }
  if (isRepaired) tell('encoding-repaired', `Characters of ${name()} were decoded wrongly before, and were put right.`);
  return story;
}

function bodyOf(text: string, tooLong: () => void): string | null {
  const body = cleanParagraphs(text);
  if (body.length <= LONGEST.body) return body || null;
  tooLong();
  return null;
}

/** An absolute http(s) address, or why there is none. */
function resolveAddress(
  written: string,
  bases: readonly (string | null)[],
): { url: string | null; why: null | 'relative' | 'unfit' } {
  const text = /^www\./i.test(written) ? `https://${written}` : written;
  for (const base of [undefined, ...bases.filter((each) => each !== null)]) {
    // A base that is no address completes nothing.
    if (!URL.canParse(text, base)) continue;
    const url = new URL(text, base);
    return /^https?:$/.test(url.protocol) ? { url: url.href, why: null } : { url: null, why: 'unfit' };
  }
  return { url: null, why: /^[a-z][a-z0-9+.-]*:/i.test(text) ? 'unfit' : 'relative' };
}

function isLater(at: string, seenOn: string, days: number): boolean {
  const day = at.slice(0, 10);
  return day > seenOn && Date.parse(`${day}T00:00:00Z`) - Date.parse(`${seenOn}T00:00:00Z`) > days * 86_400_000;
}
