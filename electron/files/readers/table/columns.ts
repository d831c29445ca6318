/** What a column of a table can hold. */
export type ColumnField = keyof typeof NAMES;

/** What people call each column, the surest name first. Compared without case and punctuation. */
const NAMES = {
  headline: [
    'headline',
    'headline text',
    'story headline',
    'article headline',
    'title',
    'story title',
    'article title',
    'page title',
    'heading',
    'head',
    'hed',
    'story',
  ],
  standfirst: [
    'standfirst',
    'stand first',
    'teaser',
    'teaser text',
    'summary',
    'description',
    'intro',
    'introduction',
    'subheading',
    'subhead',
    'sub headline',
    'subtitle',
    'strapline',
    'excerpt',
    'abstract',
    'deck',
    'dek',
    'sell',
    'blurb',
  ],
  kicker: ['kicker', 'eyebrow', 'overline', 'strap', 'prefix'],
  label: [
    'image label',
    'image alt',
    'image alt text',
    'alt',
    'alt text',
    'alternative text',
    'image text',
    'image description',
    'image caption',
    'picture label',
    'picture caption',
    'photo caption',
    'caption',
    'label',
    'image',
    'picture',
    'photo',
  ],
  imageAddress: [
    'image address',
    'image url',
    'image link',
    'image src',
    'picture url',
    'picture address',
    'photo url',
    'thumbnail',
    'thumbnail url',
  ],
  byline: [
    'byline',
    'by line',
    'author',
    'authors',
    'author name',
    'writer',
    'reporter',
    'journalist',
    'written by',
    'by',
  ],
  kind: ['kind', 'story kind', 'type', 'story type', 'article type', 'content type', 'format'],
  url: [
    'url',
    'story url',
    'article url',
    'page url',
    'web address',
    'address',
    'canonical url',
    'canonical',
    'permalink',
    'link',
    'story link',
    'article link',
    'web link',
    'href',
    'uri',
  ],
  publishedAt: [
    'published',
    'published at',
    'published on',
    'published date',
    'date published',
    'publication date',
    'publish date',
    'pub date',
    'pubdate',
    'first published',
    'date of publication',
    'date posted',
    'posted',
    'live date',
    'go live',
    'date and time',
    'date time',
    'datetime',
    'date',
    'day',
  ],
  time: ['published time', 'publication time', 'time published', 'time'],
  embargoUntil: [
    'embargo',
    'embargo until',
    'embargoed until',
    'embargo date',
    'embargo ends',
    'under embargo until',
    'embargoed',
    'not before',
  ],
  body: ['body', 'body text', 'full text', 'story text', 'article text', 'article body', 'text', 'content', 'copy'],
  systems: [
    'systems',
    'system',
    'filed to',
    'ics',
    'icss',
    'icb',
    'icbs',
    'integrated care system',
    'integrated care systems',
    'integrated care board',
    'system code',
    'system codes',
    'system name',
    'ods code',
    'ods codes',
    'area',
    'areas',
    'patch',
    'patches',
    'local page',
    'local pages',
    'landing page',
    'landing pages',
    'page',
    'pages',
  ],
  categories: [
    'categories',
    'category',
    'section',
    'sections',
    'tags',
    'tag',
    'topics',
    'topic',
    'keywords',
    'subjects',
    'subject',
  ],
  national: ['national', 'is national', 'national story', 'all systems', 'all pages', 'england wide'],
} as const satisfies Record<string, readonly string[]>;

const FIELDS = Object.keys(NAMES) as ColumnField[];
const KNOWN = new Map(
  FIELDS.flatMap((field) => NAMES[field].map((name, rank) => [name as string, { field, rank }] as const)),
);

/** Which column holds what, by its number from 0. */
export interface ColumnMap {
  fields: Partial<Record<ColumnField, number>>;
  /** The names of the columns that say nothing Patchdesk keeps. */
  unused: string[];
}

/** Guesses from the header row. Of two columns for one field the one with the surer name is taken. */
export function mapColumns(header: readonly string[]): ColumnMap {
  const fields: ColumnMap['fields'] = {};
  const ranks = new Map<ColumnField, number>();
  for (const [column, name] of header.entries()) {
    const known = KNOWN.get(plainName(name));
    if (known === undefined || known.rank >= (ranks.get(known.field) ?? Number.POSITIVE_INFINITY)) continue;
    fields[known.field] = column;
    ranks.set(known.field, known.rank);
  }
  const used = new Set(Object.values(fields));
  return { fields, unused: header.filter((name, column) => !used.has(column) && name.trim() !== '') };
}

/** `publishedAt`, `Published_at` and `PUBLISHED AT:` are one name. */
function plainName(name: string): string {
  return name
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .toLowerCase()
    .replace(/\([^)]*\)/g, ' ')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** How many columns of a row are named as columns of stories are. */
export function knownColumns(header: readonly string[]): number {
  return Object.keys(mapColumns(header).fields).length;
}
