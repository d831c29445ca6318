import type * as Electron from 'electron';
import { app } from './app.ts';
import { BrowserWindow } from './browser-window.ts';
import { ipcMain } from './ipc.ts';
import { protocol } from './loopback.ts';
import { Menu } from './menu.ts';
import { dialog, nativeTheme, screen, session, shell } from './system.ts';

// What the app's main process gets when it imports `electron`. An export that is missing here is missing
// by name too: the import fails as the module is linked.
export { app, BrowserWindow, dialog, ipcMain, Menu, nativeTheme, protocol, screen, session, shell };

// Each is of Electron's own type, so that a change there shows here.
({ app, BrowserWindow, dialog, ipcMain, Menu, nativeTheme, protocol, screen, shell }) satisfies Partial<
  typeof Electron
>;
