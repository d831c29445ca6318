import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  type Browser,
  type BrowserContextOptions,
  test as base,
  type ConsoleMessage,
  expect,
  type Page,
  type TestInfo,
} from '@playwright/test';
import type { MethodInput, MethodName, MethodOutput, Reply } from '../../shared/contract.ts';
import { startBrowserDoor } from './browser-driver.ts';
import { chooseDesktop } from './desktop-choice.ts';
import { BETWEEN, type DesktopControls, type Driver, type DriverOptions } from './drivers.ts';
import { startOnElectron } from './electron-driver.ts';
import { startOnStandIn } from './standin-driver.ts';

// The test runner's tracer puts a script into every frame, and a preview lets nothing run.
const TRACER_BLOCKED = /^Blocked script execution in '[^']*\/preview\//;

/** What the app itself keeps in its folder beside its libraries, for as long as it runs. */
const USER_DATA = 'user-data';

export interface DoorOptions {
  door: 'desktop' | 'browser';
  /**
   * For specs that are about the process: a new one for each test. The others are handed one that runs
   * already, with a new library and a new page, wherever the door can do that.
   */
  ownApp: boolean;
}

/** The app that a worker has running between two tests, if there is one. */
interface Kept {
  app: App | null;
}

/** Patchdesk, running from its built output on a library of its own. */
export class App {
  readonly door: DoorOptions['door'];
  /** For this test alone: empty but for the library when it begins, and gone when it ends. */
  readonly folder: string;
  readonly library: string;
  readonly #options: DriverOptions;
  readonly #errors: string[] = [];
  readonly #expectedErrors: RegExp[] = [];
  #driver: Driver | null = null;
  #canKeep = true;

  constructor(door: DoorOptions['door'], folder: string, browser: Browser, contextOptions: BrowserContextOptions) {
    this.door = door;
    this.folder = folder;
    this.library = join(folder, 'library.patchdesk');
    this.#options = { browser, contextOptions, library: this.library, folder, env: environment(folder) };
  }

  get page(): Page {
    return this.#running.page;
  }

  /** The native menu, dialogs and window; null in the browser door. */
  get desktop(): DesktopControls | null {
    return this.#running.desktop;
  }

  async start(): Promise<void> {
    const { electron } = chooseDesktop();
    const startDesktop = electron ? startOnElectron.bind(null, electron) : startOnStandIn;
    this.#driver = await (this.door === 'browser' ? startBrowserDoor : startDesktop)(this.#options);
    await this.#listen(this.#driver);
  }

  /** Puts its page and what the test noted away; true when another test may have it. */
  async lay(): Promise<boolean> {
    if (!this.#canKeep || !this.#running.canRenew) return false;
    await this.#running.closePage();
    return true;
  }

  /** For another test that would start it with the same options: its library, folder and page are new. */
  async renew(): Promise<void> {
    this.#errors.length = 0;
    this.#expectedErrors.length = 0;
    await this.#running.renew(() => this.#wipe());
    await this.#listen(this.#running);
  }

  isFor(contextOptions: BrowserContextOptions): boolean {
    return JSON.stringify(contextOptions) === JSON.stringify(this.#options.contextOptions);
  }

  async #wipe(): Promise<void> {
    const kept = [USER_DATA, BETWEEN, `${BETWEEN}-wal`, `${BETWEEN}-shm`];
    const names = (await readdir(this.folder)).filter((name) => !kept.includes(name));
    const preferences = join(this.folder, USER_DATA, 'preferences.json');
    await Promise.all([
      ...names.map((name) => rm(join(this.folder, name), { recursive: true })),
      // The person's settings too: a test that changes shortcuts must not change them for the next.
      rm(preferences, { force: true }),
    ]);
  }

  async #listen(driver: Driver): Promise<void> {
    driver.page.on('pageerror', (error) => this.#errors.push(`page error: ${error.message}`));
    const note = (message: ConsoleMessage) => {
      if (message.type() === 'error' && !TRACER_BLOCKED.test(message.text())) {
        this.#errors.push(`console error: ${message.text()} ${message.location().url}`);
      }
    };
    driver.page.on('console', note);
    // What went wrong before anybody listened is kept by the page.
    for (const error of await driver.page.pageErrors()) this.#errors.push(`page error: ${error.message}`);
    for (const message of await driver.page.consoleMessages()) note(message);
  }

  /** Ends the app and starts it again on the same library; `page` is a new one afterwards. */
  async restart(): Promise<void> {
    // The new program takes over what the old one was.
    this.#canKeep &&= this.#running.canRenew;
    await this.#running.stop();
    await this.start();
  }

  /** Calls the desk the way the window does. The reply as it came, error or not. */
  async reply(method: string, input: unknown = {}): Promise<Reply<unknown>> {
    const [reply] = await this.#replies(method, [input]);
    return reply as Reply<unknown>;
  }

  /** The same, for calls that must succeed. */
  async invoke<M extends MethodName>(method: M, input: MethodInput<M>): Promise<MethodOutput<M>> {
    const [value] = await this.invokeEach(method, [input]);
    return value as MethodOutput<M>;
  }

  /** One call after the other, without a way to the window and back for each. */
  async invokeEach<M extends MethodName>(method: M, inputs: MethodInput<M>[]): Promise<MethodOutput<M>[]> {
    return (await this.#replies(method, inputs)).map((reply) => {
      if (!reply.ok) throw new Error(`${method}: ${reply.error.code}: ${reply.error.message}`);
      return reply.value as MethodOutput<M>;
    });
  }

  #replies(method: string, inputs: unknown[]): Promise<Reply<unknown>[]> {
    return this.page.evaluate(
      async ([name, values]) => {
        const bridge = (window as unknown as { patchdesk?: { invoke(name: string, input: unknown): Promise<unknown> } })
          .patchdesk;
        const call = async (value: unknown) => {
          if (bridge) return bridge.invoke(name, value);
          const response = await fetch('/api/invoke', {
            method: 'POST',
            headers: {
              'content-type': 'application/json',
              authorization: `Bearer ${sessionStorage.getItem('patchdesk.token')}`,
            },
            body: JSON.stringify({ method: name, input: value, window: sessionStorage.getItem('patchdesk.window') }),
          });
          return response.json();
        };
        const replies: unknown[] = [];
        for (const value of values) replies.push(await call(value));
        return replies;
      },
      [method, inputs] as const,
    ) as Promise<Reply<unknown>[]>;
  }

  /** Chooses files in the picker that `open` brings up, whichever this door has. */
  async chooseFiles(paths: string[], open: () => Promise<void>): Promise<void> {
    if (this.desktop) {
      await this.desktop.answerDialog('showOpenDialog', { canceled: false, filePaths: paths });
      return open();
    }
    const [chooser] = await Promise.all([this.page.waitForEvent('filechooser'), open()]);
    await chooser.setFiles(paths);
  }

  /** What the window put on the clipboard. */
  async readClipboard(): Promise<{ text: string; html: string }> {
    const context = this.page.context();
    if (this.desktop === null || this.desktop.isStandIn) {
      // For this origin by name: the stand-in's window has a grant of its own, and that one goes before a general one.
      const { origin } = new URL(this.page.url());
      await context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin });
    }
    return this.page.evaluate(async () => {
      const [item] = await navigator.clipboard.read();
      const read = async (type: string) => (item?.types.includes(type) ? (await item.getType(type)).text() : '');
      return { text: await read('text/plain'), html: await read('text/html') };
    });
  }

  /** Lets a console or page error pass that this test brings about on purpose. */
  expectErrors(pattern: RegExp): void {
    this.#expectedErrors.push(pattern);
  }

  /** Fails for whatever went wrong unseen: errors in the page, dialogs nobody expected, requests to elsewhere. */
  async verify(): Promise<void> {
    const unexpected = this.#errors.filter((error) => !this.#expectedErrors.some((pattern) => pattern.test(error)));
    expect(unexpected, 'errors in the window').toEqual([]);
    expect(this.#driver?.outsideRequests ?? [], 'requests to elsewhere').toEqual([]);
    const dialogs = (await this.desktop?.dialogs()) ?? [];
    expect(
      dialogs.filter(({ wasExpected }) => !wasExpected),
      'dialogs nobody expected',
    ).toEqual([]);
  }

  async dispose(): Promise<void> {
    await this.#driver?.dispose();
  }

  /** What the program wrote, beside the report of a test that failed. */
  async attachLog(testInfo: TestInfo): Promise<void> {
    const log = this.#driver?.log ?? '';
    if (testInfo.status !== testInfo.expectedStatus && log !== '') {
      await testInfo.attach('app.log', { body: log, contentType: 'text/plain' });
    }
  }

  get #running(): Driver {
    if (this.#driver === null) throw new Error('The app is not running.');
    return this.#driver;
  }
}

/** The machine's own environment, with everything the app keeps in the test's folder. */
function environment(folder: string): NodeJS.ProcessEnv {
  const env: NodeJS.ProcessEnv = {
    ...process.env,
    PATCHDESK_USER_DATA: join(folder, USER_DATA),
    XDG_DATA_HOME: join(folder, 'data'),
    APPDATA: join(folder, 'data'),
  };
  for (const name of ['NODE_OPTIONS', 'PATCHDESK_LIBRARY', 'PATCHDESK_AUTHOR', 'INIT_CWD']) delete env[name];
  return env;
}

export const test = base.extend<DoorOptions & { app: App }, { kept: Kept }>({
  door: ['desktop', { option: true }],
  ownApp: [false, { option: true }],
  kept: [
    // biome-ignore lint/correctness/noEmptyPattern: the runner reads the names of what a fixture needs from here.
    async ({}, use) => {
      const kept: Kept = { app: null };
      await use(kept);
      await remove(kept.app);
    },
    { scope: 'worker' },
  ],
  app: async ({ door, ownApp, kept, browser, locale, timezoneId, viewport, colorScheme }, use, testInfo) => {
    const contextOptions: BrowserContextOptions = {
      viewport,
      ...(locale && { locale }),
      ...(timezoneId && { timezoneId }),
      ...(colorScheme && { colorScheme }),
    };
    const found = ownApp ? null : kept.app;
    if (found !== null) kept.app = null;
    const isFit = found !== null && found.door === door && found.isFor(contextOptions);
    if (!isFit) await remove(found);
    const app = isFit ? found : new App(door, await mkdtemp(join(tmpdir(), 'patchdesk-e2e-')), browser, contextOptions);
    // What failed is thrown away: the next test starts from nothing.
    let isGood = false;
    try {
      await (isFit ? app.renew() : app.start());
      await use(app);
      await app.verify();
      isGood = testInfo.status === testInfo.expectedStatus && !ownApp && (await app.lay());
    } finally {
      if (isGood) kept.app = app;
      else {
        await app.attachLog(testInfo);
        await remove(app);
      }
    }
  },
});

/** Ends an app and removes all that it kept. */
async function remove(app: App | null): Promise<void> {
  await app?.dispose();
  if (app) await rm(app.folder, { recursive: true, force: true });
}

export { expect };
