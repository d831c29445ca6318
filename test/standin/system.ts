import type { Dialog, Display, NativeTheme, Screen, Session, Shell, WebContents } from 'electron';
import { host, tell } from './host.ts';
import { strict } from './strict.ts';

type Ask = (...args: unknown[]) => Promise<unknown>;

/** A dialog, with or without its window; the test answers it. */
function showing(method: 'showOpenDialog' | 'showSaveDialog' | 'showMessageBox'): Ask {
  return (...args) => host.ask('dialog.show', { method, options: args.at(-1) });
}

const playedDialog: Pick<Dialog, 'showOpenDialog' | 'showSaveDialog' | 'showMessageBox' | 'showErrorBox'> = {
  // Each has two forms; the test's answer has the matching one.
  showOpenDialog: showing('showOpenDialog') as Dialog['showOpenDialog'],
  showSaveDialog: showing('showSaveDialog') as Dialog['showSaveDialog'],
  showMessageBox: showing('showMessageBox') as Dialog['showMessageBox'],
  showErrorBox: (title, content) =>
    tell(host.ask('dialog.show', { method: 'showErrorBox', options: { title, content } })),
};
export const dialog = strict('dialog', playedDialog) as unknown as Dialog;

let themeSource: NativeTheme['themeSource'] = 'system';
const playedTheme: Pick<NativeTheme, 'themeSource' | 'shouldUseDarkColors'> = {
  get themeSource() {
    return themeSource;
  },
  set themeSource(source) {
    if (source === themeSource) return;
    themeSource = source;
    tell(host.ask('window.colours', { scheme: source === 'system' ? null : source }));
  },
  get shouldUseDarkColors() {
    return themeSource === 'dark';
  },
};
export const nativeTheme = strict('nativeTheme', playedTheme) as unknown as NativeTheme;

type PlayedDisplay = Pick<Display, 'id' | 'bounds' | 'workArea' | 'scaleFactor'>;
const display: PlayedDisplay = {
  id: 1,
  bounds: { x: 0, y: 0, width: 1920, height: 1080 },
  workArea: { x: 0, y: 0, width: 1920, height: 1040 },
  scaleFactor: 1,
};
const onlyDisplay = strict('Display', display) as unknown as Display;
const playedScreen: Pick<Screen, 'getPrimaryDisplay' | 'getAllDisplays'> = {
  getPrimaryDisplay: () => onlyDisplay,
  getAllDisplays: () => [onlyDisplay],
};
export const screen = strict('screen', playedScreen) as unknown as Screen;

const playedShell: Pick<Shell, 'openExternal' | 'showItemInFolder'> = {
  async openExternal(url) {
    await host.ask('shell.open', { method: 'openExternal', target: url });
  },
  showItemInFolder: (path) => tell(host.ask('shell.open', { method: 'showItemInFolder', target: path })),
};
export const shell = strict('shell', playedShell) as unknown as Shell;

type CheckHandler = NonNullable<Parameters<Session['setPermissionCheckHandler']>[0]>;
let checkHandler: CheckHandler | null = null;
const playedSession: Pick<
  Session,
  'setPermissionCheckHandler' | 'setPermissionRequestHandler' | 'setDevicePermissionHandler'
> = {
  setPermissionCheckHandler(handler) {
    checkHandler = handler;
  },
  // Chromium gets its permissions beforehand, so it never asks.
  setPermissionRequestHandler: () => {},
  setDevicePermissionHandler: () => {},
};
export const session = strict('session', {
  defaultSession: strict('Session', playedSession) as unknown as Session,
});

/** The permissions that the app's own handler allows its window, under Chromium's names. */
export function allowedPermissions(contents: WebContents, address: string): string[] {
  const names = { 'clipboard-sanitized-write': 'clipboard-write', 'clipboard-read': 'clipboard-read' } as const;
  const details = { isMainFrame: true, requestingUrl: address };
  return Object.entries(names)
    .filter(([name]) => checkHandler?.(contents, name as keyof typeof names, address, details) ?? true)
    .map(([, driverName]) => driverName);
}
