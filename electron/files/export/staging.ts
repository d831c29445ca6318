import { join } from 'node:path';
import { z } from 'zod';
import { DeskError } from '../../../shared/errors.ts';
import { type ExportFs, STAGING_NAME } from './export-fs.ts';
import { listPageFolder } from './page-files.ts';
import { sha256 } from './receipt.ts';

/**
 * The staging folder of a running export is beside the pages that it will replace:
 *
 *     .patchdesk-<process>/new/<slug>    the pages as they will be
 *     .patchdesk-<process>/old/<slug>    the pages as they were, moved aside
 *     .patchdesk-<process>/plan.json     written before the first page is moved
 *
 * Until the new receipt is in its place, rollBack follows the plan; after that the export is complete.
 */
const SwapPlan = z.object({
  /** The sha256 of the coming receipt: once that file is on disk, the export is done. */
  receiptSha256: z.string(),
  pages: z.array(z.object({ slug: z.string(), files: z.array(z.object({ name: z.string(), sha256: z.string() })) })),
});
export type SwapPlan = z.infer<typeof SwapPlan>;

/** An export takes seconds. An older one was interrupted, even if a running process has its number. */
const LONGEST_EXPORT_MS = 10 * 60_000;

/** Rolls back exports that were interrupted. */
export function recoverFolder(out: string, fs: ExportFs, nowMs: number): void {
  for (const name of fs.readdirSync(out)) {
    const owner = STAGING_NAME.exec(name)?.[1];
    const staging = join(out, name);
    if (owner === undefined || !fs.lstatSync(staging).isDirectory()) continue;
    if (nowMs - fs.statSync(staging).mtimeMs < LONGEST_EXPORT_MS && isOtherProcess(Number(owner))) {
      throw new DeskError('export-failed', `Another Patchdesk is exporting into ${out}. Try again when it is done.`, {
        file: out,
      });
    }
    rollBack(out, staging, fs);
  }
}

function isOtherProcess(id: number): boolean {
  if (id === process.pid) return false;
  try {
    process.kill(id, 0);
    return true;
  } catch (error) {
    // EPERM: the process exists and belongs to somebody else.
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

/** Restores the old pages unless the new receipt is in place already, and removes the staging folder. */
export function rollBack(out: string, staging: string, fs: ExportFs): void {
  const plan = readPlan(out, staging, fs);
  if (plan !== null && !isReceiptInPlace(out, plan, fs)) {
    for (const page of plan.pages) rollBackPage(out, staging, page, fs);
  }
  removeStaging(staging, fs);
}

/** Remove the old pages before the plan: without the plan they could not be put back. */
export function removeStaging(staging: string, fs: ExportFs): void {
  fs.rmSync(join(staging, 'old'), { recursive: true, force: true, maxRetries: 3 });
  fs.rmSync(staging, { recursive: true, force: true, maxRetries: 3 });
}

/** Null when no page can have been moved yet. */
function readPlan(out: string, staging: string, fs: ExportFs): SwapPlan | null {
  const path = join(staging, 'plan.json');
  if (!exists(path, fs)) {
    if (listNames(join(staging, 'old'), fs).length === 0) return null;
  } else {
    const plan = parsePlan(fs.readFileSync(path, 'utf8'));
    if (plan !== null) return plan;
  }
  throw new DeskError(
    'export-failed',
    `An export into ${out} was interrupted, and its plan is damaged. The pages it had moved aside are in ` +
      `${join(staging, 'old')}: move them back, delete ${staging}, and export again.`,
    { file: out },
  );
}

function parsePlan(text: string): SwapPlan | null {
  try {
    return SwapPlan.safeParse(JSON.parse(text)).data ?? null;
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

function isReceiptInPlace(out: string, plan: SwapPlan, fs: ExportFs): boolean {
  const path = join(out, 'receipt.json');
  return exists(path, fs) && sha256(fs.readFileSync(path)) === plan.receiptSha256;
}

function rollBackPage(out: string, staging: string, page: SwapPlan['pages'][number], fs: ExportFs): void {
  const here = join(out, page.slug);
  const fresh = join(staging, 'new', page.slug);
  const aside = join(staging, 'old', page.slug);
  // The new page was moved in only if it is gone from `new`; any other folder here must not be touched.
  const cameIn = !exists(fresh, fs) && exists(here, fs) && holdsExactly(here, page.files, fs);
  if (cameIn) fs.renameSync(here, fresh);
  if (exists(aside, fs)) fs.renameSync(aside, here);
}

function holdsExactly(folder: string, files: SwapPlan['pages'][number]['files'], fs: ExportFs): boolean {
  if (!fs.lstatSync(folder).isDirectory()) return false;
  const names = listPageFolder(folder, fs);
  return (
    names.length === files.length &&
    files.every(({ name, sha256: sum }) => names.includes(name) && sha256(fs.readFileSync(join(folder, name))) === sum)
  );
}

export function exists(path: string, fs: ExportFs): boolean {
  return fs.lstatSync(path, { throwIfNoEntry: false }) !== undefined;
}

function listNames(folder: string, fs: ExportFs): string[] {
  return exists(folder, fs) ? fs.readdirSync(folder) : [];
}

/** Writes a file beside its place, then moves it in, so that it is complete or absent even after a power cut. */
export function writeDurably(path: string, content: string, beside: string, fs: ExportFs): void {
  const file = fs.openSync(beside, 'w');
  try {
    fs.writeFileSync(file, content);
    fs.fsyncSync(file);
  } finally {
    fs.closeSync(file);
  }
  fs.renameSync(beside, path);
}
