import { attribute, type HtmlElement } from './html-tree.ts';

/** What a part of a teaser or an article is, as its tag, its classes or its microdata say. */
export type PartRole =
  | 'sponsored'
  | 'button'
  | 'comments'
  | 'updated'
  | 'date'
  | 'byline'
  | 'caption'
  | 'kicker'
  | 'standfirst';

/** In the order in which they are tried: `partner-byline` is about the partner. */
const ROLE_WORDS: ReadonlyArray<[PartRole, RegExp]> = [
  ['sponsored', /^(?:sponsored|sponsor|promoted|advert|advertorial|advertisement|partner)$/],
  ['button', /^(?:readmore|more|cta|button|btn|share|social)$/],
  ['comments', /^(?:comments?|commentcount)$/],
  ['updated', /^(?:updated|modified|lastmodified)$/],
  ['date', /^(?:date|dateline|time|timestamp|timeago|published|pubdate|datetime|posted)$/],
  ['byline', /^(?:byline|author|authors|writer|reporter)$/],
  ['caption', /^(?:caption|credit|copyright|figcaption)$/],
  ['kicker', /^(?:kicker|eyebrow|flag|overline|category|categories|cat|topic|badge|label|tag|section)$/],
  [
    'standfirst',
    /^(?:standfirst|summary|excerpt|teaser|dek|deck|sub|subtitle|intro|lede|abstract|description|desc|blurb|snippet|synopsis|strapline|trail)$/,
  ],
];
const PROPERTY_ROLES: Readonly<Record<string, PartRole>> = {
  datepublished: 'date',
  datecreated: 'date',
  datemodified: 'updated',
  author: 'byline',
  description: 'standfirst',
  abstract: 'standfirst',
  articlesection: 'kicker',
  caption: 'caption',
};

/** The words of all class names: `story__read-more isWide` has story, read, more, is, wide. */
export function classWords(element: HtmlElement): string[] {
  const names = attribute(element, 'class');
  if (names === null || names.length > 2000) return [];
  return names
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[\s_:/-]+/)
    .filter((word) => word !== '');
}

export function roleOf(element: HtmlElement): PartRole | null {
  const property = PROPERTY_ROLES[(attribute(element, 'itemprop') ?? '').toLowerCase()];
  if (property !== undefined) return property;
  if (attribute(element, 'rel') === 'author' || element.tagName === 'address') return 'byline';
  if (element.tagName === 'figcaption') return 'caption';
  const words = classWords(element);
  // WordPress marks the date of a story that was never updated as both.
  if (element.tagName === 'time' && words.includes('published')) return 'date';
  const role = ROLE_WORDS.find(([, pattern]) => words.some((word) => pattern.test(word)))?.[0] ?? null;
  return role === null && element.tagName === 'time' ? 'date' : role;
}

const HEADLINE_WORD = /^(?:headline|title|heading|hed)$/;

export function isMarkedHeadline(element: HtmlElement): boolean {
  const property = attribute(element, 'itemprop');
  return property === 'headline' || property === 'name' || classWords(element).some((word) => HEADLINE_WORD.test(word));
}
