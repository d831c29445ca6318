import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Receipt } from '../../shared/models.ts';
import { type App, expect, test } from './fixtures.ts';
import { Export } from './pages/Export.ts';
import { DEVON, fillLincolnshire, LINCOLNSHIRE, writeStory } from './stories.ts';

/** Answers the folder picker that comes next. */
async function answerFolder(app: App, folder: string): Promise<void> {
  await app.desktop?.answerDialog('showOpenDialog', { canceled: false, filePaths: [folder] });
}

test('writes what was chosen, and tells page by page what changed since', async ({ app }) => {
  const { ids } = await fillLincolnshire(app, 3);
  await writeStory(app, 'Harbour clinic opens', { systems: [DEVON], publishedAt: '2026-03-01' });
  const out = join(app.folder, 'pages');
  await mkdir(out);
  const screen = new Export(app.page);
  await screen.open();
  await screen.chooseOnly('Lincolnshire', 'Devon');
  await screen.format('JSON').click();
  await answerFolder(app, out);
  await screen.start.click();
  await expect(screen.receiptOf('Lincolnshire')).toHaveAccessibleName(/3 added/);
  await expect(screen.receipt).toContainText('2 pages in 4 files');

  const text = await readFile(join(out, 'lincolnshire', 'index.txt'), 'utf8');
  expect(text).toBe((await app.invoke('pages.render', { system: LINCOLNSHIRE, format: 'text' })).content);
  expect(await readFile(join(out, 'devon', 'index.html'), 'utf8')).toContain('Harbour clinic opens');
  expect(existsSync(join(out, 'lincolnshire', 'index.json'))).toBe(false);
  const receipt = Receipt.parse(JSON.parse(await readFile(join(out, 'receipt.json'), 'utf8')));
  expect(receipt.pages.map((page) => page.slug).sort()).toEqual(['devon', 'lincolnshire']);

  const [first] = ids;
  if (!first) throw new Error('there is a story');
  await app.invoke('pages.takeOff', { system: LINCOLNSHIRE, articleId: first });
  await app.invoke('pages.reword', {
    system: LINCOLNSHIRE,
    articleId: ids[1] ?? first,
    words: { headline: 'New words' },
  });
  await screen.changedOnly.click();
  await screen.start.click();
  await expect(screen.receipt).toContainText('1 page in 2 files');
  await screen.receiptOf('Lincolnshire').click();
  await expect(screen.receipt.getByRole('region', { name: 'Removed' })).toContainText('Story A');
  await expect(screen.receipt.getByRole('region', { name: 'Re-worded' })).toContainText('New words');
  await expect(screen.receiptOf('Devon')).toBeHidden();

  await screen.start.click();
  await expect(screen.receipt.getByRole('heading', { name: 'No pages changed' })).toBeVisible();
});

test('leaves a folder of somebody else’s alone, says so, and goes on in another', async ({ app }) => {
  await fillLincolnshire(app, 1);
  const theirs = join(app.folder, 'theirs');
  await mkdir(join(theirs, 'lincolnshire'), { recursive: true });
  await writeFile(join(theirs, 'lincolnshire', 'holiday.txt'), 'sun');
  const screen = new Export(app.page);
  await screen.open();
  await screen.chooseOnly('Lincolnshire');
  await answerFolder(app, theirs);
  await screen.start.click();
  await expect(screen.failure).toBeVisible();
  expect(await readFile(join(theirs, 'lincolnshire', 'holiday.txt'), 'utf8')).toBe('sun');
  expect(existsSync(join(theirs, 'receipt.json'))).toBe(false);

  const ours = join(app.folder, 'ours');
  await answerFolder(app, ours);
  await screen.failure.getByRole('button', { name: 'Choose another folder…' }).click();
  await expect(screen.failure).toBeHidden();
  await screen.start.click();
  await expect(screen.receiptOf('Lincolnshire')).toBeVisible();
  expect(existsSync(join(ours, 'lincolnshire', 'index.html'))).toBe(true);

  await screen.receipt.getByRole('button', { name: 'Show folder' }).click();
  await expect.poll(() => app.desktop?.shownInFolder()).toEqual([ours]);
});
