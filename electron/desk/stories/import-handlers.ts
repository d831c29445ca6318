import { createHash } from 'node:crypto';
import { basename } from 'node:path';
import { DeskError } from '../../../shared/errors.ts';
import type { ImportedFile } from '../../../shared/models.ts';
import { listReadableFiles, readInput } from '../../files/folder.ts';
import { detectFormat, getFormat } from '../../files/readers/index.ts';
import { type DeskContext, step, storiesWords, today } from '../context.ts';
import type { Actor, Changes } from '../core/changes.ts';
import type { Handlers } from '../dispatch.ts';
import { type SeenCapture, takeInCapture } from './captures.ts';

/** A file on its way in: its bytes are read when its turn comes, so that they need not all lie in memory. */
interface Incoming {
  file: string;
  /** Throws DeskError when there is nothing to read. */
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

/** Takes in all files that can be read, as one step; each of the others is reported with its reason, all in order. */
function importFiles(context: DeskContext, incoming: readonly Incoming[], options: ImportOptions) {
  // A format nobody knows is the caller's mistake, not each file's.
  if (options.format !== undefined) getFormat(options.format);
  const seenOn = options.seenOn ?? today(context);
  // All are read before the step begins: no other door should wait while files are.
  const readings = incoming.map((each) => ({ file: each.file, read: tryRead(context, each, seenOn, options.format) }));
  const result = step(
    context,
    labelOf,
    (changes, actor) =>
      context.keepOrder(changes, () =>
        readings.map(({ file, read }) =>
          'refused' in read ? read.refused : takeIn(context, changes, actor, file, read.capture),
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

function takeIn(
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

/** Reads a file and finds its system; everything that can refuse it happens here, before a row is written. */
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
      `The first line should name a system, such as “Frimley ICS”, but says “${shortened(title)}”, which the register does not know.`,
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
  const taken = files.filter(({ error }) => error === null);
  const stories = taken.reduce((sum, { articles }) => sum + articles.new + articles.changed + articles.unchanged, 0);
  const from = taken.length === 1 && taken[0] ? basename(taken[0].file) : `${taken.length} files`;
  return `Import ${storiesWords(stories)} from ${from}`;
}
