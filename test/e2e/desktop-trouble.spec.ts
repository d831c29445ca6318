import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test as base, expect } from '@playwright/test';
import { StandIn } from '../standin/launch.ts';
import { PROJECT } from './desktop-choice.ts';

// What goes wrong before there is a window, or under it: driven from the first moment on, which only the
// stand-in allows.

interface Trouble {
  folder: string;
  start(library: string, nodeArgs?: string[]): StandIn;
}

const test = base.extend<{ trouble: Trouble }>({
  trouble: async ({ browser }, use) => {
    const folder = await mkdtemp(join(tmpdir(), 'patchdesk-trouble-'));
    const started: StandIn[] = [];
    const { NODE_OPTIONS: _options, ...inherited } = process.env;
    const env = { ...inherited, PATCHDESK_USER_DATA: join(folder, 'user-data'), XDG_DATA_HOME: join(folder, 'data') };
    await use({
      folder,
      start: (library, nodeArgs = []) => {
        const standIn = new StandIn({ browser, root: PROJECT, args: ['--library', library], env, nodeArgs });
        started.push(standIn);
        return standIn;
      },
    });
    for (const standIn of started) await standIn.dispose();
    await rm(folder, { recursive: true, force: true });
  },
});

async function writeLetter(folder: string): Promise<string> {
  const path = join(folder, 'letter.patchdesk');
  await writeFile(path, 'Dear editor, this is no library at all, however it is called.\n'.repeat(40));
  return path;
}

test('a library that cannot be opened is told in a sentence, and another may be chosen', async ({ trouble }) => {
  const standIn = trouble.start(await writeLetter(trouble.folder));
  const good = join(trouble.folder, 'good.patchdesk');
  standIn.answerDialog('showMessageBox', { response: 0, checkboxChecked: false });
  standIn.answerDialog('showOpenDialog', { canceled: false, filePaths: [good] });
  const page = await standIn.page();
  const reply = await page.evaluate(() =>
    (window as unknown as { patchdesk: { invoke(method: string, input: unknown): Promise<unknown> } }).patchdesk.invoke(
      'library.info',
      {},
    ),
  );
  expect(reply).toMatchObject({ ok: true, value: { path: good } });
  expect(standIn.shownDialogs[0]?.options['detail']).toContain('letter.patchdesk');
  expect(await standIn.quit()).toBe(0);
});

test('an editor who gives up on it leaves without a window', async ({ trouble }) => {
  const standIn = trouble.start(await writeLetter(trouble.folder));
  standIn.answerDialog('showMessageBox', { response: 1, checkboxChecked: false });
  expect(await standIn.exited).toBe(0);
  expect(standIn.windowCount).toBe(0);
});

test('a desk that dies under the window is told, and the app starts again when asked', async ({ trouble }) => {
  const killer = join(trouble.folder, 'killer.mjs');
  await writeFile(
    killer,
    `import module from 'node:module';
     import threads from 'node:worker_threads';
     if (threads.isMainThread) {
       const { Worker } = threads;
       threads.Worker = class extends Worker {
         constructor(...args) {
           super(...args);
           process.once('SIGUSR2', () => this.terminate());
         }
       };
       module.syncBuiltinESMExports();
     }`,
  );
  const standIn = trouble.start(join(trouble.folder, 'library.patchdesk'), ['--import', killer]);
  const page = await standIn.page();
  standIn.answerDialog('showMessageBox', { response: 0, checkboxChecked: false });
  standIn.signal('SIGUSR2');
  await expect
    .poll(async () => {
      await page
        .evaluate(() =>
          (
            window as unknown as { patchdesk: { invoke(method: string, input: unknown): Promise<unknown> } }
          ).patchdesk.invoke('library.info', {}),
        )
        .catch(() => undefined);
      return standIn.shownDialogs.length;
    })
    .toBe(1);
  expect(standIn.shownDialogs[0]?.options['message']).toContain('can no longer reach the library');
  expect(await standIn.exited).toBe(0);
  expect(standIn.relaunches).toBe(1);
});
