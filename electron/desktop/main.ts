import { join, resolve } from 'node:path';
import { app, type BrowserWindow, dialog, nativeTheme, session } from 'electron';
import { contract, type MethodOutput, type Reply } from '../../shared/contract.ts';
import { type Desk, startDesk } from '../desk/desk.ts';
import { libraryPath, preferencesPath } from '../doors/places.ts';
import { libraryArgument } from './arguments.ts';
import { watchForLostDesk } from './desk-trouble.ts';
import { makeDoorAnswers } from './dialogs.ts';
import { guardNavigation, guardPermissions } from './guards.ts';
import { connectIpc, sendEvent } from './ipc.ts';
import { installMenu } from './menu.ts';
import { attempt, type Opened, openLibraryOrAsk } from './open-library.ts';
import { registerScheme, serveScheme } from './protocol.ts';
import { closeDeskOnQuit } from './quit.ts';
import { openWindow } from './window.ts';

const OUT = resolve(import.meta.dirname, '..');
const WORKER = new URL('./desk-worker.js', import.meta.url);

// Everything down to `whenReady` must happen before the app is ready. Do not await its promise at the top level:
// Electron is ready only after this module has been evaluated.
const userData = process.env['PATCHDESK_USER_DATA'];
if (userData) app.setPath('userData', resolve(userData));
registerScheme();
const named = libraryArgument(process.argv, process.env['INIT_CWD'] ?? process.cwd());
if (app.requestSingleInstanceLock({ library: named ?? null })) begin();
else app.quit();

function begin(): void {
  // The library opens while Chromium is still starting.
  const first = attempt(start(libraryPath(named)));
  app
    .whenReady()
    .then(() => run(first))
    .catch((error: unknown) => {
      console.error('Patchdesk could not start:', error);
      dialog.showErrorBox('Patchdesk could not start', error instanceof Error ? error.message : String(error));
      app.exit(1);
    });
}

function start(path: string): Promise<Desk> {
  const author = process.env['PATCHDESK_AUTHOR'];
  const resourcesPath = join(app.isPackaged ? process.resourcesPath : app.getAppPath(), 'resources');
  return startDesk(
    {
      libraryPath: path,
      preferencesPath: preferencesPath(),
      resourcesPath,
      door: 'desktop',
      ...(author && { author }),
    },
    WORKER,
  );
}

async function run(first: Promise<Opened>): Promise<void> {
  const desk = await openLibraryOrAsk(first, start, chooseAnotherLibrary);
  if (desk === null) return app.quit();

  let window: BrowserWindow | null = null;
  const currentWindow = () => window;
  const show = () => {
    if (window === null) {
      window = openWindow(join(OUT, 'preload', 'preload.cjs'));
      window.once('closed', () => {
        window = null;
      });
      return;
    }
    if (window.isMinimized()) window.restore();
    window.show();
    window.focus();
  };

  guardNavigation();
  guardPermissions(session.defaultSession);
  serveScheme(desk, join(OUT, 'renderer'));
  const followTrouble = watchForLostDesk(currentWindow);
  connectIpc({
    desk,
    windowContents: () => window?.webContents ?? null,
    answerDoorMethod: makeDoorAnswers(currentWindow, desk),
    onReply: (method, reply) => {
      followTheme(method, reply);
      followTrouble(reply);
    },
  });
  installMenu((id) => {
    if (window === null) return show();
    sendEvent(window.webContents, { name: 'menu.command', payload: { id } });
  });
  closeDeskOnQuit(desk);
  app.on('activate', show);
  app.on('second-instance', (_event, _argv, _folder, data) => {
    show();
    openFromSecondInstance(desk, data).catch((error: unknown) => console.error('A second start failed:', error));
  });
  app.on('window-all-closed', () => {
    if (process.platform !== 'darwin') app.quit();
  });

  followTheme('settings.get', await desk.call('settings.get', {}));
  show();
}

/** Menus, dialogs and the window's background follow the editor's theme. */
function followTheme(method: string, reply: Reply<unknown>): void {
  if (!reply.ok || (method !== 'settings.get' && method !== 'settings.set')) return;
  const settings: MethodOutput<'settings.get'> = contract['settings.get'].output.parse(reply.value);
  nativeTheme.themeSource = settings.theme;
}

/** A second start that names a library opens it in the existing window. */
async function openFromSecondInstance(desk: Desk, data: unknown): Promise<void> {
  const library = typeof data === 'object' && data !== null && 'library' in data ? data.library : null;
  if (typeof library !== 'string') return;
  const reply = await desk.call('library.open', { path: library });
  if (!reply.ok) dialog.showErrorBox('This library cannot be opened', reply.error.message);
}

async function chooseAnotherLibrary(sentence: string): Promise<string | null> {
  const { response } = await dialog.showMessageBox({
    type: 'error',
    message: 'This library cannot be opened',
    detail: sentence,
    buttons: ['Choose another library…', 'Quit'],
    defaultId: 0,
    cancelId: 1,
  });
  if (response !== 0) return null;
  const { canceled, filePaths } = await dialog.showOpenDialog({
    title: 'Open a library',
    filters: [{ name: 'Patchdesk library', extensions: ['patchdesk'] }],
    properties: ['openFile'],
  });
  return canceled ? null : (filePaths[0] ?? null);
}
