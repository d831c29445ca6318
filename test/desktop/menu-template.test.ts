import type { MenuItemConstructorOptions } from 'electron';
import { describe, expect, test } from 'vitest';
import { type MenuCommand, menuTemplate, toAccelerator } from '../../electron/desktop/menu-template.ts';
import { COMMANDS } from '../../shared/command-list.ts';

const commands: MenuCommand[] = [
  { id: 'file.first', label: 'First', menu: 'file', shortcut: 'Mod+O' },
  { id: 'story.open', label: 'Open', menu: 'story', shortcut: 'Enter' },
  { id: 'palette.only', label: 'Nowhere', menu: null, shortcut: null },
];

function template(
  platform: NodeJS.Platform,
  run: (id: string) => void = () => {},
  list: readonly MenuCommand[] = commands,
) {
  return menuTemplate({ platform, appName: 'Patchdesk', run }, list);
}

function itemsOf(menus: MenuItemConstructorOptions[]): MenuItemConstructorOptions[] {
  return menus.flatMap((menu) => (Array.isArray(menu.submenu) ? menu.submenu : []));
}

describe('the native menu', () => {
  test('holds every command that names a menu, once, and no other', () => {
    for (const platform of ['win32', 'linux', 'darwin'] as const) {
      const ids = itemsOf(template(platform, () => {}, COMMANDS)).flatMap((item) => item.id ?? []);
      expect(ids.toSorted()).toEqual(
        COMMANDS.filter((command: MenuCommand) => command.menu !== null)
          .map((command) => command.id)
          .toSorted(),
      );
    }
  });

  test('runs a command by its id', () => {
    const ran: string[] = [];
    for (const item of itemsOf(template('linux', (id) => ran.push(id)))) {
      (item.click as (() => void) | undefined)?.();
    }
    expect(ran).toEqual(['file.first', 'story.open']);
  });

  test('leaves out menus with nothing in them and lines with nothing to part', () => {
    const labels = template('linux').map((menu) => menu.label ?? menu.role);
    expect(labels).not.toContain('&Page');
    for (const menu of template('linux')) {
      const types = Array.isArray(menu.submenu) ? menu.submenu.map((item) => item.type) : [];
      expect(types[0]).not.toBe('separator');
      expect(types.at(-1)).not.toBe('separator');
    }
  });

  test('takes no bare key from somebody who types', () => {
    const find = (platform: NodeJS.Platform) => itemsOf(template(platform)).find((item) => item.id === 'story.open');
    expect(find('linux')).toMatchObject({ accelerator: 'Enter', registerAccelerator: false });
    expect(find('win32')).toMatchObject({ registerAccelerator: false });
    expect(find('darwin')).not.toHaveProperty('accelerator');
  });

  test('leaves cut, copy and paste to the Edit menu, which serves text fields', () => {
    const paste = [{ id: 'page.paste', label: 'Paste teasers', menu: 'page' as const, shortcut: 'Mod+V' }];
    const find = (platform: NodeJS.Platform) =>
      itemsOf(template(platform, () => {}, paste)).find((item) => item.id === 'page.paste');
    expect(find('linux')).toMatchObject({ accelerator: 'CommandOrControl+V', registerAccelerator: false });
    expect(find('darwin')).not.toHaveProperty('accelerator');
  });

  test('follows each system: quit under the app’s own name on macOS, under File elsewhere', () => {
    const roles = (platform: NodeJS.Platform) => itemsOf(template(platform)).map((item) => item.role);
    expect(template('darwin')[0]?.role).toBe('appMenu');
    expect(roles('darwin')).not.toContain('quit');
    expect(roles('win32')).toContain('quit');
    for (const platform of ['darwin', 'win32', 'linux'] as const) {
      expect(roles(platform)).toEqual(expect.arrayContaining(['cut', 'copy', 'paste', 'selectAll']));
    }
  });
});

test.each([
  ['Mod+K', 'CommandOrControl+K'],
  ['Mod+Shift+ArrowUp', 'CommandOrControl+Shift+Up'],
  ['Mod++', 'CommandOrControl+Plus'],
  ['Alt+ArrowLeft', 'Alt+Left'],
  ['F6', 'F6'],
])('%s is written %s for Electron', (shortcut, accelerator) => {
  expect(toAccelerator(shortcut)).toBe(accelerator);
});
