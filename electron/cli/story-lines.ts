import { readFileSync } from 'node:fs';
import { DeskError } from '../../shared/errors.ts';

const TEXTS = ['headline', 'standfirst', 'alt', 'body'] as const;

/** A story from outside, from one line of a file. */
export interface StoryLine {
  /** Returned unchanged. */
  id: string | number | null;
  headline: string;
  standfirst: string | null;
  alt: string | null;
  body: string | null;
}

/**
 * Reads JSON lines of stories. Fields may be missing or null, and other keys are ignored, as are blank lines. Throws
 * DeskError with file and line at the first invalid line.
 */
export function readStoryLines(file: string): StoryLine[] {
  return decode(file)
    .split('\n')
    .flatMap((text, index) => (text.trim() === '' ? [] : [toStoryLine(text, file, index + 1)]));
}

function decode(file: string): string {
  const bytes = read(file);
  try {
    // TextDecoder removes a byte-order mark.
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    throw new DeskError('file-unreadable', 'The file is not UTF-8. Save it as UTF-8 with one JSON object per line.', {
      file,
    });
  }
}

const REASONS: Readonly<Record<string, string>> = { ENOENT: 'There is no such file', EISDIR: 'That is a folder' };

function read(file: string): Buffer {
  try {
    return readFileSync(file);
  } catch (error) {
    const reason = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    const sentence = REASONS[reason] ?? `The file cannot be read (${reason})`;
    throw new DeskError('file-unreadable', `${sentence}. Name a file with one JSON object per line.`, { file });
  }
}

function toStoryLine(text: string, file: string, line: number): StoryLine {
  const refuse = (message: string): never => {
    throw new DeskError('file-format', message, { file, line });
  };
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return refuse('This line is not JSON. Write one JSON object per line, such as {"id": "1", "headline": "..."}.');
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return refuse('This line is JSON, but not an object. Write one JSON object per line.');
  }
  const fields = new Map<string, unknown>(Object.entries(value));
  if (!TEXTS.some((key) => fields.has(key))) {
    refuse('This line has no text: give it a headline, standfirst, alt or body.');
  }
  const textOf = (key: string): string | null => {
    const found = fields.get(key) ?? null;
    return found === null || typeof found === 'string' ? found : refuse(`“${key}” must be text or null.`);
  };
  textOf('publishedAt');
  const id = fields.get('id') ?? null;
  if (id !== null && typeof id !== 'string' && typeof id !== 'number') return refuse('“id” must be text or a number.');
  return {
    id,
    headline: textOf('headline') ?? '',
    standfirst: textOf('standfirst'),
    alt: textOf('alt'),
    body: textOf('body'),
  };
}
