import { describe, expect, it } from 'vitest';
import { commandsForKey, formatShortcut, type KeyPress, shortcutOf } from '../../../renderer/commands/shortcuts.ts';
import { COMMANDS, isFieldKey } from '../../../shared/command-list.ts';

const press = (key: string, held: Partial<KeyPress> = {}): KeyPress => ({
  key,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  ...held,
});
const idsFor = (...args: Parameters<typeof commandsForKey>) => commandsForKey(...args).map((command) => command.id);

describe('shortcuts', () => {
  it('finds the command a key means on either platform', () => {
    expect(idsFor(press('k', { ctrlKey: true }), 'other', 'open')).toEqual(['app.palette']);
    expect(idsFor(press('k', { metaKey: true }), 'mac', 'open')).toEqual(['app.palette']);
    expect(idsFor(press('k', { metaKey: true }), 'other', 'open')).toEqual([]);
    expect(idsFor(press('t'), 'other', 'open')).toEqual(['story.addSystems']);
    expect(idsFor(press('T', { shiftKey: true }), 'other', 'open')).toEqual(['story.removeSystems']);
    expect(idsFor(press('?', { shiftKey: true }), 'other', 'open')).toEqual(['help.shortcuts']);
    expect(idsFor(press('y', { ctrlKey: true }), 'other', 'open')).toEqual(['edit.redo']);
  });

  it('leaves a text field its letters and its own undo, but not the palette', () => {
    expect(idsFor(press('t'), 'other', 'field')).toEqual([]);
    expect(idsFor(press('?', { shiftKey: true }), 'other', 'field')).toEqual([]);
    expect(idsFor(press('z', { ctrlKey: true }), 'other', 'field')).toEqual([]);
    expect(idsFor(press('a', { ctrlKey: true }), 'other', 'field')).toEqual([]);
    expect(idsFor(press('k', { ctrlKey: true }), 'other', 'field')).toEqual(['app.palette']);
  });

  it('gives no two commands of one screen the same key', () => {
    const groups = [
      COMMANDS.filter((command) => !command.id.startsWith('page.')),
      COMMANDS.filter((command) => !command.id.startsWith('story.')),
    ];
    for (const group of groups) {
      const keys = group.flatMap((command) => (command.shortcut ? [command.shortcut] : []));
      expect(new Set(keys).size).toBe(keys.length);
    }
  });

  it('writes every shortcut of the list in a form that a key press has', () => {
    for (const { shortcut } of COMMANDS) {
      if (!shortcut) continue;
      const parts = shortcut.split('+');
      const made = press(parts.at(-1) ?? '', {
        ctrlKey: parts.includes('Mod'),
        altKey: parts.includes('Alt'),
        shiftKey: parts.includes('Shift'),
      });
      expect(shortcutOf(made, 'other')).toBe(shortcut);
    }
  });

  it('shows keys as the keyboard has them', () => {
    expect(formatShortcut('Mod+Shift+Z', 'other')).toBe('Ctrl Shift Z');
    expect(formatShortcut('Mod+Shift+Z', 'mac')).toBe('⇧⌘Z');
    expect(formatShortcut('Alt+ArrowUp', 'other')).toBe('Alt ↑');
    expect(formatShortcut(null, 'mac')).toBeNull();
  });

  it('knows which keys belong to a field', () => {
    expect(isFieldKey('N')).toBe(true);
    expect(isFieldKey('Shift+T')).toBe(true);
    expect(isFieldKey('Mod+I')).toBe(false);
    expect(isFieldKey('Alt+ArrowUp')).toBe(false);
  });
});
