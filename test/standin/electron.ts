import type * as Electron from 'electron';
import { app } from './app.ts';
import { BrowserWindow } from './browser-window.ts';
import { ipcMain } from './ipc.ts';
import { protocol } from './loopback.ts';
import { Menu } from './menu.ts';
import { dialog, nativeTheme, screen, session, shell } from './system.ts';

// The stand-in's `electron` for the app's main process. A missing export fails by name too, when the module is linked.
export { app, BrowserWindow, dialog, ipcMain, Menu, nativeTheme, protocol, screen, session, shell };

// Typed as Electron's own, so that a change there shows here.
({ app, BrowserWindow, dialog, ipcMain, Menu, nativeTheme, protocol, screen, shell }) satisfies Partial<
  typeof Electron
>;
