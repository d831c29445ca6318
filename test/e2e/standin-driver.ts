import { join } from 'node:path';
import { INVOKE_CHANNEL } from '../../electron/preload/channels.ts';
import type { LibraryInfo, Reply } from '../../shared/contract.ts';
import { StandIn, type StandInOptions } from '../standin/launch.ts';
import type { MenuEntry } from '../standin/messages.ts';
import { PROJECT } from './desktop-choice.ts';
import { BETWEEN, type Driver, type DriverOptions } from './drivers.ts';

/** The desktop door on the stand-in for Electron. */
export async function startOnStandIn(options: DriverOptions): Promise<Driver> {
  const { browser, contextOptions, library, folder, env } = options;
  const start = (args: string[]) => {
    const standInOptions: StandInOptions = { browser, root: PROJECT, args, env, contextOptions };
    return new StandIn(standInOptions);
  };
  const standIn = start(['--library', library]);
  try {
    let page = await standIn.page();
    let canRenew = true;
    const invoke = async (method: string, input: unknown) => {
      const reply = (await standIn.invoke(INVOKE_CHANNEL, method, input)) as Reply<unknown>;
      if (!reply.ok) throw new Error(`${method}: ${reply.error.code}: ${reply.error.message}`);
      return reply.value;
    };
    return {
      get page() {
        return page;
      },
      get log() {
        return standIn.log;
      },
      outsideRequests: standIn.outsideRequests,
      stop: async () => void (await standIn.quit()),
      dispose: () => standIn.dispose(),
      get canRenew() {
        return canRenew && standIn.isRunning;
      },
      closePage: () => standIn.closePages(),
      async renew(wipe) {
        await invoke('library.open', { path: join(folder, BETWEEN) });
        await wipe();
        // By its path: the library that the door was started with is opened only where it still is.
        const info = (await invoke('library.open', { path: library })) as LibraryInfo;
        if (info.path !== library || info.stories > 0 || info.undo !== null) {
          throw new Error(`The app is not as new: ${JSON.stringify(info)}`);
        }
        // The window takes its colours from the settings of the library, as it does at the start.
        await invoke('settings.get', {});
        standIn.forget();
        page = await standIn.openPages();
      },
      desktop: {
        isStandIn: true,
        answerDialog: async (method, answer) => standIn.answerDialog(method, answer),
        dialogs: async () => standIn.shownDialogs,
        clickMenu: (id) => standIn.clickMenu(id),
        menuIds: async () => idsOf(standIn.menu),
        openedOutside: async () => standIn.openedOutside,
        shownInFolder: async () => standIn.shownInFolder,
        moveWindow: (bounds) => {
          canRenew = false;
          return standIn.moveWindow(bounds);
        },
        windowCount: async () => standIn.windowCount,
        async startAgain(args) {
          canRenew = false;
          const second = start(args);
          const code = await second.exited;
          await second.dispose();
          return code;
        },
      },
    };
  } catch (error) {
    await standIn.dispose();
    throw error;
  }
}

function idsOf(entries: MenuEntry[]): string[] {
  return entries.flatMap(({ id, submenu }) => [...(id === null ? [] : [id]), ...idsOf(submenu)]);
}
