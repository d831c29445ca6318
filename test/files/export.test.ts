import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { type ExportJob, writeExport } from '../../electron/files/export/folder.ts';
import { contentOf } from '../../electron/files/export/page-files.ts';
import { readReceipt } from '../../electron/files/export/receipt.ts';
import { buildZip, type ExportPage } from '../../electron/files/export/zip.ts';
import { pictureOf, samplePage, snapshot, tempFolderPerTest } from './export-helpers.ts';
import { articleId } from './sample-layout.ts';

const temp = tempFolderPerTest();
const out = (name = 'out') => join(temp.path, name);
const run = (pages: ExportPage[], more: Partial<ExportJob> = {}) =>
  writeExport({ out: out(), pages, changedOnly: false, asOf: '2026-11-20', ...more });

describe('an export into a folder', () => {
  it('makes the folder, writes each page in each format, and a receipt that fits them', () => {
    const progress: Array<[number, string]> = [];
    const result = run([samplePage('north-moor', [1, 2]), samplePage('east-fen', [1])], {
      out: out('a/b/out'),
      onProgress: (done, page) => progress.push([done, page]),
    });
    const found = snapshot(out('a/b/out'));
    expect(Object.keys(found)).toEqual([
      'east-fen',
      'east-fen/index.html',
      'east-fen/index.json',
      'east-fen/index.txt',
      'north-moor',
      'north-moor/index.html',
      'north-moor/index.json',
      'north-moor/index.txt',
      'receipt.json',
    ]);
    expect(readReceipt(found['receipt.json'] ?? '')).toEqual(result.receipt);
    for (const { path, bytes, sha256 } of result.receipt.pages.flatMap(({ files }) => files)) {
      const content = readFileSync(join(out('a/b/out'), path));
      expect(bytes).toBe(content.length);
      expect(sha256).toBe(createHash('sha256').update(content).digest('hex'));
    }
    expect(result.written).toEqual(['QNORT', 'QEAST']);
    expect(result.out).toBe(out('a/b/out'));
    expect(progress).toEqual([
      [1, 'north-moor'],
      [2, 'east-fen'],
    ]);
  });

  it('gives the same bytes for the same pages, and counts against the receipt before', () => {
    run([samplePage('north-moor', [1, 2])]);
    run([samplePage('north-moor', [1, 2])], { out: out('other') });
    expect(snapshot(out())).toEqual(snapshot(out('other')));
    const again = run([samplePage('north-moor', [3, 1, 2])]);
    expect(again.receipt.pages[0]).toMatchObject({ added: 1, moved: 0, removed: 0, reworded: 0 });
  });

  it('replaces a page whole, and leaves the pages of earlier exports and hidden files alone', () => {
    run([samplePage('north-moor', [1]), samplePage('east-fen', [1])]);
    writeFileSync(join(out(), '.gitignore'), 'x');
    writeFileSync(join(out(), 'north-moor', '.DS_Store'), 'x');
    const before = snapshot(out());
    const { receipt, written } = run([samplePage('north-moor', [2], ['text'])]);
    const after = snapshot(out());
    expect(Object.keys(after).filter((path) => path.startsWith('north-moor/'))).toEqual(['north-moor/index.txt']);
    expect(after['east-fen/index.html']).toBe(before['east-fen/index.html']);
    expect(after['.gitignore']).toBe('x');
    expect(written).toEqual(['QNORT']);
    expect(receipt.pages.map(({ slug, added }) => [slug, added])).toEqual([
      ['east-fen', 0],
      ['north-moor', 1],
    ]);
    run([samplePage('east-fen', [5])]);
  });

  it('refuses an export of no page', () => {
    expect(() => run([])).toThrowError(
      expect.objectContaining({ fault: expect.objectContaining({ code: 'export-no-pages' }) }),
    );
  });
});

describe('an export of changed pages only', () => {
  const changed = (pages: ExportPage[], asOf = '2026-11-20') => run(pages, { changedOnly: true, asOf });
  /** Marks the files, so that one that is written again shows. */
  const age = (path: string) => utimesSync(join(out(), path), 1000, 1000);
  const isOld = (path: string) => statSync(join(out(), path)).mtimeMs === 1_000_000;

  it('writes a page that changed, and leaves one that did not', () => {
    run([samplePage('north-moor', [1]), samplePage('east-fen', [1])]);
    for (const slug of ['north-moor', 'east-fen']) age(`${slug}/index.txt`);
    const { written, receipt } = changed([samplePage('north-moor', [1]), samplePage('east-fen', [2])]);
    expect(written).toEqual(['QEAST']);
    expect(isOld('north-moor/index.txt')).toBe(true);
    expect(isOld('east-fen/index.txt')).toBe(false);
    expect(receipt.pages.map(({ slug, added, removed }) => [slug, added, removed])).toEqual([
      ['east-fen', 1, 1],
      ['north-moor', 0, 0],
    ]);
  });

  it('does not take another day for a change', () => {
    run([samplePage('north-moor', [1])]);
    const before = snapshot(out());
    const { written } = changed([samplePage('north-moor', [1], undefined, '2026-11-21')], '2026-11-21');
    expect(written).toEqual([]);
    expect(snapshot(out())['north-moor/index.json']).toBe(before['north-moor/index.json']);
    expect(run([samplePage('north-moor', [1], undefined, '2026-11-21')]).written).toEqual(['QNORT']);
    expect(snapshot(out())['north-moor/index.json']).toContain('"asOf": "2026-11-21"');
  });

  it('writes a page again whose files were changed or removed, or are of other formats', () => {
    run([samplePage('north-moor', [1])]);
    writeFileSync(join(out(), 'north-moor', 'index.txt'), 'somebody else’s words');
    expect(changed([samplePage('north-moor', [1])]).written).toEqual(['QNORT']);
    expect(changed([samplePage('north-moor', [1])]).written).toEqual([]);
    expect(changed([samplePage('north-moor', [1], ['text'])]).written).toEqual(['QNORT']);
  });
});

describe('a page with pictures', () => {
  const path = (n: number) => `north-moor/images/${pictureOf(n).sha256.slice(0, 16)}.png`;
  const paths = () => Object.keys(snapshot(out())).filter((name) => name.startsWith('north-moor/images'));

  it('has each beside it once, in the receipt with size and sum, and named by its HTML and JSON', () => {
    const { receipt } = run([samplePage('north-moor', [50, 1, 51])]);
    const wanted = [path(50), path(51)].sort();
    expect(paths()).toEqual(['north-moor/images', ...wanted]);
    const listed = receipt.pages[0]?.files.filter(({ path: name }) => name.includes('/images/'));
    expect(listed?.map((file) => file.path)).toEqual(wanted);
    for (const { path: name, bytes, sha256 } of listed ?? []) {
      const content = readFileSync(join(out(), name));
      expect([bytes, sha256]).toEqual([content.length, createHash('sha256').update(content).digest('hex')]);
    }
    const html = readFileSync(join(out(), 'north-moor', 'index.html'), 'utf8');
    expect(html).toContain(
      `<img src="${path(50).slice('north-moor/'.length)}" alt="" width="3" height="2" loading="lazy">`,
    );
    expect(JSON.parse(readFileSync(join(out(), 'north-moor', 'index.json'), 'utf8')).zones[0].teasers[0].image).toEqual(
      {
        alt: 'Picture 50',
        src: path(50).slice('north-moor/'.length),
        width: 3,
        height: 2,
      },
    );
  });

  it('needs none beside it where nothing names them', () => {
    run([samplePage('north-moor', [50], ['text'])]);
    expect(paths()).toEqual([]);
  });

  it('has changed when a picture has, or was changed on the disk; otherwise nothing is written', () => {
    run([samplePage('north-moor', [50, 1])]);
    const changed = (stories: number[]) => run([samplePage('north-moor', stories)], { changedOnly: true }).written;
    expect(changed([50, 1])).toEqual([]);
    writeFileSync(join(out(), path(50)), 'another picture');
    expect(changed([50, 1])).toEqual(['QNORT']);
    expect(changed([50, 1])).toEqual([]);
    rmSync(join(out(), path(50)));
    expect(changed([50, 1])).toEqual(['QNORT']);
    expect(changed([51, 1])).toEqual(['QNORT']);
    expect(paths()).toEqual(['north-moor/images', path(51)]);
    expect(changed([1])).toEqual(['QNORT']);
    expect(paths()).toEqual([]);
  });

  it('counts as re-worded where the same story shows another picture', () => {
    const page = (picture: number) => {
      const { layout, files } = samplePage('north-moor', [picture]);
      const zones = layout.zones.map((zone) => ({
        ...zone,
        teasers: zone.teasers.map((teaser) => ({
          ...teaser,
          articleId: articleId(1),
          headline: 'A',
          standfirst: 'B',
          image: teaser.image && { ...teaser.image, alt: 'C' },
        })),
      }));
      return { layout: { ...layout, zones }, files };
    };
    run([page(50)]);
    expect(run([page(50)]).receipt.pages[0]).toMatchObject({ reworded: 0 });
    expect(run([page(51)]).receipt.pages[0]).toMatchObject({ added: 0, moved: 0, removed: 0, reworded: 1 });
  });

  it('is not exported with one that the library gives back damaged', () => {
    const page = samplePage('north-moor', [50]);
    const files = page.files.map((file) => ('read' in file ? { ...file, read: () => new Uint8Array([1]) } : file));
    for (const act of [() => run([{ ...page, files }]), () => buildZip([{ ...page, files }], '2026-11-20')]) {
      expect(act).toThrowError(
        expect.objectContaining({ fault: expect.objectContaining({ code: 'library-damaged' }) }),
      );
    }
    expect(snapshot(temp.path)).toEqual({});
  });

  it('is too much for one zip with more than a window takes', () => {
    const page = samplePage('north-moor', [50]);
    const files = page.files.map((file) => ('read' in file ? { ...file, bytes: 300 * 1024 * 1024 } : file));
    expect(() => buildZip([{ ...page, files }], '2026-11-20')).toThrowError(
      expect.objectContaining({ fault: expect.objectContaining({ code: 'too-large' }) }),
    );
  });
});

describe('any sequence of exports', () => {
  it('touches nothing that is not in its receipt, and ends with what the last export of each page said', () => {
    const slugs = ['north-moor', 'east-fen', 'south-wold'];
    const step = fc.record({
      slugs: fc.subarray(slugs, { minLength: 1 }),
      // Stories from 50 on have pictures.
      stories: fc.uniqueArray(fc.oneof(fc.nat(6), fc.integer({ min: 50, max: 53 })), { maxLength: 4 }),
      formats: fc.subarray(['html' as const, 'json' as const, 'text' as const], { minLength: 1 }),
      changedOnly: fc.boolean(),
    });
    let n = 0;
    fc.assert(
      fc.property(fc.array(step, { minLength: 1, maxLength: 5 }), (steps) => {
        n += 1;
        const folder = out(`sequence-${n}`);
        const expected: Record<string, string> = {};
        mkdirSync(folder);
        writeFileSync(join(folder, '.keep'), 'mine');
        for (const [i, { slugs: some, stories, formats, changedOnly }] of steps.entries()) {
          const pages = some.map((slug) => samplePage(slug, stories, formats));
          run(pages, { out: folder, changedOnly });
          if (i === 0) {
            // Beside pages that are ours by now, somebody keeps things of their own.
            mkdirSync(join(folder, 'notes'));
            writeFileSync(join(folder, 'notes', 'index.txt'), 'mine too');
          }
          for (const { layout, files } of pages) {
            const { slug } = layout.system;
            for (const path of Object.keys(expected)) if (path.startsWith(`${slug}/`)) delete expected[path];
            for (const file of files) expected[`${slug}/${file.name}`] = Buffer.from(contentOf(file)).toString('utf8');
          }
        }
        const { 'receipt.json': receipt, ...found } = snapshot(folder);
        const files = Object.fromEntries(Object.entries(found).filter(([, content]) => content !== 'folder'));
        expect(files).toEqual({ ...expected, '.keep': 'mine', 'notes/index.txt': 'mine too' });
        const listed = readReceipt(receipt ?? '')?.pages.flatMap((page) => page.files.map(({ path }) => path));
        expect(listed?.sort()).toEqual(Object.keys(expected).sort());
      }),
      { numRuns: 40 },
    );
  });
});

describe('an export as a zip', () => {
  it('holds the same files and a first receipt, in the same bytes wherever the clock stands', () => {
    const pages = [samplePage('north-moor', [1, 2, 50]), samplePage('east-fen', [1])];
    const { receipt, bytes } = buildZip(pages, '2026-11-20');
    run(pages);
    const entries = Object.entries(unzipSync(bytes)).map(([path, content]) => [
      path,
      new TextDecoder().decode(content),
    ]);
    const onDisk = Object.entries(snapshot(out())).filter(([, content]) => content !== 'folder');
    expect(Object.fromEntries(entries)).toEqual(Object.fromEntries(onDisk));
    expect(receipt).toEqual(readReceipt(snapshot(out())['receipt.json'] ?? ''));
    expect(buildZip(pages.toReversed(), '2026-11-20').bytes).toEqual(bytes);
    // The time of the first entry: midnight of 1 January 1980, as a zip counts.
    expect([...bytes.subarray(10, 14)]).toEqual([0, 0, 0x21, 0]);
  });
});
