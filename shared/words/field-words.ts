import { andList } from './lists.ts';

/** Fields as an editor knows them, by their names in the contract. */
const FIELD_WORDS: Readonly<Record<string, string>> = {
  headline: 'headline',
  standfirst: 'standfirst',
  kicker: 'kicker',
  alt: 'image label',
  image: 'image',
  imageAddress: 'image address',
  byline: 'byline',
  kind: 'kind',
  url: 'web address',
  publishedAt: 'publication date',
  embargoUntil: 'embargo',
  body: 'body text',
  from: 'first day',
  until: 'last day',
  position: 'place',
  zones: 'zones',
  template: 'template',
  name: 'name',
  text: 'name',
  systems: 'systems',
  matchCase: 'matching of capitals',
  note: 'note',
};

/** `headline`; a field of an object, as in `limits.headline`, by its last part. */
export function fieldWord(field: string): string {
  const last = field.split('.').at(-1) ?? field;
  return FIELD_WORDS[last] ?? last.replaceAll(/([A-Z])/g, ' $1').toLowerCase();
}

/** `The headline`, `The headline and standfirst`. */
export function formatFields(fields: readonly string[]): string {
  return `The ${andList([...new Set(fields.map(fieldWord))])}`;
}
