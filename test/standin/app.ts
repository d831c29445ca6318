import { EventEmitter } from 'node:events';
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import type { App } from 'electron';
import { answers, host, tell } from './host.ts';
import { takeLock } from './single-instance.ts';
import { strict } from './strict.ts';

type Played = Pick<
  App,
  | 'name'
  | 'isPackaged'
  | 'getName'
  | 'getVersion'
  | 'getAppPath'
  | 'getPath'
  | 'setPath'
  | 'isReady'
  | 'whenReady'
  | 'requestSingleInstanceLock'
  | 'setAboutPanelOptions'
  | 'relaunch'
  | 'quit'
  | 'exit'
>;

/** An event that a listener may prevent, as Electron's are. */
export class Stoppable {
  defaultPrevented = false;
  preventDefault(): void {
    this.defaultPrevented = true;
  }
}

/** What the app needs of its windows in order to quit; windows register themselves. */
export interface OpenWindow {
  /** False when a listener keeps it open. */
  closePolitely(): boolean;
}
export const openWindows = new Set<OpenWindow>();
/** Windows that are closing: their pages still load from this process until they are gone. */
export const closingWindows = new Set<Promise<unknown>>();

const appPath = packageFolder(dirname(resolve(process.argv[1] ?? '.')));
const manifest = JSON.parse(readFileSync(join(appPath, 'package.json'), 'utf8')) as {
  name: string;
  productName?: string;
  version: string;
};

class StandInApp extends EventEmitter implements Played {
  readonly name = manifest.productName ?? manifest.name;
  readonly isPackaged = false;
  readonly #paths = new Map<string, string>();
  readonly #ready = Promise.withResolvers<void>();
  #isReady = false;
  #isQuitting = false;

  constructor() {
    super();
    // Electron is ready only after the entry module has been evaluated.
    setImmediate(() => {
      this.#isReady = true;
      this.emit('will-finish-launching');
      this.emit('ready', new Stoppable(), {});
      this.#ready.resolve();
    });
  }

  getName(): string {
    return this.name;
  }
  getVersion(): string {
    return manifest.version;
  }
  getAppPath(): string {
    return appPath;
  }
  getPath(name: string): string {
    const path = this.#paths.get(name);
    if (path === undefined) throw new Error(`The stand-in for Electron lacks app.getPath('${name}') before it is set.`);
    if (name === 'userData') mkdirSync(path, { recursive: true });
    return path;
  }
  setPath(name: string, path: string): void {
    this.#paths.set(name, path);
  }
  isReady(): boolean {
    return this.#isReady;
  }
  whenReady(): Promise<void> {
    return this.#ready.promise;
  }
  setAboutPanelOptions(): void {}
  relaunch(): void {
    tell(host.ask('app.relaunch', null));
  }

  requestSingleInstanceLock(data?: Record<PropertyKey, unknown>): boolean {
    const mine = { argv: process.argv, cwd: process.cwd(), data: data ?? null };
    return takeLock(this.getPath('userData'), mine, (second) => {
      void this.whenReady().then(() =>
        this.emit('second-instance', new Stoppable(), second.argv, second.cwd, second.data),
      );
    });
  }

  quit(): void {
    setImmediate(() => tell(this.#quit()));
  }
  exit(code = 0): void {
    process.exit(code);
  }

  async #quit(): Promise<void> {
    if (this.#isQuitting) return;
    this.#isQuitting = true;
    const goesOn = (name: string) => {
      const event = new Stoppable();
      this.emit(name, event);
      return !event.defaultPrevented;
    };
    const isClosed = goesOn('before-quit') && [...openWindows].every((window) => window.closePolitely());
    await Promise.all(closingWindows);
    this.#isQuitting = isClosed && goesOn('will-quit');
    if (!this.#isQuitting) return;
    this.emit('quit', new Stoppable(), 0);
    process.exit(0);
  }

  /** Call this when a window has closed; the last one quits the app unless there is a listener. */
  windowClosed(): void {
    if (openWindows.size > 0 || this.#isQuitting) return;
    if (this.listenerCount('window-all-closed') === 0) this.quit();
    else this.emit('window-all-closed');
  }
}

function packageFolder(from: string): string {
  if (existsSync(join(from, 'package.json'))) return from;
  const parent = dirname(from);
  if (parent === from) throw new Error('No package.json above the app’s main module.');
  return packageFolder(parent);
}

export const standInApp = new StandInApp();
// Electron's own types declare the listeners, which an emitter's looser types cannot express.
export const app = strict('app', standInApp) as unknown as App;

answers['app.quit'] = () => {
  standInApp.quit();
  return null;
};
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => standInApp.quit());
