import uFuzzy from '@leeoniya/ufuzzy';
import type { Command, CommandId } from '../../shared/command-list.ts';
import { fitOf } from '../state/system-search.ts';

/** Letters may be missing, and a space may be where none was typed: `thme drk`, `backup`. */
const shortened = new uFuzzy({ intraMode: 0, intraIns: 2, intraChars: '[a-z\\d ]' });
/** One slip a word: a letter too many, missing, wrong, or two exchanged, as in `settigns`. */
const mistyped = new uFuzzy({ intraMode: 1, intraIns: 1, intraSub: 1, intraTrn: 1, intraDel: 1 });
/** Words may be typed in any order, up to so many. */
const MOST_WORDS_IN_ANY_ORDER = 3;
/** In fewer letters one slip could be anything. */
const FEWEST_LETTERS_FOR_A_SLIP = 4;

/** Lists the places of the texts that match what is typed, best first: exact words, then shortened, then mistyped. */
function rankTexts(texts: readonly string[], typed: string): number[] {
  const exact = texts
    .map((text, index) => ({ index, fit: fitOf(typed, text), length: text.length }))
    .filter((found): found is { index: number; fit: number; length: number } => found.fit !== null)
    // Of two equal matches the shorter text is closer to what was typed.
    .sort((a, b) => a.fit - b.fit || a.length - b.length)
    .map(({ index }) => index);
  const words = typed.trim().split(/\s+/);
  const canSlip = words.every((word) => word.length >= FEWEST_LETTERS_FOR_A_SLIP);
  return [...new Set([...exact, ...fuzzy(shortened, texts, typed), ...(canSlip ? fuzzy(mistyped, texts, typed) : [])])];
}

function fuzzy(matcher: uFuzzy, texts: readonly string[], typed: string): number[] {
  const [found, info, order] = matcher.search([...texts], typed, MOST_WORDS_IN_ANY_ORDER);
  if (!found) return [];
  return order && info ? order.flatMap((place) => info.idx[place] ?? []) : found;
}

/** Lists the commands that match the typed words, best first. An empty text lists all, the recent ones first. */
export function rankCommands(
  commands: readonly Command[],
  typed: string,
  recent: readonly CommandId[] = [],
): Command[] {
  if (typed.trim() === '') {
    const first = recent.flatMap((id) => commands.find((command) => command.id === id) ?? []);
    return [...first, ...commands.filter((command) => !first.includes(command))];
  }
  const byLabel = rankTexts(
    commands.map(({ label }) => label),
    typed,
  );
  const byMenu = rankTexts(
    commands.map(({ menu, label }) => `${menu} ${label}`),
    typed,
  );
  return [...new Set([...byLabel, ...byMenu])].flatMap((index) => commands[index] ?? []);
}

/** The recent commands after one more was run, the newest first. */
export function withRecent(recent: readonly string[], id: CommandId): string[] {
  return [id, ...recent.filter((one) => one !== id)].slice(0, MOST_RECENT);
}

const MOST_RECENT = 8;
