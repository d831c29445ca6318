import { inQuotes } from '../../../../shared/words/quotes.ts';
import { type FoundOptions, type FoundStory, toReadStory } from '../found-story.ts';
import type { ReadStory } from '../read-items.ts';
import { own } from './json-text.ts';

/** The keys of a story that hold text, and its fields here. They are promised: resources/schema/stories.schema.json. */
const TEXT_KEYS = {
  headline: 'headline',
  standfirst: 'standfirst',
  kicker: 'kicker',
  alt: 'label',
  byline: 'byline',
  kind: 'kind',
  url: 'url',
  publishedAt: 'publishedAt',
  embargoUntil: 'embargoUntil',
  body: 'body',
  imageAddress: 'imageAddress',
} as const satisfies Record<string, keyof FoundStory>;

/** A story by its promised keys. Other keys are ignored; a value of the wrong type is listed. Null where it is left out. */
export function readStoryKeys(
  value: unknown,
  place: string,
  line: number | null,
  options: FoundOptions,
): ReadStory | null {
  const { problems } = options;
  const unfit = (key: string, should: string) =>
    problems.push({ line, code: 'value-unfit', message: `${place}: ${inQuotes(key)} should be ${should}.` });
  const found: FoundStory = { headline: null, line, place };
  for (const [key, field] of Object.entries(TEXT_KEYS)) {
    const text = own(value, key);
    if (typeof text === 'string') found[field] = text;
    else if (text !== undefined && text !== null) {
      unfit(key, 'text');
      if (key === 'embargoUntil') {
        problems.push({ line, code: 'left-out', message: `${place} was left out, because its embargo is unknown.` });
        return null;
      }
    }
  }
  const national = own(value, 'national');
  if (typeof national === 'boolean') found.national = national;
  else if (national !== undefined && national !== null) unfit('national', 'true or false');
  const systems = own(value, 'systems');
  const list = typeof systems === 'string' ? [systems] : systems;
  if (Array.isArray(list)) found.systems = list.map(nameOfSystem).filter((name) => name !== null);
  else if (systems !== undefined && systems !== null) unfit('systems', 'a list of codes, slugs or names');
  return toReadStory(found, options);
}

/** Exports and `find` give a system as an object with its code. */
function nameOfSystem(value: unknown): string | null {
  if (typeof value === 'string') return value;
  const code = own(value, 'code');
  return typeof code === 'string' ? code : null;
}
