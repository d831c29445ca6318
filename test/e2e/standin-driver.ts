import { StandIn, type StandInOptions } from '../standin/launch.ts';
import type { MenuEntry } from '../standin/messages.ts';
import { PROJECT } from './desktop-choice.ts';
import type { Driver, DriverOptions } from './drivers.ts';

/** The desktop door on the stand-in for Electron. */
export async function startOnStandIn(options: DriverOptions): Promise<Driver> {
  const { browser, contextOptions, library, env } = options;
  const start = (args: string[]) => {
    const standInOptions: StandInOptions = { browser, root: PROJECT, args, env, contextOptions };
    return new StandIn(standInOptions);
  };
  const standIn = start(['--library', library]);
  try {
    const page = await standIn.page();
    return {
      page,
      get log() {
        return standIn.log;
      },
      outsideRequests: standIn.outsideRequests,
      stop: async () => void (await standIn.quit()),
      dispose: () => standIn.dispose(),
      desktop: {
        isStandIn: true,
        answerDialog: async (method, answer) => standIn.answerDialog(method, answer),
        dialogs: async () => standIn.shownDialogs,
        clickMenu: (id) => standIn.clickMenu(id),
        menuIds: async () => idsOf(standIn.menu),
        openedOutside: async () => standIn.openedOutside,
        shownInFolder: async () => standIn.shownInFolder,
        moveWindow: (bounds) => standIn.moveWindow(bounds),
        windowCount: async () => standIn.windowCount,
        async startAgain(args) {
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
