import type { MenuItemConstructorOptions } from 'electron';
import { COMMANDS, type Command, isFieldKey } from '../../shared/command-list.ts';

type MenuName = NonNullable<Command['menu']>;
/** A command as the menu needs it, with any id. */
export type MenuCommand = Omit<Command, 'id'> & { id: string };

export interface MenuOptions {
  platform: NodeJS.Platform;
  appName: string;
  run(commandId: string): void;
}

/** The native menu: Patchdesk's commands and the items that each platform expects. */
export function menuTemplate(
  { platform, appName, run }: MenuOptions,
  commands: readonly MenuCommand[] = COMMANDS,
): MenuItemConstructorOptions[] {
  const isMac = platform === 'darwin';
  const items = (menu: MenuName): MenuItemConstructorOptions[] =>
    commands.filter((command) => command.menu === menu).map((command) => commandItem(command, isMac, run));
  const separator: MenuItemConstructorOptions = { type: 'separator' };
  const menu = (label: string, groups: MenuItemConstructorOptions[][]): MenuItemConstructorOptions => ({
    label,
    submenu: groups
      .filter((group) => group.length > 0)
      .flatMap((group, index) => (index > 0 ? [separator, ...group] : group)),
  });

  const template = [
    menu('&File', [items('file'), isMac ? [{ role: 'close' }] : [{ role: 'quit' }]]),
    menu('&Edit', [
      items('edit'),
      // Without these items in the menu, the shortcuts of text fields do nothing on macOS.
      [{ role: 'cut' }, { role: 'copy' }, { role: 'paste' }, { role: 'pasteAndMatchStyle' }, { role: 'selectAll' }],
    ]),
    menu('&View', [
      items('view'),
      [{ role: 'resetZoom' }, { role: 'zoomIn' }, { role: 'zoomOut' }],
      [{ role: 'togglefullscreen' }, { role: 'toggleDevTools' }],
    ]),
    menu('&Go', [items('go')]),
    menu('&Queue', [items('queue')]),
    menu('&Story', [items('story')]),
    menu('&Page', [items('page')]),
    { role: 'windowMenu' } satisfies MenuItemConstructorOptions,
    {
      ...menu('&Help', [items('help'), isMac ? [] : [{ role: 'about' }]]),
      role: 'help',
    } satisfies MenuItemConstructorOptions,
  ].filter((entry) => 'role' in entry || (Array.isArray(entry.submenu) && entry.submenu.length > 0));
  return isMac ? [{ label: appName, role: 'appMenu' }, ...template] : template;
}

/**
 * Shortcuts of the Edit menu's own items, which serve text fields; outside them the window uses them for its own
 * commands.
 */
const EDIT_KEYS = new Set(['Mod+X', 'Mod+C', 'Mod+V']);

function commandItem(command: MenuCommand, isMac: boolean, run: (id: string) => void): MenuItemConstructorOptions {
  const item: MenuItemConstructorOptions = { id: command.id, label: command.label, click: () => run(command.id) };
  // Only the window knows a shortcut that an editor can change or switch off.
  if (command.shortcut === null || command.code !== undefined) return item;
  // Such a shortcut belongs to the window, where typing in a field wins. Windows and Linux can show it without binding
  // it; macOS would bind it.
  const isShownOnly = isFieldKey(command.shortcut) || EDIT_KEYS.has(command.shortcut);
  if (isShownOnly && isMac) return item;
  return { ...item, accelerator: toAccelerator(command.shortcut), ...(isShownOnly && { registerAccelerator: false }) };
}

const ACCELERATOR_KEYS: Readonly<Record<string, string>> = {
  Mod: 'CommandOrControl',
  ArrowUp: 'Up',
  ArrowDown: 'Down',
  ArrowLeft: 'Left',
  ArrowRight: 'Right',
  '+': 'Plus',
};

/** `Mod+Shift+ArrowUp` in Electron's notation. */
export function toAccelerator(shortcut: string): string {
  return shortcut
    .split(/\+(?=.)/)
    .map((key) => ACCELERATOR_KEYS[key] ?? key)
    .join('+');
}
