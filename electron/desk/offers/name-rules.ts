import { DeskError } from '../../../shared/errors.ts';
import { normaliseName, type Register } from '../../../shared/systems/register.ts';
import type { NameFields, NameKind, NameProblem } from '../../../shared/tagging/names.ts';
import { inQuotes } from '../../../shared/words/quotes.ts';
import type { StoredName } from './name-rows.ts';

/** Shorter names match too many words and initials. */
const LEAST_LETTERS = 3;

const KIND_WORDS: Record<NameKind, string> = {
  alias: 'another name',
  person: 'a person',
  series: 'the title of a column',
};

/** Whether the matcher treats two names as one: it ignores apostrophes, `&`, `St` and a leading `the`. */
export function isSameFoldedName(a: string, b: string): boolean {
  return foldName(a) === foldName(b);
}

/** Words as the matcher compares them, without plurals and possessives, which it may take for the name. */
export function foldName(text: string): string {
  return text
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/['’‘]/g, '')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '' && word !== 'and')
    .filter((word, at) => at > 0 || word !== 'the')
    .map((word) => (word === 'saint' ? 'st' : word.length > 3 ? word.replace(/s$/, '') : word))
    .join(' ');
}

/** Why a name cannot be stored; null when it can. `id` is the name being changed. */
export function findNameProblem(
  fields: NameFields,
  id: string | null,
  names: readonly StoredName[],
  register: Register,
  day: string,
): NameProblem | null {
  const text = textProblem(fields, id, names, register, day);
  if (text) return { part: 'text', sentence: text };
  const systems = systemsProblem(fields, register);
  return systems ? { part: 'systems', sentence: systems } : null;
}

function textProblem(
  { kind, text }: NameFields,
  id: string | null,
  names: readonly StoredName[],
  register: Register,
  day: string,
): string | null {
  if (text === '') return 'Write the name as stories spell it.';
  const quoted = inQuotes(text);
  const letters = text.match(/[\p{L}\p{N}]/gu)?.length ?? 0;
  if (!/\p{L}/u.test(text)) return `${quoted} has no letter. Write the name as stories spell it.`;
  if (letters < LEAST_LETTERS) return `${quoted} is too short: a name needs at least ${LEAST_LETTERS} letters.`;
  if (kind === 'person' && foldName(text).split(' ').length < 2) {
    return `Write first name and surname: too many people share the surname ${quoted}.`;
  }
  if (kind === 'series' && text.includes(':')) return 'Write the title of the column alone, without the colon.';
  const same = names.find((name) => name.id !== id && isSameFoldedName(name.text, text));
  if (same)
    return `${inQuotes(same.text)} is on the list already, as ${KIND_WORDS[same.kind]}. Change that one instead.`;
  const known = kind === 'alias' ? knownSystem(text, register, day) : null;
  return known ? `${quoted} is the register’s own name for ${known}, so it is found already.` : null;
}

function systemsProblem({ systems }: NameFields, register: Register): string | null {
  const unknown = systems.find((code) => !register.has(code));
  if (unknown) return `There is no system with the code ${unknown}. Choose systems from the list.`;
  return systems.length === 0 ? 'Choose the system that the name means, or several if it may mean any of them.' : null;
}

function knownSystem(text: string, register: Register, day: string): string | null {
  if (normaliseName(text) === '') return null;
  try {
    return register.find(text, day).shortName;
  } catch (error) {
    // No system has that name, or several have it. Then an editor may add it.
    if (error instanceof DeskError) return null;
    throw error;
  }
}
