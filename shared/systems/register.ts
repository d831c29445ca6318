import { z } from 'zod';
import { DeskError } from '../errors.ts';
import { System, type SystemCode } from '../models.ts';
import type { Lenders } from '../pages/fill-rules.ts';
import { nextDay } from '../words/days.ts';
import { cleanLine } from '../words/plain-text.ts';

/** A record of resources/register: a system with all the names that find it. */
export const RegisterSystem = System.extend({
  names: z.array(z.string()),
  /** Systems that share one executive team but remain separate bodies have the same value. */
  cluster: z.string().nullable().default(null),
});
export type RegisterSystem = z.infer<typeof RegisterSystem>;
export const RegisterFile = z.object({ version: z.string(), systems: z.array(RegisterSystem) });
export type RegisterFile = z.infer<typeof RegisterFile>;

/** The dated list of systems. Every lookup names its day. */
export interface Register {
  version: string;
  activeOn(day: string): System[];
  /** All systems of any day: those active on the day first, then the others, each by name. */
  everOn(day: string): System[];
  isActive(code: string, day: string): boolean;
  get(code: string): System;
  has(code: string): boolean;
  /** Whether any system of any day has this name or code: a quick no for texts that are none. */
  isName(text: string): boolean;
  /**
   * Finds a system by code, slug, short name, board name or any other name. Where a name meant different systems at
   * different times, the one active on the day wins. Throws system-unknown or system-ambiguous.
   */
  find(text: string, day: string): System;
  /**
   * Systems whose stories a thin page may borrow, by name: the others of its region or cluster on the day, or the
   * systems that it was made of.
   */
  lendersOn(code: string, from: Lenders, day: string): System[];
  /** First day of the list that applies on a day. */
  inForceFrom(day: string): string;
  /**
   * The current home of a system on a day: itself while active; after its end all known successors, or theirs; before
   * its first day the systems it was made of. Empty where no such system is active.
   */
  homesOn(code: string, day: string): SystemCode[];
}

export function makeRegister(file: RegisterFile): Register {
  const byCode = new Map(file.systems.map((system) => [system.code as string, system]));
  const byName = namesOf(file.systems);
  const active = (system: System, day: string) =>
    system.activeFrom <= day && (system.activeTo === null || day <= system.activeTo);

  const homes = (code: string, day: string, seen: Set<string>): SystemCode[] => {
    const system = byCode.get(code);
    if (!system || seen.has(code)) return [];
    if (active(system, day)) return [system.code];
    // A file with a loop of successors must not hang the desk.
    seen.add(code);
    const next =
      day < system.activeFrom
        ? file.systems.filter((other) => other.successors.includes(system.code)).map((other) => other.code)
        : system.successors;
    return [...new Set(next.flatMap((other) => homes(other, day, seen)))];
  };

  const sorted = [...file.systems].sort((a, b) => a.shortName.localeCompare(b.shortName, 'en-GB'));
  const register: Register = {
    version: file.version,
    activeOn: (day) => sorted.filter((system) => active(system, day)).map(publicPart),
    everOn: (day) => [...register.activeOn(day), ...sorted.filter((system) => !active(system, day)).map(publicPart)],
    isActive: (code, day) => {
      const system = byCode.get(code);
      return system !== undefined && active(system, day);
    },
    has: (code) => byCode.has(code),
    get(code) {
      const system = byCode.get(code);
      if (!system) throw new DeskError('system-unknown', `There is no system with the code ${code}.`);
      return publicPart(system);
    },
    isName: (text) => byName.has(normaliseName(text)),
    find(text, day) {
      const found = [...(byName.get(normaliseName(text)) ?? [])];
      const now = found.filter((system) => active(system, day));
      const only = now.length === 1 ? now[0] : found.length === 1 ? found[0] : undefined;
      if (only) return publicPart(only);
      if (found.length === 0) {
        throw new DeskError(
          'system-unknown',
          `No system is called “${text.trim()}”. “patchdesk systems” lists them; a code such as QNQ, a slug or a short name will do.`,
        );
      }
      const names = (now.length > 0 ? now : found).map((system) => `${system.shortName} (${system.code})`).join(', ');
      throw new DeskError('system-ambiguous', `“${text.trim()}” could be ${names}. Use a code instead.`);
    },
    homesOn: (code, day) => homes(code, day, new Set()),
    lendersOn(code, from, day) {
      const system = byCode.get(code);
      if (!system) return [];
      const lends = (other: RegisterSystem) => {
        if (other === system) return false;
        if (from === 'predecessors') return other.successors.includes(system.code);
        if (!active(other, day)) return false;
        return from === 'region'
          ? other.region === system.region
          : other.cluster !== null && other.cluster === system.cluster;
      };
      return sorted.filter(lends).map(publicPart);
    },
    inForceFrom: (day) =>
      file.systems.reduce((latest, system) => {
        const starts = [system.activeFrom, system.activeTo === null ? null : nextDay(system.activeTo)];
        return starts.reduce<string>((best, start) => (start && start <= day && start > best ? start : best), latest);
      }, '0000-00-00'),
  };
  return register;
}

function publicPart(system: RegisterSystem): System {
  const { names: _, cluster: __, ...rest } = system;
  return rest;
}

function namesOf(systems: readonly RegisterSystem[]): Map<string, Set<RegisterSystem>> {
  const names = new Map<string, Set<RegisterSystem>>();
  for (const system of systems) {
    const all = [
      system.code,
      system.slug,
      system.shortName,
      system.boardName,
      ...system.abbreviations,
      ...system.names,
    ];
    for (const name of all) {
      const key = normaliseName(name);
      names.set(key, (names.get(key) ?? new Set()).add(system));
    }
  }
  return names;
}

/** `NHS Frimley Integrated Care Board`, `frimley ICS` and `Frimley` become one name; so do `&` and `and`. */
export function normaliseName(text: string): string {
  return cleanLine(text)
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll('&', ' and ')
    .replaceAll(/[’'‘]/g, '')
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .replace(/^nhs /, '')
    .replace(/ (?:integrated care (?:system|board|partnership)|ic[sbp])$/, '');
}
