import type { Command } from '../../shared/command-list.ts';
import { fitOf } from '../state/system-search.ts';

/** Lists the commands that match the typed words, best first. An empty text lists all. */
export function rankCommands(commands: readonly Command[], typed: string): Command[] {
  if (typed.trim() === '') return [...commands];
  return (
    commands
      .map((command) => ({
        command,
        fit: fitOf(typed, command.label) ?? fitOf(typed, `${command.menu} ${command.label}`),
      }))
      .filter((found): found is { command: Command; fit: number } => found.fit !== null)
      // Of two equal matches the shorter label is closer to the typed text.
      .sort((a, b) => a.fit - b.fit || a.command.label.length - b.command.label.length)
      .map((found) => found.command)
  );
}
