import { join } from 'node:path';
import { DeskError } from '../../../shared/errors.ts';
import type { Receipt } from '../../../shared/models.ts';
import { type ExportFs, isLitter } from './export-fs.ts';
import { listPageFolder } from './page-files.ts';
import { readReceipt } from './receipt.ts';

/**
 * Checks a folder before anything is written, and refuses it unless it is empty or clearly an export of Patchdesk's.
 * Returns its receipt, or null where there is none yet.
 */
export function surveyFolder(out: string, slugs: readonly string[], fs: ExportFs): Receipt | null {
  // Read the names first: a path that is a file, or leads through one, fails here with a reason.
  const names = fs.readdirSync(out).filter((name) => !name.startsWith('.') && !isLitter(name));
  const receipt = names.includes('receipt.json') ? readOwnReceipt(out, fs) : null;
  if (receipt === null && names.length > 0) {
    throw foreign(out, `It already contains ${listNames(names)}, but no receipt of an earlier export.`);
  }
  for (const slug of slugs) surveyPage(out, slug, receipt, fs);
  return receipt;
}

function readOwnReceipt(out: string, fs: ExportFs): Receipt {
  const path = join(out, 'receipt.json');
  const receipt = fs.lstatSync(path).isFile() ? readReceipt(fs.readFileSync(path, 'utf8')) : null;
  if (receipt !== null) return receipt;
  throw foreign(out, 'Its receipt.json is not from Patchdesk, or it is damaged.');
}

/** A page's folder is replaced as a whole, so everything in it must be Patchdesk's. */
function surveyPage(out: string, slug: string, receipt: Receipt | null, fs: ExportFs): void {
  const folder = join(out, slug);
  const stats = fs.lstatSync(folder, { throwIfNoEntry: false });
  if (stats === undefined) return;
  if (stats.isSymbolicLink()) throw foreign(out, `“${slug}” in it is a link to somewhere else.`);
  if (!stats.isDirectory()) throw foreign(out, `“${slug}” in it is a file, and the page needs a folder of that name.`);
  const page = receipt?.pages.find((each) => each.slug === slug);
  if (page === undefined) throw foreign(out, `The folder “${slug}” in it does not come from an earlier export.`);
  const own = new Set(page.files.map(({ path }) => path));
  for (const name of listPageFolder(folder, fs)) {
    if (!own.has(`${slug}/${name}`)) {
      throw foreign(out, `“${slug}/${name}” in it does not come from an earlier export.`);
    }
    if (!fs.lstatSync(join(folder, name)).isFile()) throw foreign(out, `“${slug}/${name}” in it is not a plain file.`);
  }
}

function listNames(names: readonly string[]): string {
  const shown = names.slice(0, 3).map((name) => `“${name}”`);
  const more = names.length - shown.length;
  return more > 0 ? `${shown.join(', ')} and ${more} more` : shown.join(', ');
}

function foreign(out: string, why: string): DeskError {
  return new DeskError(
    'export-foreign-folder',
    `The folder ${out} cannot be used. ${why} Nothing was changed. Choose an empty folder, or move that elsewhere.`,
    { file: out },
  );
}
