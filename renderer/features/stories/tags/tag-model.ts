import type { Strength, System, SystemCode } from '../../../../shared/models.ts';
import { counted } from '../../../../shared/words/counted.ts';
import { searchWithSuccessors } from '../../../state/system-search.ts';

/** Says how many of the selected stories have a tag: all, some or none. */
export function shareOf(count: number, total: number): string {
  if (count === 0) return 'none';
  if (count >= total) return total === 1 ? 'yes' : `all ${total.toLocaleString('en-GB')}`;
  return `${count.toLocaleString('en-GB')} of ${total.toLocaleString('en-GB')}`;
}

export interface TagCounts {
  total: number;
  national: number;
  systems: readonly { code: SystemCode; count: number }[];
}

/** A system, or the national mark. */
export type TagChoice = { kind: 'system'; system: System; count: number } | { kind: 'national'; count: number };

export const choiceKey = (choice: TagChoice): string => (choice.kind === 'national' ? 'national' : choice.system.code);
export const choiceName = (choice: TagChoice): string =>
  choice.kind === 'national' ? 'National' : choice.system.shortName;

/**
 * Lists the picker's choices. Adding offers every system; removing only those that at least one story has. "National"
 * comes first while nothing is typed, and whenever its name matches.
 */
export function choicesFor(
  mode: 'add' | 'remove',
  systems: readonly System[],
  counts: TagCounts,
  typed: string,
): TagChoice[] {
  const countOf = new Map(counts.systems.map(({ code, count }) => [code, count]));
  const words = typed.trim().toLowerCase();
  const choices: TagChoice[] = [];
  const offersNational = mode === 'add' || counts.national > 0;
  if (offersNational && 'national'.startsWith(words)) choices.push({ kind: 'national', count: counts.national });
  for (const system of searchWithSuccessors(systems, typed)) {
    const count = countOf.get(system.code) ?? 0;
    if (mode === 'add' || count > 0) choices.push({ kind: 'system', system, count });
  }
  return choices;
}

/** True when nothing would change: every story has the tag already, or none does. */
export function isIdle(
  mode: 'add' | 'remove',
  choice: TagChoice,
  counts: TagCounts,
  strength: Strength | null,
): boolean {
  if (mode === 'remove') return choice.count === 0;
  // A strength also changes existing tags.
  if (strength !== null && choice.kind === 'system') return false;
  return choice.count >= counts.total;
}

/** Says what the step will do before it runs. */
export function consequence(mode: 'add' | 'remove', choice: TagChoice, counts: TagCounts): string {
  const changed = mode === 'add' ? counts.total - choice.count : choice.count;
  const stories = counted(changed, 'story', 'stories');
  const verb = changed === 1 ? (mode === 'add' ? 'gains' : 'loses') : mode === 'add' ? 'gain' : 'lose';
  const what = choice.kind === 'national' ? 'the national mark' : choiceName(choice);
  return `${stories} ${verb} ${what}`;
}

export const STRENGTH_WORDS: Record<Strength, { label: string; means: string }> = {
  about: { label: 'About', means: 'The story is about this system. It feeds the page.' },
  affects: { label: 'Affects', means: 'The story concerns this system too. It feeds the page.' },
  mentioned: { label: 'Mentioned', means: 'The system is only named. It does not feed the page.' },
};
