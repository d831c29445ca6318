import { lstatSync, mkdtempSync, readdirSync, readFileSync, readlinkSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach } from 'vitest';
import { imagesOf } from '../../electron/files/export/page-files.ts';
import type { ExportPage } from '../../electron/files/export/zip.ts';
import { readImage } from '../../electron/files/image.ts';
import { nameImages, writePageFiles } from '../../electron/files/writers/index.ts';
import { imageSrc } from '../../shared/images.ts';
import type { ExportFormat, Layout, Teaser } from '../../shared/models.ts';
import { png } from '../helpers/pictures.ts';
import { articleId, pageOf, teaser } from './sample-layout.ts';

/** A folder of its own for each test; `path` changes from test to test. */
export function tempFolderPerTest(): { readonly path: string } {
  let path = '';
  beforeEach(() => {
    path = mkdtempSync(join(tmpdir(), 'patchdesk-export-'));
  });
  afterEach(() => {
    rmSync(path, { recursive: true, force: true });
  });
  return {
    get path() {
      return path;
    },
  };
}

/** Everything in a folder, hidden or not: contents by path, `folder` and `link` for what is no file. */
export function snapshot(folder: string): Record<string, string> {
  const found: Record<string, string> = {};
  for (const entry of readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort()) {
    const path = join(folder, entry);
    const stats = lstatSync(path);
    if (stats.isSymbolicLink()) found[entry] = `link ${readlinkSync(path)}`;
    else found[entry] = stats.isFile() ? readFileSync(path, 'utf8') : 'folder';
  }
  return found;
}

function exportPage(layout: Layout, formats: readonly ExportFormat[] = ['html', 'json', 'text']): ExportPage {
  const pictures = new Map(
    layout.zones
      .flatMap(({ teasers }) => teasers)
      .map(({ articleId: id }) => pictureOf(Number.parseInt(id.slice(-4), 16)))
      .map((picture) => [imageSrc(picture), picture]),
  );
  const images = imagesOf(
    layout,
    (src) => pictures.get(src) ?? null,
    (file) => pictures.get(imageSrc(file))?.content ?? new Uint8Array(),
  );
  return { layout, files: [...writePageFiles(layout, formats), ...(nameImages(formats) ? images : [])] };
}

/** The picture of the numbered story: stories from 50 on have one. */
export function pictureOf(n: number) {
  return readImage(png(3, 2, n), `${n}.png`);
}

function imageOf(n: number): Teaser['image'] {
  if (n < 50) return null;
  const picture = pictureOf(n);
  return { alt: `Picture ${n}`, src: imageSrc(picture), width: picture.width, height: picture.height };
}

/** A page with the numbered stories on it. */
export function samplePage(slug: string, stories: readonly number[], formats?: readonly ExportFormat[], asOf?: string) {
  const teasers = stories.map((n) =>
    teaser({ articleId: articleId(n), headline: `Story ${n}`, standfirst: `Words ${n}.`, image: imageOf(n) }),
  );
  return exportPage(pageOf(slug, teasers, asOf), formats);
}
