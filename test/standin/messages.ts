import type { Rectangle } from 'electron';

export interface MenuEntry {
  id: string | null;
  label: string | null;
  role: string | null;
  type: string;
  accelerator: string | null;
  registerAccelerator: boolean;
  submenu: MenuEntry[];
}

export type DialogMethod = 'showOpenDialog' | 'showSaveDialog' | 'showMessageBox' | 'showErrorBox';

export interface FrameSender {
  windowId: number;
  /** The loopback address that the page knows. */
  url: string;
  isMainFrame: boolean;
}

/** Questions of the app's process to the process with Chromium. */
export interface AskHost {
  'window.open': {
    ask: { windowId: number; preload: string; origin: string; bounds: Rectangle; permissions: string[] };
    answer: null;
  };
  'window.load': { ask: { windowId: number; url: string }; answer: null };
  'window.show': { ask: { windowId: number }; answer: null };
  'window.focus': { ask: { windowId: number }; answer: null };
  'window.close': { ask: { windowId: number }; answer: null };
  'window.send': { ask: { windowId: number; channel: string; args: string }; answer: null };
  'window.colours': { ask: { scheme: 'light' | 'dark' | null }; answer: null };
  'dialog.show': { ask: { method: DialogMethod; options: unknown }; answer: unknown };
  'menu.set': { ask: { entries: MenuEntry[] }; answer: null };
  'shell.open': { ask: { method: 'openExternal' | 'showItemInFolder'; target: string }; answer: null };
  'app.relaunch': { ask: null; answer: null };
}

/** Questions and messages of the process with Chromium to the app's process. */
export interface AskApp {
  'ipc.invoke': { ask: { sender: FrameSender; channel: string; args: string }; answer: string };
  'menu.click': { ask: { id: string }; answer: null };
  'window.moved': { ask: { bounds: Rectangle }; answer: null };
  'window.closedByUser': { ask: { windowId: number }; answer: null };
  'window.crashed': { ask: { windowId: number }; answer: null };
  'window.wantsOpen': { ask: { windowId: number; url: string }; answer: null };
  /** True when the app lets the frame navigate there. */
  'window.wantsNavigate': { ask: { windowId: number; url: string; isMainFrame: boolean }; answer: boolean };
  'app.quit': { ask: null; answer: null };
}
