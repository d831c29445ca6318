import type { SystemCode } from '../../../shared/models.ts';
import type { RegisterChange } from '../../../shared/systems/succession.ts';
import { longDay } from '../../../shared/words/day-words.ts';
import { andList } from '../../../shared/words/lists.ts';
import { inQuotes } from '../../../shared/words/quotes.ts';
import type { FullRegisterFile } from './register-file.ts';

type SystemRecord = FullRegisterFile['systems'][number];
type ChangeDetail = Omit<RegisterChange, 'stories' | 'code'>;

/** The differences between two registers as sentences: first what begins, then what ends, then the rest. */
export function compareRegisters(
  before: FullRegisterFile,
  after: FullRegisterFile,
  storiesOf: (code: SystemCode) => number,
): RegisterChange[] {
  const old = new Map(before.systems.map((system) => [system.code, system]));
  const fresh = new Map(after.systems.map((system) => [system.code, system]));
  const nameOf = (code: string) =>
    (fresh.get(code as SystemCode) ?? old.get(code as SystemCode))?.shortName ?? `the unknown ${code}`;
  const namesOf = (codes: readonly string[]) => andList(codes.map(nameOf));
  const changes = after.systems.flatMap((system) => {
    const earlier = old.get(system.code);
    const details = earlier ? differences(earlier, system, namesOf) : [added(system, after, namesOf)];
    return details.map((change) => ({ ...change, code: system.code, stories: storiesOf(system.code) }));
  });
  const removed = before.systems
    .filter(({ code }) => !fresh.has(code))
    .map(({ code, shortName }) => ({
      kind: 'removed' as const,
      code,
      text: `${shortName} (${code}) is no longer in the register.`,
      stories: storiesOf(code),
    }));
  return [...changes, ...removed].sort((a, b) => ORDER[a.kind] - ORDER[b.kind]);
}

const ORDER: Record<RegisterChange['kind'], number> = {
  added: 0,
  ended: 1,
  removed: 2,
  dates: 3,
  successors: 4,
  area: 5,
  renamed: 6,
  names: 7,
};

function added(
  system: SystemRecord,
  after: FullRegisterFile,
  namesOf: (codes: readonly string[]) => string,
): ChangeDetail {
  const parents = after.systems.filter(({ successors }) => successors.includes(system.code)).map(({ code }) => code);
  const from = parents.length === 0 ? '' : `; it takes over from ${namesOf(parents)}`;
  const until = system.activeTo === null ? '' : ` and ends on ${longDay(system.activeTo)}`;
  return {
    kind: 'added',
    text: `${system.shortName} (${system.code}) begins on ${longDay(system.activeFrom)}${until}${from}.`,
  };
}

function differences(
  before: SystemRecord,
  after: SystemRecord,
  namesOf: (codes: readonly string[]) => string,
): ChangeDetail[] {
  const name = after.shortName;
  const details: ChangeDetail[] = [];
  const heirs =
    after.successors.length === 0 ? '' : `; ${namesOf(after.successors)} ${takes(after.successors.length)} over`;
  const hasEnd = before.activeTo === null && after.activeTo !== null;
  if (hasEnd) details.push({ kind: 'ended', text: `${name} ends on ${longDay(after.activeTo ?? '')}${heirs}.` });
  else if (before.activeTo !== null && after.activeTo === null) {
    details.push({ kind: 'dates', text: `${name} no longer ends on ${longDay(before.activeTo)}.` });
  } else if (before.activeTo !== after.activeTo) {
    details.push({
      kind: 'dates',
      text: `${name} ends on ${longDay(after.activeTo ?? '')}, not on ${longDay(before.activeTo ?? '')}.`,
    });
  }
  if (before.activeFrom !== after.activeFrom) {
    details.push({
      kind: 'dates',
      text: `${name} begins on ${longDay(after.activeFrom)}, not on ${longDay(before.activeFrom)}.`,
    });
  }
  // The sentence about an end lists the successors already.
  if (!hasEnd && !sameSet(before.successors, after.successors)) {
    const were = before.successors.length === 0 ? 'before, none' : `before, ${namesOf(before.successors)}`;
    const now =
      after.successors.length === 0
        ? 'No system takes'
        : `${namesOf(after.successors)} ${takes(after.successors.length)}`;
    details.push({ kind: 'successors', text: `${now} over from ${name}; ${were}.` });
  }
  if (before.onsCode !== after.onsCode) {
    details.push({
      kind: 'area',
      text: `${name} covers another area: its code for statistics is ${after.onsCode ?? 'not given'}; before, ${before.onsCode ?? 'not given'}.`,
    });
  }
  if (before.region !== after.region) {
    details.push({ kind: 'area', text: `${name} belongs to the region ${after.region}; before, to ${before.region}.` });
  }
  if (before.shortName !== after.shortName) {
    details.push({ kind: 'renamed', text: `${before.shortName} is called ${after.shortName} from now on.` });
  }
  if (before.boardName !== after.boardName) {
    details.push({ kind: 'renamed', text: `The board of ${name} is called ${inQuotes(after.boardName)}.` });
  }
  if (before.slug !== after.slug) {
    details.push({
      kind: 'renamed',
      text: `The page of ${name} is exported to the folder ${inQuotes(after.slug)}; before, to ${inQuotes(before.slug)}.`,
    });
  }
  const names = otherNames(before, after);
  if (names) details.push({ kind: 'names', text: `${name} ${names}.` });
  return details;
}

const takes = (count: number) => (count === 1 ? 'takes' : 'take');

/** `is also found as “A” and no longer as “B”`; null when the other names are the same. */
function otherNames(before: SystemRecord, after: SystemRecord): string | null {
  const all = ({ names, abbreviations }: SystemRecord) => [...names, ...abbreviations];
  const came = all(after).filter((name) => !all(before).includes(name));
  const went = all(before).filter((name) => !all(after).includes(name));
  const parts = [
    came.length > 0 ? `is also found as ${andList(came.map(inQuotes))}` : null,
    went.length > 0 ? `is no longer found as ${andList(went.map(inQuotes))}` : null,
  ].filter((part) => part !== null);
  return parts.length === 0 ? null : parts.join(' and ');
}

function sameSet(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((value) => b.includes(value));
}
