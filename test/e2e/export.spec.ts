import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { type App, expect, test } from './fixtures.ts';
import { Export } from './pages/Export.ts';
import { fillLincolnshire, LINCOLNSHIRE } from './stories.ts';

test('regions are added and removed, and say whether all, some or none of them is chosen', {
  tag: '@both-doors',
}, async ({ app }) => {
  const screen = new Export(app.page);
  await screen.open();
  await expect(screen.start).toHaveAccessibleName(/36 pages/);
  await screen.chooseOnly('Devon');
  await expect(screen.region('South West')).toContainText('1 of 7');
  await screen.region('South West').getByRole('button', { name: 'Add all of South West' }).click();
  await expect(screen.region('South West')).toContainText('all');
  await screen.region('South West').getByRole('button', { name: 'Remove all of South West' }).click();
  await expect(screen.region('South West')).toContainText('none');
  await expect(screen.start).toBeDisabled();
  await expect(app.page.getByText('Choose at least one page.')).toBeVisible();
});

test('the export’s key leads to the screen, and on it starts the export', { tag: '@both-doors' }, async ({ app }) => {
  await fillLincolnshire(app, 1);
  const screen = new Export(app.page);
  await app.page.keyboard.press('ControlOrMeta+e');
  await expect(screen.start).toBeEnabled();
  const out = join(app.folder, 'pages');
  await app.desktop?.answerDialog('showOpenDialog', { canceled: false, filePaths: [out] });
  await app.page.keyboard.press('ControlOrMeta+e');
  await expect(screen.receiptOf('Lincolnshire')).toHaveAccessibleName(/1 added/);
});

test('exports the chosen pages to where this door puts them', { tag: '@both-doors' }, async ({ app }) => {
  await fillLincolnshire(app, 2);
  const screen = new Export(app.page);
  await screen.open();
  await screen.chooseOnly('Lincolnshire');
  const files = await exported(app, screen);
  expect([...files.keys()].sort()).toEqual([
    'lincolnshire/index.html',
    'lincolnshire/index.json',
    'lincolnshire/index.txt',
    'receipt.json',
  ]);
  const { content } = await app.invoke('pages.render', { system: LINCOLNSHIRE, format: 'text' });
  expect(files.get('lincolnshire/index.txt')?.toString('utf8')).toBe(content);
  await expect(screen.receiptOf('Lincolnshire')).toHaveAccessibleName(/2 added/);
});

/** Starts the export and reads what came of it: a folder in the desktop door, a zip in the browser door. */
async function exported(app: App, screen: Export): Promise<Map<string, Buffer>> {
  const out = join(app.folder, 'pages');
  if (app.desktop) {
    await app.desktop.answerDialog('showOpenDialog', { canceled: false, filePaths: [out] });
    await screen.start.click();
    await screen.receiptOf('').first().waitFor();
    const found = await readdir(out, { recursive: true, withFileTypes: true });
    const paths = found.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
    return new Map(
      await Promise.all(
        paths.map(async (path) => [path.slice(out.length + 1).replaceAll('\\', '/'), await readFile(path)] as const),
      ),
    );
  }
  const [download] = await Promise.all([app.page.waitForEvent('download'), screen.start.click()]);
  expect(download.suggestedFilename()).toMatch(/^patchdesk-\d{4}-\d{2}-\d{2}\.zip$/);
  await download.saveAs(`${out}.zip`);
  const files = unzipSync(await readFile(`${out}.zip`));
  return new Map(Object.entries(files).map(([path, bytes]) => [path, Buffer.from(bytes)]));
}
