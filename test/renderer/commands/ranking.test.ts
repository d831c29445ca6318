import { describe, expect, it } from 'vitest';
import { rankCommands, withRecent } from '../../../renderer/commands/ranking.ts';
import { COMMANDS, type CommandId } from '../../../shared/command-list.ts';

const labels = (typed: string, recent: CommandId[] = []) =>
  rankCommands(COMMANDS, typed, recent).map((command) => command.label);

describe('ranking commands', () => {
  it.each([
    ['backup', 'Back up…'],
    ['thme drk', 'Theme: dark'],
    ['drk thme', 'Theme: dark'],
    ['settigns', 'Settings…'],
    ['exprot', 'Export'],
    ['shrotcuts', 'Keyboard shortcuts'],
    ['signof', 'Sign off…'],
    ['undo', 'Undo'],
    ['page temp', 'Page templates…'],
  ])('%s finds %s', (typed, label) => {
    expect(labels(typed)[0]).toBe(label);
  });

  it('takes exact words before others', () => {
    expect(labels('pages').slice(0, 2)).toEqual(['Pages', 'On pages…']);
    expect(labels('dark')[0]).toBe('Theme: dark');
  });

  it('finds nothing for letters of no command', () => {
    expect(labels('qqq')).toEqual([]);
    expect(labels('…')).toEqual([]);
  });

  it('lists the recent ones first while nothing is typed', () => {
    expect(labels('', ['view.themeDark', 'library.backup']).slice(0, 3)).toEqual([
      'Theme: dark',
      'Back up…',
      COMMANDS[0].label,
    ]);
    expect(labels('', ['view.themeDark'])).toHaveLength(COMMANDS.length);
  });

  it('keeps each recent command once, the newest first', () => {
    expect(withRecent(['edit.undo', 'edit.redo'], 'edit.redo')).toEqual(['edit.redo', 'edit.undo']);
    const many = COMMANDS.slice(0, 8).map(({ id }) => id as string);
    expect(withRecent(many, 'help.about')).toEqual(['help.about', ...many.slice(0, 7)]);
  });
});
