import { isAbsolute } from 'node:path';
import { DeskError } from '../../../shared/errors.ts';
import type { ExportFormat, PageView, Receipt, SystemCode } from '../../../shared/models.ts';
import { writeExport } from '../../files/export/folder.ts';
import { imagesOf } from '../../files/export/page-files.ts';
import { hashPageWords } from '../../files/export/page-hash.ts';
import { sha256, writeReceipt } from '../../files/export/receipt.ts';
import { buildZip, type ExportPage } from '../../files/export/zip.ts';
import { nameImages, writePageFiles } from '../../files/writers/index.ts';
import { actorOf, type DeskContext, today } from '../context.ts';
import { libraryErrorOf } from '../core/open.ts';
import type { Handlers } from '../handlers.ts';
import { findImageBySrc, readImageBytes } from '../images/image-files.ts';
import { viewOf } from '../pages/layout/page-reader.ts';
import { insertExport } from './export-rows.ts';

export const exportHandlers: Handlers<'export.folder' | 'export.zip'> = {
  'export.folder': (context, { out, systems, formats, changedOnly, asOf }) => {
    if (!isAbsolute(out)) throw new DeskError('bad-call', `${out} is not a whole path. Give the folder's full path.`);
    const codes = codesOf(context, systems, asOf);
    const pages = renderPages(context, codes, formats, asOf);
    const result = writeExport({
      out,
      asOf: asOf ?? today(context),
      changedOnly,
      pages,
      // Throws when it was cancelled: no page has been swapped in by then.
      onProgress: (done, page) => {
        context.emit('export.progress', { done, total: codes.length, page });
        context.work.report(`Writing page ${done} of ${codes.length}`, done, codes.length);
      },
    });
    const made = { day: asOf ?? today(context), folder: out, receipt: result.receipt, pages };
    return { ...result, isRemembered: recordExport(context, made) };
  },

  'export.zip': (context, { systems, formats, asOf }) => {
    const pages = renderPages(context, codesOf(context, systems, asOf), formats, asOf);
    const day = asOf ?? today(context);
    const { receipt, bytes } = buildZip(pages, day);
    const isRemembered = recordExport(context, { day, folder: null, receipt, pages });
    return { receipt, isRemembered, base64: Buffer.from(bytes).toString('base64') };
  },
};

/**
 * Records the export so that the board can show when each page was last exported, by whom and where. Returns whether
 * the library could record it. A failure here must not fail the export, which is complete by now.
 */
function recordExport(
  context: DeskContext,
  { pages, ...made }: { day: string; folder: string | null; receipt: Receipt; pages: readonly ExportPage[] },
): boolean {
  const { db, path } = context.library;
  const words = pages.map(({ layout }) => ({ code: layout.system.code, words: hashPageWords(layout) }));
  try {
    const receiptSha256 = sha256(writeReceipt(made.receipt));
    insertExport(db, actorOf(context), { ...made, receiptSha256, pages: words });
  } catch (error) {
    const libraryError = libraryErrorOf(error, path);
    if (!(libraryError instanceof DeskError)) throw error;
    context.log(`an export was made but not recorded: ${libraryError.message}`);
    return false;
  }
  context.emit('library.changed', { entryId: null });
  return true;
}

function codesOf(
  context: DeskContext,
  systems: readonly SystemCode[] | undefined,
  asOf: string | undefined,
): SystemCode[] {
  const day = asOf ?? today(context);
  const codes = systems
    ? [...new Set(systems)].map((code) => context.register.get(code).code)
    : context.register.activeOn(day).map(({ code }) => code);
  if (codes.length === 0)
    throw new DeskError('export-no-pages', `No system was active on ${day}, so there is nothing to export.`);
  return codes;
}

function renderPages(
  context: DeskContext,
  codes: readonly SystemCode[],
  formats: readonly ExportFormat[],
  asOf: string | undefined,
): ExportPage[] {
  return codes.map((code, index) => {
    context.work.report(`Preparing page ${index + 1} of ${codes.length}`, index, codes.length);
    return renderPage(context, viewOf(context, { system: code, asOf }), formats);
  });
}

function renderPage(context: DeskContext, layout: PageView, formats: readonly ExportFormat[]): ExportPage {
  const { db } = context.library;
  const images = nameImages(formats)
    ? imagesOf(
        layout,
        (src) => findImageBySrc(db, src),
        ({ sha256 }) => readImageBytes(db, sha256),
      )
    : [];
  return { layout, files: [...writePageFiles(layout, formats), ...images] };
}
