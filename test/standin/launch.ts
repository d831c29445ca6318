import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import type { Browser, BrowserContextOptions, Page } from '@playwright/test';
import type { Rectangle } from 'electron';
import { decode, encode } from './codec.ts';
import { Link } from './link.ts';
import type { AskApp, AskHost, DialogMethod, MenuEntry } from './messages.ts';
import { WindowPage } from './window-page.ts';

export interface StandInOptions {
  /** A running Chromium for the windows. */
  browser: Browser;
  /** The app's folder, with its package.json and the built bundles. */
  root: string;
  args: string[];
  env: NodeJS.ProcessEnv;
  contextOptions?: BrowserContextOptions;
  /** Arguments for Node itself, before the app. */
  nodeArgs?: string[];
}

export interface ShownDialog {
  method: DialogMethod;
  options: Record<string, unknown>;
  /** False when the test had set no answer. */
  wasExpected: boolean;
}

const WAIT_MS = 20_000;

/** The built app on plain Node, with the stand-in as its `electron` and Chromium as its window. */
export class StandIn {
  readonly exited: Promise<number | null>;
  readonly shownDialogs: ShownDialog[] = [];
  readonly openedOutside: string[] = [];
  readonly shownInFolder: string[] = [];
  readonly outsideRequests: string[] = [];
  menu: MenuEntry[] = [];
  log = '';
  relaunches = 0;
  readonly #child: ChildProcess;
  readonly #link: Link<AskApp, AskHost>;
  readonly #windows = new Map<number, WindowPage>();
  /** What the app asked for when it opened each of its windows, and what it shows there. */
  readonly #asked = new Map<number, { open: AskHost['window.open']['ask']; url: string | null }>();
  readonly #shown = new Set<number>();
  readonly #answers = new Map<DialogMethod, unknown[]>();
  readonly #options: StandInOptions;
  #scheme: 'light' | 'dark' | null = null;
  #changed: () => void = () => {};

  constructor(options: StandInOptions) {
    this.#options = options;
    const register = new URL('./register.ts', import.meta.url).href;
    const main = join(options.root, 'out', 'main', 'main.js');
    this.#child = spawn(process.execPath, ['--import', register, ...(options.nodeArgs ?? []), main, ...options.args], {
      cwd: options.root,
      env: options.env,
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
      serialization: 'advanced',
    });
    this.#link = this.#makeLink();
    this.#child.on('message', (message) => this.#link.receive(message));
    for (const stream of [this.#child.stdout, this.#child.stderr]) {
      stream?.on('data', (part: Buffer) => {
        this.log += part.toString();
      });
    }
    this.exited = new Promise((resolve) => {
      this.#child.once('exit', (code) => {
        this.#link.end('The app has ended.');
        this.#changed();
        resolve(code);
      });
    });
  }

  /** The app's window, once it shows content. */
  async page(): Promise<Page> {
    const ended = this.exited.then((code) => {
      throw new Error(`The app ended with ${code} before it opened a window.\n${this.log}`);
    });
    const shown = () => [...this.#shown].map((windowId) => this.#windows.get(windowId)?.page).at(-1);
    return Promise.race([this.#until(shown), ended]);
  }

  get windowCount(): number {
    return this.#windows.size;
  }

  /** Sets the answer to the next dialog of this kind. */
  answerDialog(method: DialogMethod, answer?: unknown): void {
    this.#answers.set(method, [...(this.#answers.get(method) ?? []), answer]);
  }

  async clickMenu(id: string): Promise<void> {
    await this.#link.ask('menu.click', { id });
  }

  /** As if the user had moved or resized the window. */
  async moveWindow(bounds: Rectangle): Promise<void> {
    await Promise.all([...this.#windows.values()].map(({ page }) => page.setViewportSize(bounds)));
    await this.#link.ask('window.moved', { bounds });
  }

  /** As if the user had closed the window. */
  async closeWindow(): Promise<void> {
    for (const windowId of this.#windows.keys()) await this.#link.ask('window.closedByUser', { windowId });
  }

  /** As if the user had chosen Quit. */
  async quit(): Promise<number | null> {
    // The app may be gone before it can answer.
    this.#link.ask('app.quit', null).catch(() => undefined);
    const late = new Promise<never>((_resolve, reject) => {
      setTimeout(() => reject(new Error(`The app did not quit.\n${this.log}`)), WAIT_MS).unref();
    });
    return Promise.race([this.exited, late]);
  }

  signal(name: NodeJS.Signals): void {
    this.#child.kill(name);
  }

  get isRunning(): boolean {
    return this.#child.exitCode === null && this.#child.signalCode === null;
  }

  /** Takes the pages out of the app's windows, which hears nothing of it: in the end there is a new page in each. */
  async closePages(): Promise<void> {
    const pages = [...this.#windows.values()];
    this.#windows.clear();
    await Promise.all(pages.map((page) => page.close()));
  }

  /** A new page in each window of the app, as if the program had only now opened it. */
  async openPages(): Promise<Page> {
    for (const [windowId, { open, url }] of this.#asked) {
      await this.#openPage(open);
      if (url !== null) await this.#windows.get(windowId)?.page.goto(url);
    }
    return this.page();
  }

  /** A call on a channel, as the page of the app's window makes it; for the time when there is no page. */
  async invoke(channel: string, ...args: unknown[]): Promise<unknown> {
    const [windowId, asked] = [...this.#asked].at(-1) ?? [];
    if (windowId === undefined || !asked?.url) throw new Error('The app has no window.');
    const sender = { windowId, url: asked.url, isMainFrame: true };
    return decode(await this.#link.ask('ipc.invoke', { sender, channel, args: encode(args) }));
  }

  /** Everything noted so far, and answers that nobody asked for. */
  forget(): void {
    this.#answers.clear();
    for (const notes of [this.shownDialogs, this.openedOutside, this.shownInFolder, this.outsideRequests]) {
      notes.length = 0;
    }
    this.log = '';
  }

  /** Ends whatever is left, for the end of a test. */
  async dispose(): Promise<void> {
    if (this.isRunning) this.#child.kill('SIGKILL');
    await this.exited;
    await this.closePages();
  }

  #makeLink(): Link<AskApp, AskHost> {
    const link: Link<AskApp, AskHost> = new Link<AskApp, AskHost>((message) => this.#send(message), {
      'window.open': async (ask) => {
        this.#asked.set(ask.windowId, { open: ask, url: null });
        await this.#openPage(ask);
        return null;
      },
      'window.load': async ({ windowId, url }) => {
        const asked = this.#asked.get(windowId);
        if (asked) asked.url = url;
        await this.#windows.get(windowId)?.page.goto(url);
        return null;
      },
      'window.show': ({ windowId }) => {
        this.#shown.add(windowId);
        this.#changed();
        return null;
      },
      'window.focus': async ({ windowId }) => {
        await this.#windows.get(windowId)?.page.bringToFront();
        return null;
      },
      'window.close': async ({ windowId }) => {
        const window = this.#windows.get(windowId);
        this.#windows.delete(windowId);
        this.#asked.delete(windowId);
        this.#shown.delete(windowId);
        await window?.close();
        return null;
      },
      'window.send': async ({ windowId, channel, args }) => {
        await this.#windows.get(windowId)?.deliver(channel, args);
        return null;
      },
      'window.colours': async ({ scheme }) => {
        this.#scheme = scheme;
        const pages = [...this.#windows.values()].map(({ page }) => page);
        await Promise.all(pages.map((page) => page.emulateMedia({ colorScheme: scheme })));
        return null;
      },
      'dialog.show': ({ method, options }) => this.#answerShown(method, options),
      'menu.set': ({ entries }) => {
        this.menu = entries;
        return null;
      },
      'shell.open': ({ method, target }) => {
        (method === 'openExternal' ? this.openedOutside : this.shownInFolder).push(target);
        return null;
      },
      'app.relaunch': () => {
        this.relaunches += 1;
        return null;
      },
    });
    return link;
  }

  async #openPage(ask: AskHost['window.open']['ask']): Promise<void> {
    const window = await WindowPage.open(ask, {
      browser: this.#options.browser,
      contextOptions: { ...this.#options.contextOptions, ...(this.#scheme && { colorScheme: this.#scheme }) },
      askApp: (name, value) => this.#link.ask(name, value),
      onOutsideRequest: (url) => this.outsideRequests.push(url),
    });
    this.#windows.set(ask.windowId, window);
  }

  #send(message: unknown): void {
    if (!this.#child.connected) return;
    this.#child.send(message as object, (error) => {
      // An ending process closes its channel shortly before `exit`; those who wait for it get the exit.
      const code = error && 'code' in error ? error.code : null;
      if (error && code !== 'EPIPE' && code !== 'ERR_IPC_CHANNEL_CLOSED') throw error;
    });
  }

  #answerShown(method: DialogMethod, options: unknown): unknown {
    const queue = this.#answers.get(method) ?? [];
    const wasExpected = queue.length > 0;
    this.shownDialogs.push({ method, options: options as Record<string, unknown>, wasExpected });
    if (!wasExpected) throw new Error(`Nobody said how to answer a dialog: ${method} ${JSON.stringify(options)}`);
    return queue.shift();
  }

  async #until<T>(look: () => T | undefined): Promise<T> {
    const deadline = Date.now() + WAIT_MS;
    for (;;) {
      const found = look();
      if (found !== undefined) return found;
      if (Date.now() > deadline) throw new Error(`The app opened no window.\n${this.log}`);
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, 100);
        this.#changed = () => {
          clearTimeout(timer);
          resolve();
        };
      });
    }
  }
}
