/** What readers of all formats give: stories as a file has them, and what was wrong in it. */

/** One story as a file has it, in clean text. Null is what the file does not say. */
export interface ReadStory {
  headline: string;
  standfirst: string | null;
  kicker: string | null;
  /** The image's alternative text. */
  label: string | null;
  byline: string | null;
  kind: string | null;
  /** An absolute http(s) address. */
  url: string | null;
  /** `DayOrTime` as told in England. */
  publishedAt: string | null;
  /** `DayOrTime` as told in England. */
  embargoUntil: string | null;
  body: string | null;
  /** An absolute http(s) address. */
  imageAddress: string | null;
  /** The date line as the page printed it. */
  dateLine: string | null;
  /** What a column or key names as its systems: codes, slugs or names, for the register to find. */
  systems: readonly string[];
  national: boolean;
  /** Line or row in the file, from 1; null where the format has none worth naming. */
  line: number | null;
}

/** Something that a person should know about a file that was read. `message` is a whole sentence. */
export interface ReadProblem {
  line: number | null;
  code:
    | 'left-out' // lines or rows that are no story
    | 'cleaned' // words that belong to the site, not to the story
    | 'sponsored' // paid for; its kind is `sponsored`
    | 'date-doubtful' // a date that cannot be, so the story counts as undated
    | 'address-relative' // an address that nothing completes
    | 'encoding-repaired' // text that was decoded wrongly before it came
    | 'system-unknown' // a column or key names a system that is not in the register
    | 'not-replaced' // known words are kept, because those that came are cut off or garbled
    | 'maybe-duplicate' // may be the same story as another one
    | 'headline-missing' // a row or item without a headline
    | 'cut-off' // the file ends in the middle of its last story
    | 'value-unfit'; // a value that its field cannot take
  message: string;
}

/** A landing page: its title names its system, and its stories are in the page's order. */
export interface ReadPage {
  kind: 'page';
  title: string;
  titleLine: number | null;
  stories: ReadStory[];
  problems: ReadProblem[];
}

/** Stories that are not a page: a feed, a table, an article page. */
export interface ReadList {
  kind: 'list';
  stories: ReadStory[];
  problems: ReadProblem[];
}

/** The contents of one file. A file of two pages has two parts, and the report two entries. */
export type ReadItems = readonly [ReadPart, ...ReadPart[]];
export type ReadPart = ReadPage | ReadList;

/** What a reader may know besides the bytes. */
export interface ReadContext {
  /** The file's name, for messages. */
  file: string;
  /** The day on which the file was seen, `YYYY-MM-DD`. A date after it is doubtful. */
  seenOn: string;
  /** Whether the register knows a system by this text; for titles among other lines. */
  namesSystem(text: string): boolean;
  /** Where the file was fetched from or belongs, to complete relative addresses; null where unknown. */
  address: string | null;
}

const EMPTY: Omit<ReadStory, 'headline'> = {
  standfirst: null,
  kicker: null,
  label: null,
  byline: null,
  kind: null,
  url: null,
  publishedAt: null,
  embargoUntil: null,
  body: null,
  imageAddress: null,
  dateLine: null,
  systems: [],
  national: false,
  line: null,
};

/** A story of which only the given fields are known. */
export function readStory(fields: Partial<ReadStory> & Pick<ReadStory, 'headline'>): ReadStory {
  return { ...EMPTY, ...fields };
}
