import type { ExportFormat, Layout } from '../../../shared/models.ts';
import { writeHtml } from './html.ts';
import { writeJson } from './json.ts';
import { writeText } from './text.ts';

export interface PageFile {
  /** Name inside the page's folder. */
  name: string;
  content: string;
}

const WRITERS: Readonly<Record<ExportFormat, { name: string; write: (layout: Layout) => string }>> = {
  text: { name: 'index.txt', write: writeText },
  html: { name: 'index.html', write: writeHtml },
  json: { name: 'index.json', write: writeJson },
};

/** A page in one format, exactly as an export writes it. */
export function writePage(layout: Layout, format: ExportFormat): PageFile {
  const { name, write } = WRITERS[format];
  return { name, content: write(layout) };
}

/** A page's files in all the formats asked for, each once. */
export function writePageFiles(layout: Layout, formats: readonly ExportFormat[]): PageFile[] {
  return [...new Set(formats)].map((format) => writePage(layout, format));
}

export { htmlFragment } from './html.ts';
