import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, test } from 'vitest';
import { salvageLibrary } from '../../../electron/desk/library-file/salvage.ts';
import { asFile, captureText, tempFolder, testDesk } from '../../helpers/desk.ts';

const STORIES = 600;

async function library(): Promise<string> {
  const { desk, ask, path } = testDesk({ path: join(tempFolder(), 'library.patchdesk') });
  const stories = Array.from(
    { length: STORIES },
    (_, n) =>
      ['Ward', `Ward ${n} reopens`, `The repairs to ward ${n} took ${n + 2} days. ${'Long. '.repeat(30)}`] as const,
  );
  await ask('import.contents', { files: [asFile('page.txt', captureText('Devon ICS', stories))] });
  await desk.close();
  return path;
}

/** Zeroes some pages of a table, but for the first, which holds the way to the others. */
function zeroLeaves(path: string, table: string, count: number): void {
  const db = new Database(path);
  const pages = db
    .prepare(`SELECT pageno FROM dbstat WHERE name = ? AND pagetype = 'leaf' ORDER BY pageno`)
    .pluck()
    .all(table) as number[];
  const size = db.pragma('page_size', { simple: true }) as number;
  db.close();
  const bytes = readFileSync(path);
  const chosen = pages.filter((_, index) => index % Math.ceil(pages.length / count) === 1);
  expect(chosen.length).toBeGreaterThan(1);
  for (const page of chosen) bytes.fill(0, (page - 1) * size, page * size);
  writeFileSync(path, bytes);
}

describe('what can be read of a damaged library', () => {
  test('is saved in a whole library, and each loss is counted', async () => {
    const path = await library();
    zeroLeaves(path, 'articles', 3);
    const bytes = readFileSync(path);
    const { ask, refuse } = testDesk({ path });
    expect((await refuse('settings.set', { limits: { headline: 50 } })).code).toBe('library-damaged');
    const { path: saved, tables } = await ask('library.salvage', {});
    expect(saved).toMatch(/library\.salvaged-.*\.patchdesk$/);
    const articles = tables.find(({ table }) => table === 'articles');
    expect(articles?.read).toBeGreaterThan(STORIES / 2);
    expect(articles?.read).toBeLessThan(STORIES);
    expect(articles?.lost).toBe(STORIES - (articles?.read ?? 0));
    await ask('library.openSaved', {});
    expect(await ask('library.check', {})).toMatchObject({ ok: true, problems: [], articles: articles?.read });
    expect(readFileSync(path).equals(bytes)).toBe(true);
  });

  test('is everything where nothing is damaged', async () => {
    const path = await library();
    const out = join(tempFolder(), 'out.patchdesk');
    const { tables } = salvageLibrary(path, out);
    expect(tables.filter(({ lost }) => lost !== 0)).toEqual([]);
    const { ask } = testDesk({ path: out });
    expect(await ask('library.check', {})).toMatchObject({ ok: true, problems: [], articles: STORIES });
    expect(await ask('history.undo', { otherDoorToo: true })).toMatchObject({ entry: { label: expect.any(String) } });
    expect(() => salvageLibrary(path, out)).toThrow('already exists');
  });
});
