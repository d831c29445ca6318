import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from './fixtures.ts';

test.use({ ownApp: true });

test('remembers where its window stood', async ({ app }) => {
  await app.desktop?.moveWindow({ x: 40, y: 60, width: 1111, height: 777 });
  await app.restart();
  expect(await app.page.evaluate(() => [innerWidth, innerHeight])).toEqual([1111, 777]);
});

test('is one app: a second start brings its window forward and opens the library it names', async ({ app }) => {
  expect(await app.desktop?.startAgain([])).toBe(0);
  expect((await app.invoke('library.info', {})).path).toBe(app.library);
  const other = join(app.folder, 'other.patchdesk');
  expect(await app.desktop?.startAgain(['--library', other])).toBe(0);
  await expect.poll(async () => (await app.invoke('library.info', {})).path).toBe(other);
  expect(await app.desktop?.windowCount()).toBe(1);
});

test('tells when a second start names a library that cannot be opened, and keeps the first', async ({ app }) => {
  const broken = join(app.folder, 'letter.patchdesk');
  await writeFile(broken, 'Dear editor, this is no library at all, however it is called.\n'.repeat(40));
  await app.desktop?.answerDialog('showErrorBox');
  expect(await app.desktop?.startAgain(['--library', broken])).toBe(0);
  await expect.poll(async () => (await app.desktop?.dialogs())?.length).toBe(1);
  expect((await app.invoke('library.info', {})).path).toBe(app.library);
});

test('sends what is chosen in the native menu to the window', async ({ app }) => {
  const chosen = app.page.evaluate(
    () =>
      new Promise((resolve) => {
        const bridge = (window as unknown as { patchdesk: { subscribe(listener: (event: unknown) => void): void } })
          .patchdesk;
        bridge.subscribe(resolve);
      }),
  );
  expect(await app.desktop?.menuIds()).toContain('help.shortcuts');
  await app.desktop?.clickMenu('help.shortcuts');
  expect(await chosen).toEqual({ name: 'menu.command', payload: { id: 'help.shortcuts' } });
});

test('hands the pickers’ answers on', async ({ app }) => {
  await app.desktop?.answerDialog('showOpenDialog', { canceled: false, filePaths: ['/a.txt', '/b.txt'] });
  expect(await app.invoke('door.pickImportFiles', {})).toEqual({ paths: ['/a.txt', '/b.txt'] });
  await app.desktop?.answerDialog('showOpenDialog', { canceled: true, filePaths: [] });
  expect(await app.invoke('door.pickExportFolder', {})).toEqual({ path: null });
  await app.desktop?.answerDialog('showSaveDialog', { canceled: false, filePath: '/new.patchdesk' });
  expect(await app.invoke('door.pickLibrary', { create: true })).toEqual({ path: '/new.patchdesk' });
  await app.invoke('door.showFolder', { path: app.folder });
  expect(await app.desktop?.shownInFolder()).toEqual([app.folder]);
  expect(await app.reply('door.showFolder', { path: join(app.folder, 'gone') })).toMatchObject({
    error: { code: 'file-unreadable' },
  });
  expect(await app.reply('door.pickLibrary', {})).toMatchObject({ error: { code: 'bad-call' } });
});

test('stays on its own pages: links leave for the user’s browser', async ({ app }) => {
  const address = app.page.url();
  await app.page.evaluate(() => {
    window.open('https://example.org/opened');
    window.open('file:///etc/passwd');
    const link = document.createElement('a');
    link.href = 'https://example.org/clicked';
    document.body.append(link);
    link.click();
    link.href = 'https://example.org/new-tab';
    link.target = '_blank';
    link.rel = 'noopener';
    link.click();
  });
  await expect
    .poll(async () => (await app.desktop?.openedOutside())?.toSorted())
    .toEqual(['https://example.org/clicked', 'https://example.org/new-tab', 'https://example.org/opened']);
  await expect.poll(() => app.page.context().pages().length).toBe(1);
  expect(app.page.url()).toBe(address);
  expect(await app.desktop?.windowCount()).toBe(1);
});

test('gives a frame inside the window no way to the desk', async ({ app }) => {
  const hasBridge = await app.page.evaluate(async () => {
    const frame = document.createElement('iframe');
    document.body.append(frame);
    return 'patchdesk' in (frame.contentWindow as Window);
  });
  expect(hasBridge).toBe(false);
});

test('carries copies only', async ({ app }) => {
  const outcome = await app.page.evaluate(async () => {
    const { patchdesk } = window as unknown as {
      patchdesk: { invoke(method: string, input: unknown): Promise<unknown> };
    };
    const failed = await patchdesk.invoke('library.info', { run: () => 1 }).catch(() => 'refused');
    return [failed, Object.isFrozen(patchdesk)];
  });
  expect(outcome).toEqual(['refused', true]);
});
