import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test as base, expect } from '@playwright/test';
import { StandIn } from '../standin/launch.ts';

/** Starts an app of a few lines on the stand-in. */
const test = base.extend<{ start: (main: string, preload?: string) => Promise<StandIn> }>({
  start: async ({ browser }, use) => {
    const folder = await mkdtemp(join(tmpdir(), 'patchdesk-standin-'));
    const started: StandIn[] = [];
    await use(async (main, preload = '') => {
      await mkdir(join(folder, 'out', 'main'), { recursive: true });
      await writeFile(join(folder, 'package.json'), '{"name":"small","version":"1.0.0","type":"module"}');
      await writeFile(join(folder, 'out', 'preload.cjs'), preload);
      await writeFile(join(folder, 'out', 'main', 'main.js'), main);
      const { NODE_OPTIONS: _options, ...env } = process.env;
      const standIn = new StandIn({ browser, root: folder, args: [], env });
      started.push(standIn);
      return standIn;
    });
    for (const standIn of started) await standIn.dispose();
    await rm(folder, { recursive: true, force: true });
  },
});

const WINDOW = `
  import { app, BrowserWindow, ipcMain, protocol } from 'electron';
  protocol.registerSchemesAsPrivileged([{ scheme: 'app', privileges: { standard: true, secure: true } }]);
  app.whenReady().then(() => {
    protocol.handle('app', () => new Response('<title>small</title>', { headers: { 'content-type': 'text/html' } }));
    ipcMain.handle('echo', (event, value) => ({ value, from: event.senderFrame.url }));
    ipcMain.handle('fail', () => { throw new Error('on purpose'); });
    const window = new BrowserWindow({ webPreferences: { preload: import.meta.dirname + '/../preload.cjs' } });
    window.loadURL('app://small/index.html').then(() => window.show());
  });
`;

const BRIDGE = `
  const { contextBridge, ipcRenderer } = require('electron');
  contextBridge.exposeInMainWorld('small', {
    invoke: (channel, value) => ipcRenderer.invoke(channel, value),
    call: (f) => f({ list: [1, 2] }),
    list: [1],
  });
`;

for (const [what, name, main] of [
  [
    'a call',
    'dialog.showCertificateTrustDialog',
    `import { dialog } from 'electron'; dialog.showCertificateTrustDialog({});`,
  ],
  [
    'a property',
    'nativeTheme.inForcedColorsMode',
    `import { nativeTheme } from 'electron'; nativeTheme.inForcedColorsMode;`,
  ],
  ['a property to set', 'app.dock', `import { app } from 'electron'; app.dock = null;`],
  ['a static call', 'BrowserWindow.fromId', `import { BrowserWindow } from 'electron'; BrowserWindow.fromId(1);`],
  ['a whole module', 'Tray', `import { Tray } from 'electron'; new Tray('x.png');`],
] as const) {
  test(`${what} that the stand-in lacks fails the run by its name`, async ({ start }) => {
    const standIn = await start(main);
    expect(await standIn.exited).not.toBe(0);
    expect(standIn.log).toContain(name);
  });
}

test('a window lacks by name what is not played', async ({ start }) => {
  const standIn = await start(WINDOW.replace('window.show()', 'window.setKiosk(true)'));
  expect(await standIn.exited).not.toBe(0);
  expect(standIn.log).toContain('BrowserWindow.setKiosk');
});

test('what comes too late for Electron comes too late here', async ({ start }) => {
  const standIn = await start(`
    import { app, protocol } from 'electron';
    app.whenReady().then(() => protocol.registerSchemesAsPrivileged([]));
  `);
  expect(await standIn.exited).not.toBe(0);
  expect(standIn.log).toContain('before app is ready');
});

test('values cross the bridge and the channel as copies, and the app sees its own address', async ({ start }) => {
  const standIn = await start(WINDOW, BRIDGE);
  const page = await standIn.page();
  const outcome = await page.evaluate(async () => {
    type Small = {
      invoke(channel: string, value: unknown): Promise<{ value: { a: unknown; none: undefined }; from: string }>;
      call(f: (given: { list: number[] }) => unknown): unknown;
      list: number[];
    };
    const { small } = window as unknown as { small: Small };
    const sent = { a: [1, null, 'x'], none: undefined };
    const { value, from } = await small.invoke('echo', sent);
    const message = (error: unknown) => String(error);
    return {
      from,
      isEqual: JSON.stringify(value) === JSON.stringify(sent) && 'none' in value,
      isCopy: value !== (sent as unknown),
      called: small.call(({ list }) => ({ twice: list.map((n) => n * 2) })),
      frozen: Object.isFrozen(small) && Object.isFrozen(small.list),
      failed: await small.invoke('fail', null).catch(message),
      unknown: await small.invoke('no channel', null).catch(message),
      uncloneable: await small.invoke('echo', () => 1).catch(() => 'refused'),
      carried: await small.invoke('echo', new Map([[1, 2]])).catch(message),
      hidden: Object.keys(window).filter((key) => /callTheApp|electron|require/i.test(key)),
    };
  });
  expect(outcome).toEqual({
    from: 'app://small/index.html',
    isEqual: true,
    isCopy: true,
    called: { twice: [2, 4] },
    frozen: true,
    failed: "Error: Error invoking remote method 'fail': Error: on purpose",
    unknown: "Error: Error invoking remote method 'no channel': Error: No handler registered for 'no channel'",
    uncloneable: 'refused',
    carried: expect.stringContaining('Map'),
    hidden: [],
  });
});

test('a preload can load nothing but electron', async ({ start }) => {
  const standIn = await start(WINDOW, `require('node:fs');`);
  const page = await standIn.page();
  const errors = await page.pageErrors();
  expect(errors.map(String).join()).toContain(`require('node:fs')`);
});
