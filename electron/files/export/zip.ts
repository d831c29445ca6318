import { strToU8, type Zippable, zipSync } from 'fflate';
import type { Layout, Receipt } from '../../../shared/models.ts';
import type { PageFile } from '../writers/index.ts';
import { planReceipt, type ReceiptFile, sha256, writeReceipt } from './receipt.ts';

/** A page and its files as the writers made them. */
export interface ExportPage {
  layout: Layout;
  files: PageFile[];
}

/** The files as the receipt lists them. */
export function listFiles({ layout, files }: ExportPage): ReceiptFile[] {
  return files.map(({ name, content }) => ({
    path: `${layout.system.slug}/${name}`,
    bytes: Buffer.byteLength(content),
    sha256: sha256(content),
  }));
}

/**
 * The same folder as one zip, with the receipt of a first export: nothing is there to compare it with. All times in it
 * are the first a zip can hold, so that the same pages give the same bytes.
 */
export function buildZip(pages: readonly ExportPage[], asOf: string): { receipt: Receipt; bytes: Uint8Array } {
  const receipt = planReceipt(
    pages.map((page) => ({ layout: page.layout, files: listFiles(page) })),
    null,
    asOf,
  );
  const entries: Zippable = {};
  const sorted = [...pages].sort((a, b) => (a.layout.system.slug < b.layout.system.slug ? -1 : 1));
  for (const { layout, files } of sorted) {
    for (const { name, content } of files) entries[`${layout.system.slug}/${name}`] = strToU8(content);
  }
  entries['receipt.json'] = strToU8(writeReceipt(receipt));
  // A zip holds wall-clock time: a local date gives the same digits in every time zone.
  return { receipt, bytes: zipSync(entries, { mtime: new Date(1980, 0, 1), level: 6 }) };
}
