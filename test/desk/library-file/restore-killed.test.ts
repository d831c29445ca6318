import { spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { openLibrary } from '../../../electron/desk/core/open.ts';
import { restoreBackup } from '../../../electron/desk/library-file/restore-backup.ts';
import { tempFolder, testDesk } from '../../helpers/desk.ts';
import { BLANK } from '../../helpers/story.ts';

const SCRIPT = join(import.meta.dirname, 'killed-restore.ts');

async function makeLibrary(path: string, headline: string): Promise<void> {
  const { desk, ask } = testDesk({ path });
  await ask('stories.create', { fields: { ...BLANK, headline, embargoUntil: null } });
  await desk.close();
}

function headlinesOf(path: string): string[] {
  const db = openLibrary(path, { mustExist: true });
  try {
    expect(db.pragma('integrity_check', { simple: true })).toBe('ok');
    return db.prepare('SELECT headline FROM articles ORDER BY 1').pluck().all() as string[];
  } finally {
    db.close();
  }
}

test('a restore that is killed at any point leaves the earlier library or the new one, whole', async () => {
  const folder = tempFolder();
  const library = join(folder, 'library.patchdesk');
  const earlier = join(folder, 'earlier');
  const backup = join(folder, 'backup.patchdesk');
  await makeLibrary(library, 'earlier');
  await makeLibrary(backup, 'restored');
  copyFileSync(library, earlier);
  const run = (nth: number) =>
    spawnSync(process.execPath, [SCRIPT, backup, library, String(nth)], { encoding: 'utf8' });
  const whole = run(0);
  expect(whole.stderr).toBe('');
  const calls = Number(whole.stdout);
  expect(calls).toBeGreaterThan(3);
  expect(headlinesOf(library)).toEqual(['restored']);
  for (let nth = 1; nth <= calls; nth += 1) {
    copyFileSync(earlier, library);
    expect(run(nth).signal, `killed before call ${nth}`).toBe('SIGKILL');
    expect(headlinesOf(library), `killed before call ${nth}`).toEqual(['earlier']);
    for (const name of readdirSync(folder).filter(
      (one) => one.includes('.before-restore-') && one.endsWith('.patchdesk'),
    )) {
      expect(headlinesOf(join(folder, name))).toEqual(['earlier']);
    }
  }
  // The next one goes through, and clears away what the killed ones left.
  const { kept } = await restoreBackup(backup, library, new Date());
  expect(headlinesOf(library)).toEqual(['restored']);
  expect(headlinesOf(kept ?? '')).toEqual(['earlier']);
  expect(readdirSync(folder).filter((name) => name.includes('.restoring-'))).toEqual([]);
}, 60_000);

test('a damaged library is kept with the steps that lie beside it, and none of them reach the restored one', async () => {
  const folder = tempFolder();
  const library = join(folder, 'library.patchdesk');
  const backup = join(folder, 'backup.patchdesk');
  await makeLibrary(library, 'earlier');
  await makeLibrary(backup, 'restored');
  const db = new Database(library);
  db.pragma('journal_mode = WAL');
  db.exec(`UPDATE articles SET headline = 'in the log'`);
  const log = readFileSync(`${library}-wal`);
  db.close();
  writeFileSync(library, 'This was a library once. '.repeat(1000));
  writeFileSync(`${library}-wal`, log);
  const { kept } = await restoreBackup(backup, library, new Date());
  expect(headlinesOf(library)).toEqual(['restored']);
  expect(readFileSync(kept ?? '', 'utf8')).toContain('This was a library once.');
  expect(existsSync(`${kept}-wal`) && readFileSync(`${kept}-wal`).equals(log)).toBe(true);
});
