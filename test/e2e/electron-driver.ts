import { spawn } from 'node:child_process';
import { _electron } from '@playwright/test';
import type * as Electron from 'electron';
import { PROJECT } from './desktop-choice.ts';
import type { Driver, DriverOptions } from './drivers.ts';

/** What is noted inside Electron's own process, in the place of dialogs and of the user's desktop. */
interface Notes {
  answers: Record<string, unknown[]>;
  dialogs: { method: string; options: Record<string, unknown>; wasExpected: boolean }[];
  openedOutside: string[];
  shownInFolder: string[];
}

/** The desktop door on real Electron. */
export async function startOnElectron(executablePath: string, options: DriverOptions): Promise<Driver> {
  const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const argsFor = (args: string[]) => [...sandbox, PROJECT, ...args];
  const env = Object.fromEntries(
    Object.entries(options.env).filter((pair): pair is [string, string] => pair[1] !== undefined),
  );
  const { locale, timezoneId } = options.contextOptions;
  const app = await _electron.launch({
    executablePath,
    args: argsFor(['--library', options.library]),
    cwd: PROJECT,
    env,
    ...(locale && { locale }),
    ...(timezoneId && { timezoneId }),
  });
  let log = '';
  for (const stream of [app.process().stdout, app.process().stderr]) {
    stream?.on('data', (part: Buffer) => {
      log += part.toString();
    });
  }
  await app.evaluate(playDialogs);
  const page = await app.firstWindow();
  await page.waitForLoadState('load');
  const notes = () => app.evaluate(() => (globalThis as unknown as { notes: Notes }).notes);
  const window = () => app.browserWindow(page);

  return {
    page,
    get log() {
      return log;
    },
    outsideRequests: [],
    stop: () => app.close(),
    dispose: () => app.close(),
    // Each test has an app of its own here: a window of Electron's cannot have another page.
    canRenew: false,
    closePage: async () => {},
    renew: () => Promise.reject(new Error('Electron’s window is not renewed.')),
    desktop: {
      isStandIn: false,
      answerDialog: (method, answer) =>
        app.evaluate(
          (_electronModule, [name, value]) => {
            const { answers } = (globalThis as unknown as { notes: Notes }).notes;
            answers[name] = [...(answers[name] ?? []), value];
          },
          [method, answer] as const,
        ),
      dialogs: async () => (await notes()).dialogs,
      clickMenu: (id) =>
        app.evaluate(({ Menu }, itemId) => {
          const item = Menu.getApplicationMenu()?.getMenuItemById(itemId);
          if (!item) throw new Error(`The menu has no item ${itemId}.`);
          item.click();
        }, id),
      menuIds: () =>
        app.evaluate(({ Menu }) => {
          const idsOf = (menu: Electron.Menu | null | undefined): string[] =>
            (menu?.items ?? []).flatMap((item) => [...(item.id ? [item.id] : []), ...idsOf(item.submenu)]);
          return idsOf(Menu.getApplicationMenu());
        }),
      openedOutside: async () => (await notes()).openedOutside,
      shownInFolder: async () => (await notes()).shownInFolder,
      moveWindow: async (bounds) => {
        await (await window()).evaluate((own, place) => own.setBounds(place), bounds);
      },
      windowCount: () => app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length),
      startAgain: (args) =>
        new Promise((resolve) => {
          const second = spawn(executablePath, argsFor(args), { cwd: PROJECT, env, stdio: 'ignore' });
          second.once('exit', (code) => resolve(code));
        }),
    },
  };
}

/** Runs in Electron's main process: nothing is shown, everything is noted. */
function playDialogs({ dialog, shell }: typeof Electron): void {
  const notes: Notes = { answers: {}, dialogs: [], openedOutside: [], shownInFolder: [] };
  (globalThis as unknown as { notes: Notes }).notes = notes;
  const answer = (method: string, options: unknown) => {
    const queue = notes.answers[method] ?? [];
    const wasExpected = queue.length > 0;
    notes.dialogs.push({ method, options: options as Record<string, unknown>, wasExpected });
    if (!wasExpected) throw new Error(`Nobody said how to answer a dialog: ${method} ${JSON.stringify(options)}`);
    return queue.shift();
  };
  for (const method of ['showOpenDialog', 'showSaveDialog', 'showMessageBox'] as const) {
    Object.assign(dialog, { [method]: async (...args: unknown[]) => answer(method, args.at(-1)) });
  }
  dialog.showErrorBox = (title, content) => void answer('showErrorBox', { title, content });
  shell.openExternal = async (url) => void notes.openedOutside.push(url);
  shell.showItemInFolder = (path) => void notes.shownInFolder.push(path);
}
