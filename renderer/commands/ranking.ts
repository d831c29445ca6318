import type { Command } from '../../shared/command-list.ts';
import { fitOf } from '../state/system-search.ts';

/** Commands that fit the words typed, best first; ties keep the list's order. No words find all. */
export function rankCommands(commands: readonly Command[], typed: string): Command[] {
  if (typed.trim() === '') return [...commands];
  return commands
    .map((command) => ({
      command,
      fit: fitOf(typed, command.label) ?? fitOf(typed, `${command.menu} ${command.label}`),
    }))
    .filter((found): found is { command: Command; fit: number } => found.fit !== null)
    .sort((a, b) => a.fit - b.fit)
    .map((found) => found.command);
}
