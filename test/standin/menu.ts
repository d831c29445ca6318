import type { Menu as ElectronMenu, KeyboardEvent, MenuItem, MenuItemConstructorOptions } from 'electron';
import { app } from './app.ts';
import { answers, host, tell } from './host.ts';
import type { MenuEntry } from './messages.ts';
import { strict } from './strict.ts';

/** https://www.electronjs.org/docs/latest/tutorial/keyboard-shortcuts#accelerators */
const MODIFIERS = /^(?:Command|Cmd|Control|Ctrl|CommandOrControl|CmdOrCtrl|Alt|Option|AltGr|Shift|Super|Meta)$/;
const KEYS =
  /^(?:[A-Z0-9]|F(?:[1-9]|1\d|2[0-4])|[)!@#$%^&*(:;<,_\->.?/~`{\][|\\}"'=]|Plus|Space|Tab|Capslock|Numlock|Scrolllock|Backspace|Delete|Insert|Return|Enter|Up|Down|Left|Right|Home|End|PageUp|PageDown|Escape|Esc)$/;

interface BuiltMenu {
  template: MenuItemConstructorOptions[];
}

let current: BuiltMenu | null = null;

type PlayedMenu = {
  buildFromTemplate(template: MenuItemConstructorOptions[]): ElectronMenu;
  setApplicationMenu(menu: ElectronMenu | null): void;
};

const played: PlayedMenu = {
  buildFromTemplate(template) {
    template.forEach(check);
    return strict('Menu instance', { template }) as unknown as ElectronMenu;
  },
  setApplicationMenu(menu) {
    current = menu as unknown as BuiltMenu | null;
    tell(host.ask('menu.set', { entries: (current?.template ?? []).map(toEntry) }));
  },
};
export const Menu = strict('Menu', played) as unknown as typeof ElectronMenu;

/** Electron refuses these as well, some of them only when the menu is first shown. */
function check(item: MenuItemConstructorOptions): void {
  const { label, role, type, submenu, accelerator } = item;
  if (label === undefined && role === undefined && type === undefined) {
    throw new TypeError('Invalid template for MenuItem: must have at least one of label, role or type');
  }
  if (accelerator !== undefined && !isAccelerator(accelerator)) throw new TypeError(`No accelerator: ${accelerator}`);
  if (Array.isArray(submenu)) submenu.forEach(check);
}

function isAccelerator(text: string): boolean {
  const parts = text.split('+');
  const key = parts.pop() ?? '';
  return KEYS.test(key) && parts.every((part) => MODIFIERS.test(part)) && new Set(parts).size === parts.length;
}

function submenuOf({ submenu }: MenuItemConstructorOptions): MenuItemConstructorOptions[] {
  if (submenu === undefined) return [];
  return Array.isArray(submenu) ? submenu : (submenu as unknown as BuiltMenu).template;
}

function toEntry(item: MenuItemConstructorOptions): MenuEntry {
  return {
    id: item.id ?? null,
    label: item.label?.replace('&', '') ?? null,
    role: item.role ?? null,
    type: item.type ?? (item.submenu ? 'submenu' : 'normal'),
    accelerator: item.accelerator ?? null,
    registerAccelerator: item.registerAccelerator ?? true,
    submenu: submenuOf(item).map(toEntry),
  };
}

function find(items: MenuItemConstructorOptions[], id: string): MenuItemConstructorOptions | null {
  for (const item of items) {
    // An item without an id is found by its role.
    if ((item.id ?? item.role) === id) return item;
    const inside = find(submenuOf(item), id);
    if (inside) return inside;
  }
  return null;
}

answers['menu.click'] = ({ id }) => {
  const item = find(current?.template ?? [], id);
  if (!item) throw new Error(`The menu has no item ${id}.`);
  if (item.role === 'quit') app.quit();
  else if (item.role) throw new Error(`The stand-in for Electron lacks the menu role ${item.role}.`);
  else {
    const event: KeyboardEvent = { triggeredByAccelerator: false };
    item.click?.(strict('MenuItem', { id }) as unknown as MenuItem, undefined, event);
  }
  return null;
};
