import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { tempFolder } from '../helpers/desk.ts';

const ROOT = join(import.meta.dirname, '../..');
const BIOME = join(ROOT, 'node_modules/@biomejs/biome/bin/biome');

/** A folder of the project, and what a file in it imports. */
type Arrow = readonly [folder: string, imported: string];

const WRONG: readonly Arrow[] = [
  ['shared', 'node:fs'],
  ['electron/library', '../api/context.ts'],
  ['electron/files', '../library/open.ts'],
  ['electron/suggest', 'node:fs'],
  ['electron/suggest', '../library/open.ts'],
  ['electron/api', 'better-sqlite3'],
  ['electron/cli', '../library/open.ts'],
  ['electron/browser', '../api/dispatch.ts'],
  ['electron/doors', '../library/open.ts'],
  ['electron/desktop', '../files/folder.ts'],
  ['electron/preload', '../desk.ts'],
  ['renderer/app', '../../electron/desk.ts'],
  ['renderer/ui', '../../shared/models.ts'],
  ['renderer/state', '../ui/Button.tsx'],
  ['renderer/commands', '../features/pages/drag.ts'],
  ['renderer/features/pages', '../stories/story-words.ts'],
  ['renderer/features/pages', '../../app/App.tsx'],
  ['renderer/features/pages', '../../../electron/desk.ts'],
];

const RIGHT: readonly Arrow[] = [
  ['electron/suggest', '../../shared/register.ts'],
  ['electron/library', 'better-sqlite3'],
  ['electron/api', '../library/open.ts'],
  ['electron/desktop', '../doors/replies.ts'],
  ['renderer/features/pages', '../../ui/Button.tsx'],
  ['renderer/features/pages', '../../../shared/models.ts'],
  ['renderer/features/pages', './drag.ts'],
];

/** Those of the arrows that the project's linter refuses, each tried in a file of its own. */
function refusedOf(arrows: readonly Arrow[]): Arrow[] {
  const folder = tempFolder();
  copyFileSync(join(ROOT, 'biome.json'), join(folder, 'biome.json'));
  const files = arrows.map(([from, imported], i) => {
    const file = `${from}/arrow-${i}.ts`;
    mkdirSync(join(folder, from), { recursive: true });
    writeFileSync(join(folder, file), `import '${imported}';\n`);
    return file;
  });
  const lint = ['lint', '--vcs-enabled=false', '--colors=off', '--max-diagnostics=none'];
  const { stdout, stderr } = spawnSync(process.execPath, [BIOME, ...lint], { cwd: folder, encoding: 'utf8' });
  const found = `${stdout}${stderr}`;
  expect(found).toContain(`Checked ${files.length + 1} files`);
  return arrows.filter((_, i) => new RegExp(`${files[i]}:.*noRestrictedImports`).test(found));
}

test('the linter refuses every wrong arrow of the import table', () => {
  expect(refusedOf(WRONG)).toEqual(WRONG);
});

test('the linter lets the right ones through', () => {
  expect(refusedOf(RIGHT)).toEqual([]);
});
