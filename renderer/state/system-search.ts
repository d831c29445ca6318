import type { System } from '../../shared/models.ts';

const flat = (text: string) =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/&/g, 'and')
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();

/**
 * Rates how well the typed text fits a name: 0 exact, 1 its beginning, 2 beginnings of its words, 3 inside; null for
 * no match.
 */
export function fitOf(typed: string, name: string): number | null {
  const words = flat(typed);
  const target = flat(name);
  if (words === '' || target === '') return null;
  if (target === words) return 0;
  if (target.startsWith(words)) return 1;
  const targetWords = target.split(' ');
  if (words.split(' ').every((word) => targetWords.some((one) => one.startsWith(word)))) return 2;
  return target.includes(words) ? 3 : null;
}

function rankOf(system: System, typed: string): number | null {
  const names: { name: string; handicap: number }[] = [
    { name: system.shortName, handicap: 0 },
    { name: system.code, handicap: 0 },
    ...system.abbreviations.map((name) => ({ name, handicap: 0 })),
    { name: system.slug, handicap: 1 },
    { name: system.boardName, handicap: 4 },
  ];
  let best: number | null = null;
  for (const { name, handicap } of names) {
    const fit = fitOf(typed, name);
    if (fit !== null && (best === null || fit + handicap < best)) best = fit + handicap;
  }
  return best;
}

/**
 * Lists matching systems, best first. An exact name beats an active system that only resembles it; otherwise active
 * systems come before former ones. An empty text lists all.
 */
export function searchSystems(systems: readonly System[], typed: string): System[] {
  const isFormer = (system: System) => (system.activeTo === null ? 0 : 1);
  if (flat(typed) === '') {
    return systems.toSorted((a, b) => isFormer(a) - isFormer(b) || a.shortName.localeCompare(b.shortName, 'en-GB'));
  }
  return systems
    .map((system) => ({ system, rank: rankOf(system, typed) }))
    .filter((found): found is { system: System; rank: number } => found.rank !== null)
    .sort(
      (a, b) =>
        Number(a.rank > 0) - Number(b.rank > 0) ||
        isFormer(a.system) - isFormer(b.system) ||
        a.rank - b.rank ||
        a.system.shortName.localeCompare(b.system.shortName, 'en-GB'),
    )
    .map((found) => found.system);
}

/**
 * Like searchSystems, with each former system followed by its successors: an editor who types an old abbreviation
 * sees where its stories belong now.
 */
export function searchWithSuccessors(systems: readonly System[], typed: string): System[] {
  const found = searchSystems(systems, typed);
  if (typed.trim() === '') return found;
  const byCode = new Map(systems.map((system) => [system.code, system]));
  const withSuccessors = new Set<System>();
  for (const system of found) {
    withSuccessors.add(system);
    for (const code of system.activeTo === null ? [] : system.successors) {
      const successor = byCode.get(code);
      if (successor) withSuccessors.add(successor);
    }
  }
  return [...withSuccessors];
}

/** Says where a former system's stories belong now: `now Essex`, `now Thames Valley, Surrey and Sussex`. */
export function formatSuccessors(system: System, byCode: ReadonlyMap<string, System>): string | null {
  if (system.activeTo === null) return null;
  const names = system.successors.map((code) => byCode.get(code)?.shortName ?? code);
  return names.length > 0 ? `now ${names.join(', ')}` : 'closed';
}

/** The system as an option to pick: a former one is offered apart, with its successors. */
export function optionOfSystem(system: System, byCode: ReadonlyMap<string, System>) {
  const former = formatSuccessors(system, byCode);
  return {
    id: system.code,
    section: former ? 'Former systems' : 'Systems',
    label: system.shortName,
    detail: former ?? system.code,
  };
}
