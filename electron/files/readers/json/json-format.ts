import { DeskError } from '../../../../shared/errors.ts';
import { firstText } from '../first-text.ts';
import { DAYS_PLANNED } from '../found-story.ts';
import type { ImportFormat } from '../import-format.ts';
import type { ReadContext, ReadItems, ReadList, ReadProblem } from '../read-items.ts';
import { isObject, listOf, own, peekJson, readJson } from './json-text.ts';
import { isPage, readPage } from './page-keys.ts';
import { readStoryKeys } from './story-keys.ts';

/** Patchdesk's own pages and stories. All other JSON is read as this too, and refused for what it lacks. */
export const jsonFormat: ImportFormat = {
  id: 'json',
  label: 'Pages or stories as JSON',
  // Broken JSON is recognised by its beginning, so that the message names the line at which it is broken.
  recognises: (bytes) =>
    peekJson(bytes) !== undefined || /^\s*(?:\{\s*"(?:[^"\\\n]|\\.)*"\s*:|\[\s*\{\s*")/.test(firstText(bytes)),
  read(bytes, context) {
    const value = readJson(bytes, context.file);
    const entries = Array.isArray(value) ? value : [value];
    const [first, ...rest] = entries.filter(isPage).map((page) => readPage(page, context));
    if (first === undefined) return readStories(value, context);
    if (rest.length + 1 < entries.length) {
      const left = entries.length - rest.length - 1;
      const message = `${left} entries of the list are no pages, and were left out.`;
      first.problems.push({ line: null, code: 'left-out', message });
    }
    return [first, ...rest];
  },
};

function readStories(value: unknown, context: ReadContext): ReadItems {
  const within = own(value, 'stories') ?? own(value, 'articles');
  const entries: readonly unknown[] = Array.isArray(value)
    ? value
    : Array.isArray(within)
      ? within
      : own(value, 'headline') === undefined
        ? []
        : [value];
  const problems: ReadProblem[] = [];
  if (!entries.some((entry) => own(entry, 'headline') !== undefined)) throw noStories(value, context.file);
  const options = { context, problems, bases: [context.address], daysAhead: DAYS_PLANNED };
  const stories = entries.flatMap((entry, index) => readStoryKeys(entry, `Story ${index + 1}`, null, options) ?? []);
  const list: ReadList = { kind: 'list', stories, problems };
  return [list];
}

function noStories(value: unknown, file: string): DeskError {
  const keys = isObject(value) ? Object.keys(value as object) : Object.keys(Object(listOf(value)[0] ?? {}));
  const has = keys
    .slice(0, 6)
    .map((key) => `“${key.slice(0, 30)}”`)
    .join(', ');
  return new DeskError(
    'file-format',
    'This JSON holds no stories. Patchdesk reads its own pages, a list of stories that each have a “headline”, ' +
      `ninjs and JSON Feed.${has === '' ? '' : ` The file has ${has}.`}`,
    { file },
  );
}
