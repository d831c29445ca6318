import { normaliseName } from '../../../shared/systems/register.ts';
import { longDay } from '../../../shared/words/day-words.ts';
import { nextDay } from '../../../shared/words/days.ts';
import { inQuotes } from '../../../shared/words/quotes.ts';
import { compareVersions } from '../core/register-in-force.ts';
import type { FullRegisterFile } from './register-file.ts';

type SystemRecord = FullRegisterFile['systems'][number];

/** What a register must be consistent with. */
export interface RegisterSurroundings {
  inForce: FullRegisterFile;
  /** Systems that rows in the library refer to. */
  inUse: readonly string[];
  today: string;
}

/** Why a register may not replace the current one, a sentence each; empty when it may. */
export function findRegisterProblems(
  file: FullRegisterFile,
  { inForce, inUse, today }: RegisterSurroundings,
): string[] {
  return [
    ...versionProblems(file, inForce),
    ...codeProblems(file),
    ...file.systems.flatMap((system) => [...slugProblems(system), ...dateProblems(system, file)]),
    ...overlapProblems(file),
    ...missingProblems(file, inForce, inUse),
    ...(file.systems.some((system) => isActive(system, today)) ? [] : [`None of its systems is active today.`]),
  ];
}

function versionProblems({ version, systems }: FullRegisterFile, inForce: FullRegisterFile): string[] {
  if (!/^\d{4}-\d{2}-\d{2}(\.\d+)?$/.test(version)) {
    return [`Its version, ${inQuotes(version)}, is not a date such as 2026-04-01.`];
  }
  const order = compareVersions(version, inForce.version);
  if (order < 0) {
    return [`It is older than the current register: its version is ${version}, the current one is ${inForce.version}.`];
  }
  if (order === 0 && JSON.stringify(systems) !== JSON.stringify(inForce.systems)) {
    return [
      `Its version is that of the current register, ${version}, but its content differs. It needs a newer version.`,
    ];
  }
  return [];
}

function codeProblems({ systems }: FullRegisterFile): string[] {
  return [...Map.groupBy(systems, ({ code }) => code)]
    .filter(([, records]) => records.length > 1)
    .map(([code, records]) => `${records.length} of its systems have the code ${code}.`);
}

/** The slug names a folder in every export, and Windows reserves some names for devices. */
const DEVICE_NAMES = /^(con|prn|aux|nul|com\d|lpt\d)$/;

function slugProblems({ slug, shortName, code }: SystemRecord): string[] {
  const problems: string[] = [];
  if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(slug) || slug.length > 80 || DEVICE_NAMES.test(slug)) {
    problems.push(`${shortName} (${code}) has the slug ${inQuotes(slug)}, which cannot be the name of a folder.`);
  }
  if (shortName.trim() === '') problems.push(`The system ${code} has no short name.`);
  return problems;
}

function dateProblems(system: SystemRecord, { systems }: FullRegisterFile): string[] {
  const { shortName: name, activeFrom, activeTo, successors } = system;
  if (activeTo === null) {
    return successors.length === 0 ? [] : [`${name} has successors, but no last day.`];
  }
  if (activeTo < activeFrom) {
    return [`${name} ends before it begins: ${longDay(activeTo)} comes before ${longDay(activeFrom)}.`];
  }
  if (successors.length === 0) return [`${name} ends on ${longDay(activeTo)}, but has no successor.`];
  const dayAfter = nextDay(activeTo);
  return successors.flatMap((code) => {
    const heir = systems.find((other) => other.code === code);
    if (!heir) return [`${name} names a successor that is not in the file: ${code}.`];
    return isActive(heir, dayAfter)
      ? []
      : [`${heir.shortName} should take over from ${name}, but is not active on ${longDay(dayAfter)}.`];
  });
}

/** Two systems active on the same day must differ in every name and code that finds them. */
function overlapProblems({ systems }: FullRegisterFile): string[] {
  const problems: string[] = [];
  for (const [index, one] of systems.entries()) {
    for (const other of systems.slice(index + 1)) {
      if (one.code === other.code || !overlap(one, other)) continue;
      if (one.slug === other.slug) problems.push(`${both(one, other)} have the same slug, ${inQuotes(one.slug)}.`);
      const names = namesOf(other);
      const shared = [...namesOf(one)].find(([key]) => names.has(key));
      if (shared) problems.push(`${both(one, other)} are both called ${inQuotes(shared[1])}.`);
    }
  }
  return problems;
}

function both(one: SystemRecord, other: SystemRecord): string {
  return `${one.shortName} (${one.code}) and ${other.shortName} (${other.code})`;
}

function namesOf({ shortName, boardName, names }: SystemRecord): Map<string, string> {
  return new Map([shortName, boardName, ...names].map((name) => [normaliseName(name), name]));
}

function overlap(a: SystemRecord, b: SystemRecord): boolean {
  return (b.activeTo === null || a.activeFrom <= b.activeTo) && (a.activeTo === null || b.activeFrom <= a.activeTo);
}

function isActive({ activeFrom, activeTo }: SystemRecord, day: string): boolean {
  return activeFrom <= day && (activeTo === null || day <= activeTo);
}

function missingProblems({ systems }: FullRegisterFile, inForce: FullRegisterFile, inUse: readonly string[]): string[] {
  const known = new Set<string>(systems.map(({ code }) => code));
  return inUse
    .filter((code) => !known.has(code))
    .map((code) => {
      const name = inForce.systems.find((system) => system.code === code)?.shortName;
      return `${name ? `${name} (${code})` : code} is missing, but rows in this library refer to it. Keep an ended system in the register, with its last day.`;
    });
}
