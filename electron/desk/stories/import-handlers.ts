import { basename } from 'node:path';
import { DeskError } from '../../../shared/errors.ts';
import type { ImportedFile } from '../../../shared/models.ts';
import { counted } from '../../../shared/words/counted.ts';
import { longDay } from '../../../shared/words/day-words.ts';
import { dayBefore } from '../../../shared/words/days.ts';
import { listReadableFiles, readInput } from '../../files/folder.ts';
import { getFormat } from '../../files/readers/index.ts';
import { checkStillOpen, type DeskContext, step, today } from '../context.ts';
import type { Actor, Changes } from '../core/changes.ts';
import type { ReadDb } from '../core/sql.ts';
import type { Handlers } from '../handlers.ts';
import { type Reading, type ReadingOptions, readImport, readPaste } from './import-readings.ts';
import { findDuplicatesOfNew } from './story-duplicates.ts';
import { type TakenIn, takeInList, takeInPage } from './take-in.ts';

/** A file to import. `read` runs only when it is the file's turn, so that not all files are in memory at once. */
interface Incoming {
  file: string;
  /** Throws DeskError when the file cannot be read. */
  read: () => Uint8Array;
  /** The same as HTML, where a paste has both. */
  readHtml?: () => Uint8Array;
}

interface ImportOptions {
  format?: string | undefined;
  seenOn?: string | undefined;
  dryRun: boolean;
}

export const importHandlers: Handlers<'import.contents' | 'import.paths'> = {
  'import.contents': (context, { files, ...options }) => {
    const incoming = files.map(({ name, base64, html }) => ({
      file: name,
      read: () => Buffer.from(base64, 'base64'),
      ...(html === undefined ? {} : { readHtml: () => Buffer.from(html, 'base64') }),
    }));
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

/** A file that was read, or the report of why it is refused. */
type FileReading = { file: string; read: Reading[] } | { file: string; refused: ImportedFile };

/**
 * Imports every readable file in one step. Each other file is reported with its error; the result keeps the input
 * order. A file of two pages has two reports.
 */
async function importFiles(context: DeskContext, incoming: readonly Incoming[], options: ImportOptions) {
  // An unknown format is an error in the call, so it is reported once and not for each file.
  if (options.format !== undefined) getFormat(options.format);
  const { library, register } = context;
  const seenOn = options.seenOn ?? today(context);
  refuseFuture(seenOn, today(context));
  // Read all files before the step begins: a step locks the library for the other doors.
  const readings: FileReading[] = [];
  for (const [index, each] of incoming.entries()) {
    context.work.report(`Reading file ${index + 1} of ${incoming.length}`, index, incoming.length);
    readings.push(await tryRead(each, { register, seenOn, format: options.format }));
  }
  checkStillOpen(context, library);
  const onStory = countStories(context, readings);
  const result = step(
    context,
    labelOf,
    (changes, actor) =>
      context.keepOrder(changes, () => takeInAll(context.library.db, changes, actor, readings, onStory)),
    { dryRun: options.dryRun },
  );
  return { files: result.value, entry: result.entry };
}

function takeInAll(
  db: ReadDb,
  changes: Changes,
  actor: Actor,
  readings: readonly FileReading[],
  onStory: () => void,
): ImportedFile[] {
  const taken = readings.flatMap((reading) =>
    'refused' in reading
      ? [{ report: reading.refused, added: [] }]
      : reading.read.map((read) => takeIn(db, changes, actor, reading.file, read, onStory)),
  );
  const alike = findDuplicatesOfNew(
    db,
    taken.flatMap(({ added }) => added),
  );
  return taken.map(({ report, added }) => ({
    ...report,
    problems: [...report.problems, ...added.flatMap(({ id }) => alike.get(id) ?? [])],
  }));
}

/** A laptop's clock may be some days behind; a day further ahead is a slip, and later captures would count as older. */
const MOST_DAYS_AHEAD = 31;

function refuseFuture(seenOn: string, now: string): void {
  if (seenOn <= dayBefore(now, -MOST_DAYS_AHEAD)) return;
  const message = `No file can have been seen on ${longDay(seenOn)}, because today is ${longDay(now)}. Correct the day.`;
  throw new DeskError('seen-in-future', message);
}

async function tryRead({ file, read, readHtml }: Incoming, options: ReadingOptions): Promise<FileReading> {
  try {
    const html = readHtml && options.format === undefined ? readHtml() : null;
    return { file, read: await (html ? readPaste(file, read(), html, options) : readImport(file, read(), options)) };
  } catch (error) {
    return { file, refused: refusal(file, error) };
  }
}

/** Returns what is called before each story is taken in, to report how far the import is. */
function countStories({ work }: DeskContext, readings: readonly FileReading[]): () => void {
  const total = readings
    .flatMap((reading) => ('read' in reading ? reading.read : []))
    .reduce((sum, { what }) => sum + what.stories.length, 0);
  let done = 0;
  return () => {
    work.report(`Importing story ${done + 1} of ${total}`, done, total);
    done += 1;
  };
}

function takeIn(
  db: ReadDb,
  changes: Changes,
  actor: Actor,
  file: string,
  reading: Reading,
  onStory: () => void,
): { report: ImportedFile; added: TakenIn['added'] } {
  const { format, what, problems } = reading;
  const taken =
    what.kind === 'page'
      ? takeInPage(db, changes, actor, what, onStory)
      : takeInList(db, changes, actor, what, onStory);
  const report: ImportedFile = {
    file,
    format,
    system: what.kind === 'page' ? what.system : null,
    articles: { new: taken.new, changed: taken.changed, unchanged: taken.unchanged },
    tags: { new: taken.newTags },
    problems: [...problems, ...taken.problems],
    changes: taken.changes,
    error: null,
  };
  return { report, added: taken.added };
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
    changes: [],
    error: { code, message, ...(line === undefined ? {} : { line }) },
  };
}

function labelOf(files: readonly ImportedFile[]): string {
  const imported = files.filter(({ error }) => error === null);
  const stories = imported.reduce((sum, { articles }) => sum + articles.new + articles.changed + articles.unchanged, 0);
  const from = imported.length === 1 && imported[0] ? basename(imported[0].file) : `${imported.length} files`;
  return `Import ${counted(stories, 'story', 'stories')} from ${from}`;
}
