import { strToU8, type Zippable, zipSync } from 'fflate';
import { DeskError } from '../../../shared/errors.ts';
import type { Layout, Receipt } from '../../../shared/models.ts';
import { contentOf, type ExportFile, listedAs } from './page-files.ts';
import { type PlannedPage, planReceipt, type ReceiptFile, writeReceipt } from './receipt.ts';

/** A page, the files that the writers made of it, and its pictures. */
export interface ExportPage {
  layout: Layout;
  files: ExportFile[];
}

/** The files as the receipt lists them. */
export function listFiles({ layout, files }: ExportPage): ReceiptFile[] {
  return files.map((file) => listedAs(layout.system.slug, file));
}

/** The zip reaches the window as one string, and strings have a maximum length. */
const MOST_ZIP_BYTES = 256 * 1024 * 1024;

function checkSize(pages: readonly PlannedPage[]): void {
  const bytes = pages.flatMap(({ files }) => files).reduce((sum, file) => sum + file.bytes, 0);
  if (bytes <= MOST_ZIP_BYTES) return;
  const size = Math.round(bytes / 1024 / 1024).toLocaleString('en-GB');
  throw new DeskError(
    'too-large',
    `These pages with their images are ${size} MB, too large for one download. Choose fewer pages, or use “patchdesk export”.`,
  );
}

/**
 * The same folder as one zip, with the receipt of a first export, because there is nothing to compare with. All times
 * in it are the earliest that a zip can hold, so that the same pages give the same bytes.
 */
export function buildZip(pages: readonly ExportPage[], asOf: string): { receipt: Receipt; bytes: Uint8Array } {
  const planned = pages.map((page) => ({ layout: page.layout, files: listFiles(page) }));
  checkSize(planned);
  const receipt = planReceipt(planned, null, asOf);
  const entries: Zippable = {};
  const sorted = [...pages].sort((a, b) => (a.layout.system.slug < b.layout.system.slug ? -1 : 1));
  for (const { layout, files } of sorted) {
    for (const file of files) {
      const content = contentOf(file);
      // Pictures are already compressed.
      entries[`${layout.system.slug}/${file.name}`] =
        typeof content === 'string' ? strToU8(content) : [content, { level: 0 }];
    }
  }
  entries['receipt.json'] = strToU8(writeReceipt(receipt));
  // A zip stores wall-clock time: a local date gives the same digits in every time zone.
  return { receipt, bytes: zipSync(entries, { mtime: new Date(1980, 0, 1), level: 6 }) };
}
