import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { tempFolder } from '../helpers/desk.ts';
import { importsRefused } from './import-table.ts';
import { PROJECT_PATH } from './project-path.ts';

/** A file of the project, and what it would import. */
type Arrow = readonly [file: string, imported: string];

const WRONG: readonly Arrow[] = [
  ['shared/a.ts', 'node:fs'],
  ['shared/a.ts', '../electron/desk/desk.ts'],
  ['electron/files/a.ts', '../desk/core/open.ts'],
  ['electron/suggest/a.ts', 'node:fs'],
  ['electron/suggest/a.ts', '../desk/core/open.ts'],
  ['electron/desk/core/a.ts', '../images/image-files.ts'],
  ['electron/desk/core/a.ts', '../context.ts'],
  ['electron/desk/stories/a.ts', '../pages/layout/fills.ts'],
  ['electron/desk/stories/a.ts', '../dispatch.ts'],
  ['electron/desk/pages/layout/a.ts', '../placing/shelf-rows.ts'],
  ['electron/desk/pages/zones/a.ts', '../page-handlers.ts'],
  ['electron/desk/review/a.ts', '../board/board-counts.ts'],
  ['electron/desk/handlers.ts', './dispatch.ts'],
  ['electron/desk/new-subject/a.ts', '../core/open.ts'],
  ['electron/cli/a.ts', '../desk/core/open.ts'],
  ['electron/browser/a.ts', '../desk/dispatch.ts'],
  ['electron/doors/a.ts', '../desk/core/open.ts'],
  ['electron/desktop/a.ts', '../files/folder.ts'],
  ['electron/preload/a.ts', '../desk/desk.ts'],
  ['renderer/app/a.ts', '../../electron/desk/desk.ts'],
  ['renderer/ui/a.ts', '../../shared/models.ts'],
  ['renderer/state/a.ts', '../ui/Button.tsx'],
  ['renderer/state/a.ts', '../features/queue/queue-slice.ts'],
  ['renderer/commands/a.ts', '../features/queue/queue-slice.ts'],
  ['renderer/features/board/a.ts', '../stories/stories-slice.ts'],
  ['renderer/features/board/a.ts', '../../app/App.tsx'],
  ['renderer/features/board/a.ts', '../../../electron/desk/desk.ts'],
];

const RIGHT: readonly Arrow[] = [
  ['electron/suggest/a.ts', '../../shared/models.ts'],
  ['electron/files/a.ts', 'node:fs'],
  ['electron/desk/core/a.ts', 'node:fs'],
  ['electron/desk/stories/a.ts', '../core/open.ts'],
  ['electron/desk/stories/a.ts', '../../files/folder.ts'],
  ['electron/desk/review/a.ts', '../pages/layout/fills.ts'],
  ['electron/desk/dispatch.ts', './review/version-rows.ts'],
  ['electron/desktop/a.ts', '../doors/replies.ts'],
  ['renderer/app/a.ts', '../features/queue/queue-slice.ts'],
  ['renderer/features/board/a.ts', '../../ui/Button.tsx'],
  ['renderer/features/board/a.ts', '../../../shared/models.ts'],
  ['renderer/features/board/a.ts', './board-slice.ts'],
];

/** Those of the arrows that the table refuses, tried in a project that holds nothing else. */
async function refusedOf(arrows: readonly Arrow[]): Promise<Arrow[]> {
  const folder = emptyProject();
  const files = new Map<string, string>();
  for (const [file, imported] of arrows) {
    if (imported.startsWith('.') && !files.has(targetOf(file, imported))) files.set(targetOf(file, imported), '');
    files.set(file, `${files.get(file) ?? ''}import '${imported}';\n`);
  }
  for (const [path, text] of files) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  const refused = new Set(await importsRefused(folder));
  return arrows.filter(([file, imported]) => refused.has(`not-in-allowed: ${file} → ${targetOf(file, imported)}`));
}

function targetOf(file: string, imported: string): string {
  return imported.startsWith('.') ? join(dirname(file), imported) : imported.replace('node:', '');
}

function emptyProject(): string {
  const folder = tempFolder();
  for (const place of ['electron', 'renderer', 'shared']) mkdirSync(join(folder, place));
  return folder;
}

test('the table refuses every wrong arrow', async () => {
  expect(await refusedOf(WRONG)).toEqual(WRONG);
});

test('the table lets the right ones through', async () => {
  expect(await refusedOf(RIGHT)).toEqual([]);
});

test('a ring of imports is refused, of types too', async () => {
  const folder = emptyProject();
  writeFileSync(join(folder, 'shared/a.ts'), "import type { B } from './b.ts';\nexport type A = B;\n");
  writeFileSync(join(folder, 'shared/b.ts'), "import type { A } from './a.ts';\nexport type B = A;\n");
  expect(await importsRefused(folder)).toEqual(['no-ring: shared/a.ts → shared/b.ts → shared/a.ts']);
});

test('the project keeps to the table', async () => {
  expect(await importsRefused(PROJECT_PATH)).toEqual([]);
});
