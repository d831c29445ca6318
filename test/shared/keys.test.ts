import { describe, expect, it } from 'vitest';
import { getCommand } from '../../shared/command-list.ts';
import { CHANGEABLE, DEFAULT_KEYS, keyName, refusalOf, shortcutOf, withCode } from '../../shared/keys.ts';

const done = getCommand('queue.done');

describe('keys an editor sets', () => {
  it('shows the key as it is set, and as the keyboard prints it', () => {
    expect(shortcutOf(done, DEFAULT_KEYS)).toBe('E');
    const moved = withCode(DEFAULT_KEYS, 'queue.done', 'Semicolon');
    expect(shortcutOf(done, moved)).toBe(';');
    expect(shortcutOf(done, moved, new Map([['Semicolon', 'm']]))).toBe('M');
    expect(shortcutOf(getCommand('queue.notNational'), DEFAULT_KEYS)).toBe('Shift+N');
    // The digits' row types signs in France; the digit is what an editor looks for.
    expect(keyName('Digit1', new Map([['Digit1', '&']]))).toBe('1');
  });

  it('shows no single letter while those are off, but what needs Ctrl', () => {
    const off = { ...DEFAULT_KEYS, singleLetter: false };
    expect(shortcutOf(done, off)).toBeNull();
    expect(shortcutOf(getCommand('help.shortcuts'), off)).toBeNull();
    expect(shortcutOf(getCommand('page.takeOff'), off)).toBe('Delete');
    expect(shortcutOf(getCommand('edit.undo'), off)).toBe('Mod+Z');
  });

  it('keeps only what differs from the usual', () => {
    const moved = withCode(DEFAULT_KEYS, 'queue.done', 'KeyD');
    expect(moved.codes).toEqual({ 'queue.done': 'KeyD' });
    expect(withCode(moved, 'queue.done', 'KeyE')).toEqual(DEFAULT_KEYS);
  });

  it('refuses clashes with a sentence', () => {
    expect(refusalOf('queue.done', 'KeyD', DEFAULT_KEYS)).toBeNull();
    expect(refusalOf('queue.done', 'KeyE', DEFAULT_KEYS)).toBeNull();
    expect(refusalOf('queue.done', 'KeyJ', DEFAULT_KEYS)).toBe(
      'J is the key for “Next story”. Give that one another key first.',
    );
    expect(refusalOf('queue.done', 'KeyJ', withCode(DEFAULT_KEYS, 'queue.next', 'KeyD'))).toBeNull();
    // With Shift it is another key.
    expect(refusalOf('queue.notNational', 'KeyJ', DEFAULT_KEYS)).toBeNull();
    expect(refusalOf('queue.done', 'KeyX', DEFAULT_KEYS)).toMatch(/tick/);
    expect(refusalOf('queue.done', 'Digit3', DEFAULT_KEYS)).toMatch(/digits/);
    expect(refusalOf('queue.done', 'Space', DEFAULT_KEYS)).toMatch(/letter or a sign/);
  });

  it('gives all but the digits another key', () => {
    const ids = CHANGEABLE.map((command) => command.id);
    expect(ids).toContain('queue.national');
    expect(ids.filter((id) => /\d/.test(id))).toEqual([]);
  });
});
