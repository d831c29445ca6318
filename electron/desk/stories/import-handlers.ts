import { createHash } from 'node:crypto';
import { basename } from 'node:path';
import { DeskError } from '../../../shared/errors.ts';
import type { ImportedFile } from '../../../shared/models.ts';
import { counted } from '../../../shared/words/counted.ts';
import { listReadableFiles, readInput } from '../../files/folder.ts';
import { detectFormat, getFormat } from '../../files/readers/index.ts';
import { type DeskContext, step, today } from '../context.ts';
import type { Actor, Changes } from '../core/changes.ts';
import type { Handlers } from '../handlers.ts';
import { type SeenCapture, takeInCapture } from './captures.ts';

/** A file to import. `read` runs only when it is the file's turn, so that not all files are in memory at once. */
interface Incoming {
  file: string;
  /** Throws DeskError when the file cannot be read. */
  read: () => Uint8Array;
}

interface ImportOptions {
  format?: string | undefined;
  seenOn?: string | undefined;
  dryRun: boolean;
}

export const importHandlers: Handlers<'import.contents' | 'import.paths'> = {
  'import.contents': (context, { files, ...options }) => {
    const incoming = files.map(({ name, base64 }) => ({ file: name, read: () => Buffer.from(base64, 'base64') }));
    return importFiles(context, incoming, options);
  },

  'import.paths': (context, { paths, ...options }) => {
    const incoming = listReadableFiles(paths).map(({ path, error }): Incoming => {
      const read = () => {
        if (error) throw error;
        return readInput(path);
      };
      return { file: path, read };
    });
    return importFiles(context, incoming, options);
  },
};

type ReadCapture = SeenCapture & { format: string };

/**
 * Imports every readable file in one step. Each other file is reported with its error; the result keeps the input
 * order.
 */
function importFiles(context: DeskContext, incoming: readonly Incoming[], options: ImportOptions) {
  // An unknown format is an error in the call, so it is reported once and not for each file.
  if (options.format !== undefined) getFormat(options.format);
  const seenOn = options.seenOn ?? today(context);
  // Read all files before the step begins: a step locks the library for the other doors.
  const readings = incoming.map((each) => ({ file: each.file, read: tryRead(context, each, seenOn, options.format) }));
  const result = step(
    context,
    labelOf,
    (changes, actor) =>
      context.keepOrder(changes, () =>
        readings.map(({ file, read }) =>
          'refused' in read ? read.refused : importOne(context, changes, actor, file, read.capture),
        ),
      ),
    { dryRun: options.dryRun },
  );
  return { files: result.value, entry: result.entry };
}

function tryRead(
  context: DeskContext,
  { file, read }: Incoming,
  seenOn: string,
  formatId: string | undefined,
): { capture: ReadCapture } | { refused: ImportedFile } {
  try {
    return { capture: readOne(context, file, read(), seenOn, formatId) };
  } catch (error) {
    return { refused: refusal(file, error) };
  }
}

function importOne(
  context: DeskContext,
  changes: Changes,
  actor: Actor,
  file: string,
  capture: ReadCapture,
): ImportedFile {
  const counts = takeInCapture(context.library.db, changes, actor, capture);
  return {
    file,
    format: capture.format,
    system: capture.system,
    articles: { new: counts.new, changed: counts.changed, unchanged: counts.unchanged },
    tags: { new: counts.newTags },
    problems: [],
    error: null,
  };
}

/** Reads a file and finds its system. Whatever can refuse the file must happen here, before any row is written. */
function readOne(
  context: DeskContext,
  file: string,
  bytes: Uint8Array,
  seenOn: string,
  formatId: string | undefined,
): ReadCapture {
  const format = formatId === undefined ? detectFormat(file, bytes) : getFormat(formatId);
  const capture = format.read(bytes, file);
  const system = systemOf(context, capture.title, capture.titleLine, file, seenOn);
  return {
    format: format.id,
    system: system.code,
    systemName: system.shortName,
    file: basename(file),
    sha256: createHash('sha256').update(bytes).digest('hex'),
    seenOn,
    stories: capture.stories,
  };
}

function systemOf(context: DeskContext, title: string, line: number, file: string, seenOn: string) {
  try {
    return context.register.find(title, seenOn);
  } catch (error) {
    if (!(error instanceof DeskError)) throw error;
    throw new DeskError(
      'capture-unknown-system',
      `The first line should name a system, such as “Frimley ICS”, but is “${shortened(title)}”, which is not in the register.`,
      { file, line },
    );
  }
}

function shortened(text: string): string {
  return text.length > 80 ? `${text.slice(0, 79)}…` : text;
}

function refusal(file: string, error: unknown): ImportedFile {
  if (!(error instanceof DeskError)) throw error;
  const { code, message, line } = error.fault;
  return {
    file,
    format: null,
    system: null,
    articles: { new: 0, changed: 0, unchanged: 0 },
    tags: { new: 0 },
    problems: [],
    error: { code, message, ...(line === undefined ? {} : { line }) },
  };
}

function labelOf(files: readonly ImportedFile[]): string {
  const imported = files.filter(({ error }) => error === null);
  const stories = imported.reduce((sum, { articles }) => sum + articles.new + articles.changed + articles.unchanged, 0);
  const from = imported.length === 1 && imported[0] ? basename(imported[0].file) : `${imported.length} files`;
  return `Import ${counted(stories, 'story', 'stories')} from ${from}`;
}
