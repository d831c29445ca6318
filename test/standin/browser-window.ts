import { EventEmitter } from 'node:events';
import { readFileSync } from 'node:fs';
import type {
  BrowserWindowConstructorOptions,
  BrowserWindow as ElectronWindow,
  Rectangle,
  WebContents,
} from 'electron';
import { closingWindows, openWindows, Stoppable, standInApp } from './app.ts';
import { encode } from './codec.ts';
import { answers, host, tell } from './host.ts';
import { contentsById } from './ipc.ts';
import { asOwn, loopbackFor } from './loopback.ts';
import { strict } from './strict.ts';
import { allowedPermissions } from './system.ts';

type OpenHandler = Parameters<WebContents['setWindowOpenHandler']>[0];
type PlayedContents = Pick<WebContents, 'id' | 'isDestroyed' | 'send' | 'setWindowOpenHandler'>;
type PlayedWindow = Pick<
  ElectronWindow,
  | 'id'
  | 'webContents'
  | 'loadURL'
  | 'show'
  | 'focus'
  | 'restore'
  | 'maximize'
  | 'isMinimized'
  | 'isMaximized'
  | 'isDestroyed'
  | 'getBounds'
  | 'getNormalBounds'
  | 'close'
  | 'destroy'
>;

const windows = new Map<number, StandInWindow>();
let lastId = 0;

class StandInContents extends EventEmitter implements PlayedContents {
  readonly id: number;
  openHandler: OpenHandler | null = null;
  #isDestroyed = false;

  constructor(id: number) {
    super();
    this.id = id;
  }
  isDestroyed(): boolean {
    return this.#isDestroyed;
  }
  send(channel: string, ...args: unknown[]): void {
    if (this.#isDestroyed) throw new TypeError('Object has been destroyed');
    tell(host.ask('window.send', { windowId: this.id, channel, args: encode(structuredClone(args)) }));
  }
  setWindowOpenHandler(handler: OpenHandler): void {
    this.openHandler = handler;
  }
  markDestroyed(): void {
    this.#isDestroyed = true;
  }
}

class StandInWindow extends EventEmitter implements PlayedWindow {
  readonly id: number;
  readonly webContents: WebContents;
  readonly contents: StandInContents;
  readonly #preload: string;
  bounds: Rectangle;
  #isMaximized = false;
  #isDestroyed = false;
  #isOpen = false;

  constructor(options: BrowserWindowConstructorOptions = {}) {
    super();
    if (!standInApp.isReady()) throw new Error('Cannot create BrowserWindow before app is ready');
    const { preload, contextIsolation, sandbox, nodeIntegration } = options.webPreferences ?? {};
    if (contextIsolation === false || sandbox === false || nodeIntegration === true || !preload) {
      throw new Error('The stand-in for Electron plays sandboxed windows with a preload only.');
    }
    lastId += 1;
    this.id = lastId;
    this.bounds = { x: options.x ?? 0, y: options.y ?? 0, width: options.width ?? 800, height: options.height ?? 600 };
    this.#preload = readFileSync(preload, 'utf8');
    this.contents = new StandInContents(this.id);
    this.webContents = strict('WebContents', this.contents) as unknown as WebContents;
    contentsById.set(this.id, this.webContents);
    windows.set(this.id, this);
    openWindows.add(this);
    standInApp.emit('web-contents-created', new Stoppable(), this.webContents);
    standInApp.emit('browser-window-created', new Stoppable(), this);
  }

  async loadURL(address: string): Promise<void> {
    const url = new URL(address);
    const { origin } = await loopbackFor(url);
    const { id: windowId, bounds } = this;
    if (!this.#isOpen) {
      this.#isOpen = true;
      const permissions = allowedPermissions(this.webContents, address);
      await host.ask('window.open', { windowId, preload: this.#preload, origin, bounds, permissions });
    }
    await host.ask('window.load', { windowId, url: origin + url.pathname + url.search + url.hash });
    if (this.#isDestroyed) return;
    this.contents.emit('did-finish-load');
    this.emit('ready-to-show');
  }

  show(): void {
    tell(host.ask('window.show', { windowId: this.id }));
    this.emit('show');
  }
  focus(): void {
    tell(host.ask('window.focus', { windowId: this.id }));
    this.emit('focus');
  }
  restore(): void {}
  maximize(): void {
    this.#isMaximized = true;
    this.emit('maximize');
  }
  isMinimized(): boolean {
    return false;
  }
  isMaximized(): boolean {
    return this.#isMaximized;
  }
  isDestroyed(): boolean {
    return this.#isDestroyed;
  }
  getBounds(): Rectangle {
    return { ...this.bounds };
  }
  getNormalBounds(): Rectangle {
    return { ...this.bounds };
  }
  close(): void {
    this.closePolitely();
  }
  closePolitely(): boolean {
    if (this.#isDestroyed) return true;
    const event = new Stoppable();
    this.emit('close', event);
    if (event.defaultPrevented) return false;
    this.destroy();
    return true;
  }
  destroy(): void {
    if (this.#isDestroyed) return;
    this.#isDestroyed = true;
    this.contents.markDestroyed();
    windows.delete(this.id);
    contentsById.delete(this.id);
    openWindows.delete(this);
    const closing = host.ask('window.close', { windowId: this.id });
    closingWindows.add(closing);
    tell(closing.finally(() => closingWindows.delete(closing)));
    this.emit('closed');
    standInApp.windowClosed();
  }
}

/** The parts of Electron's class that the stand-in has; each window throws for any other, with its name. */
export const BrowserWindow = new Proxy(StandInWindow, {
  construct: (target, [options]) =>
    strict('BrowserWindow', new target(options as BrowserWindowConstructorOptions | undefined)),
  get(target, key) {
    if (key === 'prototype' || typeof key === 'symbol') return Reflect.get(target, key);
    if (key === 'getAllWindows') return () => [...windows.values()].map((window) => strict('BrowserWindow', window));
    throw new Error(`The stand-in for Electron lacks BrowserWindow.${key}.`);
  },
}) as unknown as typeof ElectronWindow;

answers['window.moved'] = ({ bounds }) => {
  for (const window of windows.values()) {
    window.bounds = bounds;
    window.emit('resize');
    window.emit('move');
  }
  return null;
};
answers['window.closedByUser'] = ({ windowId }) => {
  windows.get(windowId)?.close();
  return null;
};
answers['window.crashed'] = ({ windowId }) => {
  windows.get(windowId)?.contents.emit('render-process-gone', new Stoppable(), { reason: 'crashed', exitCode: 5 });
  return null;
};
answers['window.wantsOpen'] = ({ windowId, url }) => {
  const handler = windows.get(windowId)?.contents.openHandler;
  if (!handler) throw new Error(`Nothing decides whether ${url} may open a window.`);
  const details = {
    url: asOwn(url),
    frameName: '',
    features: '',
    disposition: 'foreground-tab',
    referrer: { url: '' },
  };
  const { action } = handler(details as Parameters<OpenHandler>[0]);
  if (action !== 'deny') throw new Error('The stand-in for Electron lacks windows that a page opens.');
  return null;
};
answers['window.wantsNavigate'] = ({ windowId, url, isMainFrame }) => {
  const contents = windows.get(windowId)?.contents;
  const event = Object.assign(new Stoppable(), { url: asOwn(url), isMainFrame, isSameDocument: false });
  contents?.emit('will-frame-navigate', event);
  if (isMainFrame && !event.defaultPrevented) contents?.emit('will-navigate', event);
  return !event.defaultPrevented;
};
