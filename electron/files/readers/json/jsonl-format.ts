import { DeskError } from '../../../../shared/errors.ts';
import { decodeText } from '../decode.ts';
import { firstText } from '../first-text.ts';
import { DAYS_PLANNED } from '../found-story.ts';
import type { ImportFormat } from '../import-format.ts';
import type { ReadProblem } from '../read-items.ts';
import { isObject, parseJson, peekJson } from './json-text.ts';
import { readStoryKeys } from './story-keys.ts';

/** One story a line, each as JSON. */
export const jsonlFormat: ImportFormat = {
  id: 'jsonl',
  label: 'Stories as JSON, one a line',
  recognises(bytes) {
    const lines = firstText(bytes, 20_000)
      .split(/\r\n|\r|\n/)
      .filter((line) => line.trim() !== '');
    // The last line may be cut off by the number of characters that are looked at.
    const starts = lines.slice(0, 20);
    if (starts.length < 2 || !starts.every((line) => /^\s*\{\s*["}]/.test(line))) return false;
    return starts.slice(0, -1).some((line) => isObject(parseJson(line))) && peekJson(bytes) === undefined;
  },
  read(bytes, context) {
    const { file } = context;
    const problems: ReadProblem[] = [];
    const options = { context, problems, bases: [context.address], daysAhead: DAYS_PLANNED };
    const stories = decodeText(bytes, file)
      .split(/\r\n|\r|\n/)
      .flatMap((text, index) => {
        if (text.trim() === '') return [];
        const line = index + 1;
        const value = parseJson(text);
        if (!isObject(value)) throw brokenLine(value === undefined, file, line);
        return readStoryKeys(value, `Line ${line}`, line, options) ?? [];
      });
    if (stories.length === 0 && problems.length === 0) {
      throw new DeskError('file-empty', 'The file has only blank lines. Save it again.', { file });
    }
    return [{ kind: 'list', stories, problems }];
  },
};

function brokenLine(isBroken: boolean, file: string, line: number): DeskError {
  const what = isBroken
    ? 'This line is broken JSON.'
    : 'This line is JSON, but no story: a story is an object with a “headline”.';
  return new DeskError('file-format', `${what} Correct it, or take it out, and import the file again.`, { file, line });
}
