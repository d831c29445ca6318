import type { ExportFormat, Layout } from '../../../shared/models.ts';
import { writeHtml } from './html.ts';
import { writeJson } from './json.ts';
import { writeText } from './text.ts';

export interface PageFile {
  /** The name inside the page's folder. */
  name: string;
  content: string;
}

interface Writer {
  name: string;
  write: (layout: Layout) => string;
  /** Whether the file refers to the page's pictures, so that they must be beside it. */
  namesImages: boolean;
}

const WRITERS: Readonly<Record<ExportFormat, Writer>> = {
  text: { name: 'index.txt', write: writeText, namesImages: false },
  html: { name: 'index.html', write: writeHtml, namesImages: true },
  json: { name: 'index.json', write: writeJson, namesImages: true },
};

/** A page in one format, exactly as an export writes it. */
export function writePage(layout: Layout, format: ExportFormat): PageFile {
  const { name, write } = WRITERS[format];
  return { name, content: write(layout) };
}

/** A page's files in all the given formats, each once. */
export function writePageFiles(layout: Layout, formats: readonly ExportFormat[]): PageFile[] {
  return [...new Set(formats)].map((format) => writePage(layout, format));
}

/** Whether pages in these formats need their pictures beside them. */
export function nameImages(formats: readonly ExportFormat[]): boolean {
  return formats.some((format) => WRITERS[format].namesImages);
}

export { htmlFragment } from './html.ts';
