import * as nodeFs from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { DeskError } from '../../../shared/errors.ts';
import type { Receipt, ReceiptPage, SystemCode } from '../../../shared/models.ts';
import { type ExportFs, exportError } from './export-fs.ts';
import { contentOf } from './page-files.ts';
import { planReceipt, type ReceiptFile, sha256, writeReceipt } from './receipt.ts';
import { exists, recoverFolder, removeStaging, rollBack, type SwapPlan, writeDurably } from './staging.ts';
import { surveyFolder } from './survey.ts';
import { type ExportPage, listFiles } from './zip.ts';

export interface ExportJob {
  /** The folder; made with its parents when missing. */
  out: string;
  pages: readonly ExportPage[];
  /** Skip pages that would not change for a reader. */
  changedOnly: boolean;
  asOf: string;
  /** After each page: how many are done, and the short name of its system. */
  onProgress?: (done: number, page: string) => void;
}

export interface ExportResult {
  receipt: Receipt;
  /** Systems whose pages were written. */
  written: SystemCode[];
  out: string;
}

type SizedPage = ExportPage & { slug: string; sums: ReceiptFile[] };

/**
 * Writes pages into a folder. All are first written beside their places and read back, then moved in one by one, the
 * receipt last. After any failure the folder is as it was. Only pages that its receipt lists are replaced.
 */
export function writeExport(job: ExportJob, fs: ExportFs = nodeFs, nowMs: number = Date.now()): ExportResult {
  const out = resolve(job.out);
  const pages = job.pages.map((page) => ({ ...page, slug: page.layout.system.slug, sums: listFiles(page) }));
  if (pages.length === 0) {
    throw new DeskError('export-no-pages', 'There is no page to export. Choose at least one system.');
  }
  if (new Set(pages.map(({ slug }) => slug)).size < pages.length) throw new Error('A page was given twice');
  let made: string | undefined;
  try {
    refuseFile(out, fs);
    refuseReadOnly(out, fs);
    made = makeFolder(out, fs);
    recoverFolder(out, fs, nowMs);
    return exportInto(out, pages, job, fs);
  } catch (error) {
    if (made !== undefined) removeEmpty(out, made, fs);
    throw exportError(error, out);
  }
}

function refuseFile(out: string, fs: ExportFs): void {
  const stats = fs.statSync(out, { throwIfNoEntry: false });
  if (stats === undefined || stats.isDirectory()) return;
  throw new DeskError('export-unwritable', `${out} is a file. Nothing was exported. Choose a folder.`, { file: out });
}

/** access() lets root write anything, so check the mode of the folder, or of the one it will be made in. */
function refuseReadOnly(out: string, fs: ExportFs): void {
  // On Windows a folder's read-only mark does not prevent writing into it.
  if (process.platform === 'win32') return;
  let folder = out;
  while (fs.statSync(folder, { throwIfNoEntry: false }) === undefined && dirname(folder) !== folder) {
    folder = dirname(folder);
  }
  // Some systems mark `/` as read-only, yet those with the right can make a folder in it.
  if (dirname(folder) === folder || (fs.statSync(folder).mode & 0o222) !== 0) return;
  throw new DeskError(
    'export-unwritable',
    `The folder ${folder} is read-only. Nothing was exported. Allow writing to it, or choose another folder.`,
    { file: out },
  );
}

/**
 * Makes a folder and its parents, one at a time; returns the outermost one made, if any. Node's recursive mkdir never
 * ends in an existing folder where nothing can be made, such as /proc.
 */
function makeFolder(folder: string, fs: ExportFs): string | undefined {
  if (exists(folder, fs)) return undefined;
  const outermost = dirname(folder) === folder ? undefined : makeFolder(dirname(folder), fs);
  try {
    fs.mkdirSync(folder);
  } catch (error) {
    if (outermost !== undefined) removeEmpty(dirname(folder), outermost, fs);
    // Another program may have made it meanwhile.
    if (!fs.statSync(folder, { throwIfNoEntry: false })?.isDirectory()) throw error;
  }
  return outermost ?? folder;
}

function exportInto(out: string, pages: readonly SizedPage[], job: ExportJob, fs: ExportFs): ExportResult {
  const slugs = pages.map(({ slug }) => slug);
  const previous = surveyFolder(out, slugs, fs);
  const toWrite = job.changedOnly ? pages.filter((page) => !isAsBefore(out, page, previous, fs)) : pages;
  const receipt = planReceipt(
    toWrite.map(({ layout, sums }) => ({ layout, files: sums })),
    previous,
    job.asOf,
  );
  const staging = join(out, `.patchdesk-${process.pid}`);
  try {
    stagePages(staging, toWrite, pages.length, job, fs);
    swapIn(out, staging, toWrite, writeReceipt(receipt), fs);
  } catch (error) {
    restoreAndThrow(out, staging, error, fs);
  }
  finish(out, staging, fs);
  return { receipt, written: toWrite.map(({ layout }) => layout.system.code), out };
}

/** Whether the files on disk match both the receipt and the new page, apart from the day in `index.json`. */
function isAsBefore(out: string, page: SizedPage, previous: Receipt | null, fs: ExportFs): boolean {
  const before = previous?.pages.find(({ slug }) => slug === page.slug);
  if (before === undefined || before.files.length !== page.files.length) return false;
  return page.files.every((file) => isFileAsBefore(out, page.slug, file, before, fs));
}

function isFileAsBefore(
  out: string,
  slug: string,
  file: ExportPage['files'][number],
  before: ReceiptPage,
  fs: ExportFs,
): boolean {
  const listed = before.files.find(({ path }) => path === `${slug}/${file.name}`);
  const path = join(out, slug, file.name);
  if (listed === undefined || !exists(path, fs)) return false;
  if (!('content' in file)) return listed.sha256 === file.sha256 && sha256(fs.readFileSync(path)) === file.sha256;
  const content = fs.readFileSync(path, 'utf8');
  if (sha256(content) !== listed.sha256) return false;
  return content === file.content || (file.name === 'index.json' && withoutDay(content) === withoutDay(file.content));
}

/** A page whose only change is its day has not changed. */
function withoutDay(json: string): string {
  return json.replace(/^ {2}"asOf": "[\d-]+",$/m, '');
}

function stagePages(
  staging: string,
  pages: readonly SizedPage[],
  total: number,
  { onProgress }: ExportJob,
  fs: ExportFs,
): void {
  fs.mkdirSync(join(staging, 'new'), { recursive: true });
  fs.mkdirSync(join(staging, 'old'));
  const unchanged = total - pages.length;
  for (const [i, page] of pages.entries()) {
    const folder = join(staging, 'new', page.slug);
    fs.mkdirSync(folder);
    for (const file of page.files) {
      const path = join(folder, file.name);
      if (dirname(file.name) !== '.') fs.mkdirSync(dirname(path), { recursive: true });
      fs.writeFileSync(path, contentOf(file));
    }
    for (const { path, sha256: sum } of page.sums) {
      if (sha256(fs.readFileSync(join(staging, 'new', path))) === sum) continue;
      throw new DeskError(
        'export-failed',
        `“${path}” was read back different from the file that was written. Nothing was changed. Check the disk.`,
        { file: join(dirname(staging), path) },
      );
    }
    onProgress?.(unchanged + i + 1, page.layout.system.shortName);
  }
}

function swapIn(out: string, staging: string, pages: readonly SizedPage[], receipt: string, fs: ExportFs): void {
  const plan: SwapPlan = {
    receiptSha256: sha256(receipt),
    pages: pages.map(({ slug, files, sums }) => ({
      slug,
      files: files.map(({ name }, i) => ({ name, sha256: sums[i]?.sha256 ?? '' })),
    })),
  };
  writeDurably(join(staging, 'plan.json'), JSON.stringify(plan), join(staging, 'plan.part'), fs);
  for (const { slug } of pages) {
    const here = join(out, slug);
    if (exists(here, fs)) fs.renameSync(here, join(staging, 'old', slug));
    fs.renameSync(join(staging, 'new', slug), here);
  }
  writeDurably(join(out, 'receipt.json'), receipt, join(staging, 'receipt.part'), fs);
}

/** The receipt is in place, so the export is complete; a failure from here on must not report otherwise. */
function finish(out: string, staging: string, fs: ExportFs): void {
  try {
    syncFolder(out, fs);
    removeStaging(staging, fs);
  } catch (error) {
    if (!(error instanceof Error) || !('code' in error)) throw error;
    throw new DeskError(
      'export-failed',
      `The pages are in ${out}, but removing the temporary files failed (${String(error.code)}). Check the disk and export again.`,
      { file: out },
    );
  }
}

/** Codes of systems that cannot sync a folder; there the rename alone must do. */
const NO_FOLDER_SYNC = new Set(['EACCES', 'EINVAL', 'EISDIR', 'ENOTSUP', 'EPERM']);

function syncFolder(folder: string, fs: ExportFs): void {
  try {
    const handle = fs.openSync(folder, 'r');
    try {
      fs.fsyncSync(handle);
    } finally {
      fs.closeSync(handle);
    }
  } catch (error) {
    if (!(error instanceof Error) || !('code' in error) || !NO_FOLDER_SYNC.has(String(error.code))) throw error;
  }
}

/** Restores the folder and throws the failure. If restoring fails too, the error names where the old pages are. */
function restoreAndThrow(out: string, staging: string, failure: unknown, fs: ExportFs): never {
  try {
    rollBack(out, staging, fs);
  } catch {
    throw new DeskError(
      'export-failed',
      `The export into ${out} failed, and restoring the earlier pages failed as well. They are in ` +
        `${join(staging, 'old')}; the next export into this folder restores them.`,
      { file: out },
    );
  }
  throw failure;
}

/** After a failed export, removes the folders made for it from the inside out, if they are still empty. */
function removeEmpty(out: string, outermost: string, fs: ExportFs): void {
  try {
    for (let folder = out; folder.length >= outermost.length; folder = dirname(folder)) {
      if (!exists(folder, fs) || fs.readdirSync(folder).length > 0) return;
      fs.rmdirSync(folder);
    }
  } catch (error) {
    // An empty folder does no harm, and the editor needs the reason why the export failed.
    if (!(error instanceof Error) || !('code' in error)) throw error;
  }
}
