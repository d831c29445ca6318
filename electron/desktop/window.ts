import { join } from 'node:path';
import { app, BrowserWindow, dialog, nativeTheme, screen } from 'electron';
import { fitPlace, LEAST_SIZE, readPlace, writePlace } from './bounds.ts';
import { WINDOW_URL } from './trust.ts';

// The window's background before its first paint: `--paper` of the two themes.
const PAPER = { light: '#ffffff', dark: '#14161a' } as const;
const SETTLED_MS = 400;

/** Opens the one window at its last position, and shows it once it has content. */
export function openWindow(preloadPath: string): BrowserWindow {
  const placeFile = join(app.getPath('userData'), 'window.json');
  const main = screen.getPrimaryDisplay();
  const others = screen.getAllDisplays().filter((display) => display.id !== main.id);
  const place = fitPlace(
    readPlace(placeFile),
    [main, ...others].map((display) => display.workArea),
  );

  const window = new BrowserWindow({
    ...place.bounds,
    minWidth: LEAST_SIZE.width,
    minHeight: LEAST_SIZE.height,
    show: false,
    title: app.name,
    backgroundColor: PAPER[nativeTheme.shouldUseDarkColors ? 'dark' : 'light'],
    webPreferences: {
      preload: preloadPath,
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      webSecurity: true,
      // Chromium would download its dictionaries.
      spellcheck: false,
    },
  });
  if (place.isMaximized) window.maximize();
  storePlace(window, placeFile);
  window.once('ready-to-show', () => window.show());
  askBeforeLeaving(window);
  reportTrouble(window);
  // did-fail-load reports a failure, and later ones as well.
  window.loadURL(WINDOW_URL).catch(() => undefined);
  return window;
}

function storePlace(window: BrowserWindow, file: string): void {
  let timer: NodeJS.Timeout | undefined;
  const keep = () => writePlace(file, { bounds: window.getNormalBounds(), isMaximized: window.isMaximized() });
  const keepSoon = () => {
    clearTimeout(timer);
    timer = setTimeout(keep, SETTLED_MS);
  };
  window.on('resize', keepSoon);
  window.on('move', keepSoon);
  window.on('close', () => {
    clearTimeout(timer);
    keep();
  });
  window.once('closed', () => clearTimeout(timer));
}

/** Unsaved text prevents the window from closing, and Electron would not tell the user. */
function askBeforeLeaving(window: BrowserWindow): void {
  window.webContents.on('will-prevent-unload', (event) => {
    const choice = dialog.showMessageBoxSync(window, {
      type: 'question',
      message: 'Close without saving?',
      detail: 'The story you are editing has unsaved text.',
      buttons: ['Keep writing', 'Close without saving'],
      defaultId: 0,
      cancelId: 0,
    });
    // preventDefault() here allows the window to close.
    if (choice === 1) event.preventDefault();
  });
}

/** Reports a failure that would leave a blank window, and offers to load again. */
function reportTrouble(window: BrowserWindow): void {
  const ask = async (message: string) => {
    if (window.isDestroyed()) return;
    const { response } = await dialog.showMessageBox(window, {
      type: 'error',
      message,
      detail: 'Nothing in the library is lost. Load the window again, or close it.',
      buttons: ['Load again', 'Close'],
      defaultId: 0,
      cancelId: 1,
    });
    if (window.isDestroyed()) return;
    if (response === 0) window.loadURL(WINDOW_URL).catch(() => undefined);
    else window.destroy();
  };
  window.webContents.on('render-process-gone', (_event, details) => {
    console.error(`The window's process ended: ${details.reason}, exit code ${details.exitCode}.`);
    if (details.reason !== 'clean-exit') void ask('The window stopped working.');
  });
  window.webContents.on('did-fail-load', (_event, errorCode, description, url, isMainFrame) => {
    // -3: another load replaced this one.
    if (!isMainFrame || errorCode === -3) return;
    console.error(`${url} did not load: ${description} (${errorCode}).`);
    void ask('The window could not be loaded.');
  });
}
