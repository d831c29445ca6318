import * as nodeFs from 'node:fs';
import { mkdirSync, renameSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { ExportFs } from '../../electron/files/export/export-fs.ts';
import { writeExport } from '../../electron/files/export/folder.ts';
import type { ExportPage } from '../../electron/files/export/zip.ts';
import { DeskError } from '../../shared/errors.ts';
import { samplePage, snapshot, tempFolderPerTest } from './export-helpers.ts';

const temp = tempFolderPerTest();
const out = () => join(temp.path, 'out');
const run = (pages: ExportPage[], fs: ExportFs = nodeFs) =>
  writeExport({ out: out(), pages, changedOnly: false, asOf: '2026-11-20' }, fs);

// Stories from 50 on have pictures.
const earlierPages = () => [samplePage('east-fen', [1, 51]), samplePage('north-moor', [1])];
const newPages = () => [
  samplePage('east-fen', [2, 52]),
  samplePage('north-moor', [2, 51]),
  samplePage('south-wold', [2]),
];

const CHANGING = ['mkdirSync', 'renameSync', 'rmSync', 'rmdirSync', 'writeFileSync', 'openSync', 'fsyncSync'] as const;

/** A disk on which the nth change fails: that one only, or from then on all, as when the process is gone. */
function failingFs(nth: number, isForGood: boolean): { fs: ExportFs; count: () => number } {
  let count = 0;
  const fs: ExportFs = { ...nodeFs };
  const disk: Record<string, unknown> = { ...nodeFs };
  for (const name of CHANGING) {
    const real = disk[name] as (...args: unknown[]) => unknown;
    Object.assign(fs, {
      [name]: (...args: unknown[]) => {
        count += 1;
        if (count === nth || (isForGood && count > nth)) throw Object.assign(new Error('EIO'), { code: 'EIO' });
        return real(...args);
      },
    });
  }
  return { fs, count: () => count };
}

/** How many changes a whole export makes. */
function countChanges(): number {
  const { fs, count } = failingFs(Number.POSITIVE_INFINITY, false);
  run(newPages(), fs);
  return count();
}

function emptyOut(pages: ExportPage[]): Record<string, string> {
  nodeFs.rmSync(out(), { recursive: true, force: true });
  if (pages.length > 0) run(pages);
  return nodeFs.existsSync(out()) ? snapshot(out()) : {};
}

const failure = (fs: ExportFs): DeskError => {
  try {
    run(newPages(), fs);
  } catch (error) {
    if (error instanceof DeskError) return error;
    throw error;
  }
  throw new Error('Nothing failed');
};

describe.each([
  ['over an earlier one', earlierPages],
  ['into a new folder', () => []],
])('an export %s of which one change fails', (_, earlier) => {
  it('leaves the folder as it was or, once the receipt is in place, whole and new', () => {
    emptyOut(earlier());
    const changes = countChanges();
    const whole = snapshot(out());
    const outcomes = { old: 0, fresh: 0 };
    for (let nth = 1; nth <= changes; nth += 1) {
      const old = emptyOut(earlier());
      const error = failure(failingFs(nth, false).fs);
      expect(error.fault.code).toBe('export-failed');
      const found = nodeFs.existsSync(out()) ? snapshot(out()) : {};
      const visible = Object.fromEntries(Object.entries(found).filter(([path]) => !path.startsWith('.patchdesk-')));
      const isOld = JSON.stringify(visible) === JSON.stringify(old);
      if (!isOld) expect(visible).toEqual(whole);
      outcomes[isOld ? 'old' : 'fresh'] += 1;
      // Whatever was left over, the next export puts right.
      run(newPages());
      expect(Object.keys(snapshot(out()))).toEqual(Object.keys(whole));
    }
    expect(outcomes.old).toBeGreaterThan(15);
    expect(outcomes.fresh).toBeGreaterThan(0);
  });

  it('is undone by the next export when the process was gone half-way', () => {
    emptyOut(earlier());
    const changes = countChanges();
    for (let nth = 1; nth <= changes; nth += 1) {
      const old = emptyOut(earlier());
      failure(failingFs(nth, true).fs);
      // Another page: nothing but the recovery may touch the three that were under way.
      const { receipt } = run([samplePage('west-holt', [1])]);
      const found = snapshot(out());
      expect(Object.keys(found).filter((path) => path.startsWith('.'))).toEqual([]);
      const isDone = receipt.pages.some(({ slug }) => slug === 'south-wold');
      for (const path of ['east-fen/index.txt', 'north-moor/index.txt', 'south-wold/index.txt']) {
        if (isDone) expect(found[path]).toContain('Story 2');
        else expect(found[path]).toBe(old[path]);
      }
    }
  });
});

describe('what an interrupted export left', () => {
  const staging = (owner: number) => join(out(), `.patchdesk-${owner}`);
  /** No process has this number. */
  const NOBODY = 2 ** 30;

  it('is cleared away only if it has the name of ours', () => {
    run(earlierPages());
    for (const name of ['.patchdesk-', '.patchdesk-12x', '.patchdesk']) {
      mkdirSync(join(out(), name));
      writeFileSync(join(out(), name, 'mine.txt'), 'x');
    }
    mkdirSync(join(staging(NOBODY), 'new'), { recursive: true });
    run(earlierPages());
    expect(Object.keys(snapshot(out())).filter((path) => path.startsWith('.'))).toEqual([
      '.patchdesk',
      '.patchdesk-',
      '.patchdesk-/mine.txt',
      '.patchdesk-12x',
      '.patchdesk-12x/mine.txt',
      '.patchdesk/mine.txt',
    ]);
  });

  it('is left alone while another process that is alive is at it', () => {
    run(earlierPages());
    mkdirSync(staging(process.ppid));
    const found = snapshot(out());
    const error = failure(nodeFs);
    expect(error.fault.code).toBe('export-failed');
    expect(error.message).toContain('Another Patchdesk');
    expect(snapshot(out())).toEqual(found);
    // An hour later that number belongs to somebody else.
    utimesSync(staging(process.ppid), Date.now() / 1000 - 3600, Date.now() / 1000 - 3600);
    expect(run(newPages()).written).toHaveLength(3);
  });

  it('is not deleted when its notes are lost and pages lie in it', () => {
    run(earlierPages());
    mkdirSync(join(staging(NOBODY), 'old'), { recursive: true });
    renameSync(join(out(), 'north-moor'), join(staging(NOBODY), 'old', 'north-moor'));
    const found = snapshot(out());
    expect(failure(nodeFs).message).toContain('.patchdesk-');
    writeFileSync(join(staging(NOBODY), 'plan.json'), '{"pages": [');
    expect(failure(nodeFs).fault.code).toBe('export-failed');
    expect(snapshot(out())).toMatchObject(found);
  });
});
