import { lstatSync, mkdtempSync, readdirSync, readFileSync, readlinkSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach } from 'vitest';
import type { ExportPage } from '../../electron/files/export/zip.ts';
import { writePageFiles } from '../../electron/files/writers/index.ts';
import type { ExportFormat, Layout } from '../../shared/models.ts';
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

export function exportPage(layout: Layout, formats: readonly ExportFormat[] = ['html', 'json', 'text']): ExportPage {
  return { layout, files: writePageFiles(layout, formats) };
}

/** A page with the numbered stories on it. */
export function samplePage(slug: string, stories: readonly number[], formats?: readonly ExportFormat[], asOf?: string) {
  const teasers = stories.map((n) =>
    teaser({ articleId: articleId(n), headline: `Story ${n}`, standfirst: `Words ${n}.` }),
  );
  return exportPage(pageOf(slug, teasers, asOf), formats);
}
