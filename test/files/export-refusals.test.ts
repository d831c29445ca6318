import * as nodeFs from 'node:fs';
import { existsSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { ExportFs } from '../../electron/files/export/export-fs.ts';
import { writeExport } from '../../electron/files/export/folder.ts';
import type { ExportPage } from '../../electron/files/export/zip.ts';
import { DeskError, type DeskFault } from '../../shared/errors.ts';
import { samplePage, snapshot, tempFolderPerTest } from './export-helpers.ts';

const temp = tempFolderPerTest();
const out = () => join(temp.path, 'out');
const run = (pages: ExportPage[], fs: ExportFs = nodeFs, folder = out()) =>
  writeExport({ out: folder, pages, changedOnly: false, asOf: '2026-11-20' }, fs);
// Stories from 50 on have pictures.
const pages = () => [samplePage('east-fen', [1]), samplePage('north-moor', [1, 50])];

/** Runs an export that must be refused, and checks that it left everything as it was. */
function refusal(fs: ExportFs = nodeFs, folder = out()): DeskFault {
  const before = snapshot(temp.path);
  let fault: DeskFault | undefined;
  try {
    run(pages(), fs, folder);
  } catch (error) {
    if (!(error instanceof DeskError)) throw error;
    fault = error.fault;
  }
  expect(snapshot(temp.path)).toEqual(before);
  if (fault === undefined) throw new Error('Nothing was refused');
  return fault;
}

const failing = (code: string) => Object.assign(new Error(code), { code });

describe('folders that cannot be written to', () => {
  it('a file in the place of the folder, or on the way to it', () => {
    writeFileSync(out(), 'x');
    expect(refusal().code).toBe('export-unwritable');
    expect(refusal(nodeFs, join(out(), 'inner')).code).toBe('export-unwritable');
    expect(refusal(nodeFs, join(temp.path, 'a\0b')).code).toBe('export-unwritable');
    expect(refusal(nodeFs, join(temp.path, 'x'.repeat(300))).code).toBe('export-unwritable');
  });

  it('one in which nothing can be made, however long one tries', () => {
    const fs: ExportFs = {
      ...nodeFs,
      mkdirSync: ((path: string, options?: nodeFs.MakeDirectoryOptions) => {
        // As in /proc: the folder above is there, and still the answer is that something is missing.
        if (path.startsWith(out())) throw failing(options?.recursive ? 'EDEADLK' : 'ENOENT');
        return nodeFs.mkdirSync(path, options);
      }) as typeof nodeFs.mkdirSync,
    };
    expect(refusal(fs, join(out(), 'deep', 'er')).code).toBe('export-unwritable');
  });

  it('one that may only be read, or whose folder above may, whoever asks', () => {
    mkdirSync(out(), { mode: 0o555 });
    const fault = refusal();
    expect(fault.code).toBe('export-unwritable');
    expect(fault.message).toContain('is read-only');
    expect(refusal(nodeFs, join(out(), 'inner')).code).toBe('export-unwritable');
  });

  it.each(['EACCES', 'EROFS', 'EPERM'])('one the disk refuses to write to: %s', (code) => {
    mkdirSync(out());
    const fs: ExportFs = {
      ...nodeFs,
      mkdirSync: ((path: string, options: nodeFs.MakeDirectoryOptions) => {
        if (path.includes('.patchdesk-')) throw failing(code);
        return nodeFs.mkdirSync(path, options);
      }) as typeof nodeFs.mkdirSync,
    };
    expect(refusal(fs).code).toBe('export-unwritable');
    // A folder made for this export alone goes as well.
    rmSync(out(), { recursive: true });
    expect(refusal(fs, join(out(), 'deep', 'er')).code).toBe('export-unwritable');
    expect(existsSync(out())).toBe(false);
  });

  it('a full disk', () => {
    const fs: ExportFs = {
      ...nodeFs,
      writeFileSync: () => {
        throw failing('ENOSPC');
      },
    };
    const fault = refusal(fs);
    expect(fault.code).toBe('export-failed');
    expect(fault.message).toContain('full');
  });

  it('a disk that gives back other bytes than it was given', () => {
    run(pages());
    const fs: ExportFs = {
      ...nodeFs,
      readFileSync: ((path: string, options?: BufferEncoding) => {
        const content = nodeFs.readFileSync(path);
        if (path.includes('.patchdesk-') && path.endsWith('index.html')) content[100] = 0;
        return options ? content.toString(options) : content;
      }) as typeof nodeFs.readFileSync,
    };
    const fault = refusal(fs);
    expect(fault.code).toBe('export-failed');
    expect(fault.message).toContain('east-fen/index.html');
  });
});

describe('folders that hold what is not ours', () => {
  const foreign = () => {
    const fault = refusal();
    expect(fault).toMatchObject({ code: 'export-foreign-folder', file: out() });
    return fault.message;
  };

  it('other files, which are named', () => {
    mkdirSync(join(out(), 'photos'), { recursive: true });
    for (const name of ['a.txt', 'b.txt', 'letter.doc']) writeFileSync(join(out(), name), 'x');
    expect(foreign()).toContain('“a.txt”, “b.txt”, “letter.doc” and 1 more');
  });

  it('but hidden files do no harm', () => {
    mkdirSync(out());
    writeFileSync(join(out(), '.gitkeep'), 'x');
    expect(run(pages()).written).toHaveLength(2);
  });

  it.each([
    ['another program’s', '{"total": "12.00"}'],
    ['broken', '{"version": 1, "tool": "patch'],
    ['empty', ''],
    ['of a later version', '{"version": 2, "tool": "patchdesk", "asOf": "2026-11-20", "pages": []}'],
  ])('a receipt.json that is %s', (_, content) => {
    mkdirSync(out());
    writeFileSync(join(out(), 'receipt.json'), content);
    expect(foreign()).toContain('receipt.json');
  });

  it('a folder in the place of receipt.json', () => {
    mkdirSync(join(out(), 'receipt.json'), { recursive: true });
    expect(foreign()).toContain('receipt.json');
  });

  it('a page’s folder that the receipt does not list', () => {
    run([samplePage('east-fen', [1])]);
    mkdirSync(join(out(), 'north-moor'));
    expect(foreign()).toContain('“north-moor”');
  });

  it('a file in the place of a page’s folder', () => {
    run([samplePage('east-fen', [1])]);
    writeFileSync(join(out(), 'north-moor'), 'x');
    expect(foreign()).toContain('“north-moor”');
  });

  it('a file in a page’s folder that the receipt does not list', () => {
    run(pages());
    writeFileSync(join(out(), 'north-moor', '.htaccess'), 'x');
    expect(foreign()).toContain('“north-moor/.htaccess”');
  });

  it('a folder or a link in the place of a page’s file', () => {
    run(pages());
    rmSync(join(out(), 'north-moor', 'index.txt'));
    symlinkSync(join(out(), 'receipt.json'), join(out(), 'north-moor', 'index.txt'));
    expect(foreign()).toContain('“north-moor/index.txt”');
  });

  it('a link in the place of a page’s folder, of which nothing is written through', () => {
    run(pages());
    const elsewhere = join(temp.path, 'elsewhere');
    mkdirSync(elsewhere);
    rmSync(join(out(), 'north-moor'), { recursive: true });
    symlinkSync(elsewhere, join(out(), 'north-moor'));
    expect(foreign()).toContain('link');
    expect(nodeFs.readdirSync(elsewhere)).toEqual([]);
  });

  it('files among a page’s pictures that are not its own, and links in the place of one or of their folder', () => {
    run(pages());
    const images = join(out(), 'north-moor', 'images');
    const [picture] = nodeFs.readdirSync(images);
    writeFileSync(join(images, 'holiday.png'), 'x');
    expect(foreign()).toContain('“north-moor/images/holiday.png”');
    rmSync(join(images, 'holiday.png'));
    mkdirSync(join(images, 'more'));
    expect(foreign()).toContain('“north-moor/images/more”');
    rmSync(join(images, 'more'), { recursive: true });
    const inside = join(images, picture ?? '');
    rmSync(inside);
    symlinkSync(join(out(), 'receipt.json'), inside);
    expect(foreign()).toContain(`“north-moor/images/${picture}” in it is not a plain file`);
    rmSync(images, { recursive: true });
    symlinkSync(out(), images);
    expect(foreign()).toContain('“north-moor/images”');
  });

  it('a receipt whose paths reach out of the folder', () => {
    run(pages());
    const path = join(out(), 'receipt.json');
    writeFileSync(path, readFileSync(path, 'utf8').replace('"slug": "north-moor"', '"slug": ".."'));
    expect(foreign()).toContain('receipt.json');
  });
});
