import { createHash } from 'node:crypto';
import { basename } from 'node:path';
import { DeskError } from '../../../shared/errors.ts';
import type { System } from '../../../shared/models.ts';
import type { Register } from '../../../shared/systems/register.ts';
import { inQuotes } from '../../../shared/words/quotes.ts';
import { withinLimits } from '../../files/readers/field-limits.ts';
import { detectFormat, getFormat } from '../../files/readers/index.ts';
import type { ReadList, ReadPage, ReadProblem } from '../../files/readers/read-items.ts';
import type { ListedStory, SeenList, SeenPage } from './take-in.ts';

/** One page or list of a file, with its systems found in the register. */
export interface Reading {
  /** The format's id. */
  format: string;
  what: (SeenPage & { kind: 'page' }) | (SeenList & { kind: 'list' });
  problems: ReadProblem[];
}

export interface ReadingOptions {
  register: Register;
  seenOn: string;
  /** The id of the format; undefined to detect it. */
  format: string | undefined;
}

/**
 * Reads a file and finds its systems. Whatever can refuse the file must happen here, before any row is written.
 * Throws DeskError with file, line and what to do.
 */
export async function readImport(file: string, bytes: Uint8Array, options: ReadingOptions): Promise<Reading[]> {
  const { register, seenOn } = options;
  const format = options.format === undefined ? detectFormat(file, bytes) : getFormat(options.format);
  const namesSystem = (text: string) => findSystem(register, text, seenOn) !== null;
  const parts = await format.read(bytes, { file, seenOn, namesSystem, address: null });
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  return parts.map(withinLimits).map((part, index) => {
    // Each page of a file is a capture of its own.
    const seen = { file: basename(file), seenOn, sha256: index === 0 ? sha256 : `${sha256}#${index + 1}` };
    const what =
      part.kind === 'page'
        ? { ...seen, kind: part.kind, ...systemOf(register, part, file, seenOn), stories: part.stories }
        : { ...seen, kind: part.kind, stories: listedStories(register, part, seenOn) };
    return { format: format.id, what, problems: part.problems };
  });
}

/**
 * Reads what was pasted as text and as HTML. A page read from the HTML takes precedence, because it has addresses and
 * shows what is a headline; then the text; then an article read from the HTML.
 */
export async function readPaste(
  file: string,
  text: Uint8Array,
  html: Uint8Array,
  options: ReadingOptions,
): Promise<Reading[]> {
  const page = await unlessRefused(readImport(file, html, { ...options, format: 'html' }));
  if (page?.some(({ what }) => what.kind === 'page')) return page;
  if (page === null) return readImport(file, text, options);
  return (await unlessRefused(readImport(file, text, options))) ?? page;
}

async function unlessRefused(reading: Promise<Reading[]>): Promise<Reading[] | null> {
  try {
    return await reading;
  } catch (error) {
    if (error instanceof DeskError) return null;
    throw error;
  }
}

function systemOf(register: Register, { title, titleLine }: ReadPage, file: string, seenOn: string) {
  const system = findSystem(register, title, seenOn);
  if (system !== null) return { system: system.code, systemName: system.shortName };
  throw new DeskError(
    'capture-unknown-system',
    `The first line should name a system, such as “Frimley ICS”, but is “${shortened(title)}”, which is not in the register.`,
    { file, ...(titleLine === null ? {} : { line: titleLine }) },
  );
}

/** The systems that a column or key names; one that is not in the register becomes a problem of the part. */
function listedStories(register: Register, part: ReadList, seenOn: string): ListedStory[] {
  return part.stories.map((story) => {
    const filedTo = story.systems.flatMap((text) => {
      const system = findSystem(register, text, seenOn);
      if (system !== null) return [{ code: system.code, name: system.shortName }];
      const message = `${inQuotes(story.headline)} is not filed to ${inQuotes(text)}: the register has no system of that name.`;
      part.problems.push({ line: story.line, code: 'system-unknown', message });
      return [];
    });
    return { ...story, filedTo };
  });
}

/** Null where the register does not know the text, or knows several systems by it. */
function findSystem(register: Register, text: string, day: string): System | null {
  // Nearly every line of a page is no name, and an error for each would cost more than reading it.
  if (!register.isName(text)) return null;
  try {
    return register.find(text, day);
  } catch (error) {
    if (error instanceof DeskError) return null;
    throw error;
  }
}

function shortened(text: string): string {
  return text.length > 80 ? `${text.slice(0, 79)}…` : text;
}
