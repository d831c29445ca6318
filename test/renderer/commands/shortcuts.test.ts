import { describe, expect, it } from 'vitest';
import { commandsForKey, formatShortcut, type KeyPress, shortcutOf } from '../../../renderer/commands/shortcuts.ts';
import { COMMANDS, isFieldKey } from '../../../shared/command-list.ts';
import { DEFAULT_KEYS, type KeySettings } from '../../../shared/keys.ts';

const press = (key: string, held: Partial<KeyPress> = {}): KeyPress => ({
  key,
  code: /^[a-z]$/i.test(key) ? `Key${key.toUpperCase()}` : /^[0-9]$/.test(key) ? `Digit${key}` : key,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  ...held,
});
type Sought = [press: KeyPress, platform: 'mac' | 'other', place: 'open' | 'field'];
const idsFor = (...[key, platform, place]: Sought) =>
  commandsForKey(key, platform, place, { isQueue: false, keys: DEFAULT_KEYS }).map((command) => command.id);
const inQueue = (key: KeyPress, keys: KeySettings = DEFAULT_KEYS, place: 'open' | 'field' = 'open') =>
  commandsForKey(key, 'other', place, { isQueue: true, keys }).map((command) => command.id);

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
    for (const key of ['a', 'c', 'x', 'v']) {
      expect(idsFor(press(key, { ctrlKey: true }), 'other', 'field')).toEqual([]);
      expect(idsFor(press(key, { ctrlKey: true }), 'other', 'open')).not.toEqual([]);
    }
    expect(idsFor(press('k', { ctrlKey: true }), 'other', 'field')).toEqual(['app.palette']);
  });

  it('gives no two commands of one screen the same key', () => {
    const groups = [
      COMMANDS.filter((command) => !/^(page|queue)\./.test(command.id)),
      COMMANDS.filter((command) => !/^(story|queue)\./.test(command.id)),
      COMMANDS.filter((command) => command.id.startsWith('queue.')),
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

  it('goes by the place of a key in the queue, whatever its layout prints there', () => {
    // A French keyboard: the digits' row types signs, and A is where Q is elsewhere.
    expect(inQueue({ ...press('&'), code: 'Digit1' })).toEqual(['queue.accept1']);
    expect(inQueue({ ...press('1', { shiftKey: true }), code: 'Digit1' })).toEqual(['queue.reject1']);
    expect(inQueue({ ...press('1'), code: 'Numpad1' })).toEqual(['queue.accept1']);
    expect(inQueue(press('e'))).toEqual(['queue.done']);
    expect(inQueue(press('N', { shiftKey: true }))).toEqual(['queue.notNational']);
  });

  it('gives the queue’s keys to the queue alone, and only there', () => {
    expect(inQueue(press('n'))).toEqual(['queue.national']);
    expect(idsFor(press('n'), 'other', 'open')).toEqual(['story.new']);
    expect(idsFor(press('j'), 'other', 'open')).toEqual([]);
    expect(inQueue(press('e'), DEFAULT_KEYS, 'field')).toEqual([]);
    expect(inQueue(press('e', { ctrlKey: true }))).toEqual(['export.start']);
    expect(inQueue(press('?', { shiftKey: true }))).toEqual(['help.shortcuts']);
  });

  it('follows the keys an editor has set, and none when single letters are off', () => {
    const moved = { ...DEFAULT_KEYS, codes: { 'queue.done': 'KeyD' } };
    expect(inQueue(press('d'), moved)).toEqual(['queue.done']);
    expect(inQueue(press('e'), moved)).toEqual(['story.edit', 'page.reword']);
    const off = { ...DEFAULT_KEYS, singleLetter: false };
    expect(inQueue(press('e'), off)).toEqual([]);
    expect(inQueue(press('1'), off)).toEqual([]);
    for (const key of ['n', '?', '/', '[']) {
      expect(commandsForKey(press(key), 'other', 'open', { isQueue: false, keys: off })).toEqual([]);
    }
    expect(inQueue(press('k', { ctrlKey: true }), off)).toEqual(['app.palette']);
    expect(inQueue(press('Escape'), off)).toEqual(['story.selectNone', 'page.letGo']);
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
