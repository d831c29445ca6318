import type { System, SystemCode } from '../../../shared/models.ts';
import {
  type EditedName,
  errorsOf,
  isOftenWrong,
  judgedOf,
  NAME_KINDS,
  type NameFields,
  type NameKind,
  type NameRecord,
} from '../../../shared/tagging/names.ts';
import type { Level, ReasonKind } from '../../../shared/tagging/reasons.ts';
import type { ChipTone } from '../../ui/Chip.tsx';

export const KIND_LABELS: Record<NameKind, { one: string; section: string; hint: string }> = {
  alias: {
    one: 'Another name',
    section: 'Other names',
    hint: 'Of a system, or of a clinic, estate or scheme in its area.',
  },
  person: { one: 'Person', section: 'People', hint: 'First name and surname, as in a headline or image label.' },
  series: { one: 'Column', section: 'Columns', hint: 'The title before the colon in its headlines.' },
};

export const LEVEL_TONES: Record<Level, ChipTone> = { named: 'named', likely: 'likely', possible: 'possible' };

/** The level at which a name will be offered. A name of several systems is only "possible". */
export function levelOfName(kind: NameKind, systemsToday: number): Level {
  if (systemsToday > 1) return 'possible';
  return kind === 'alias' ? 'named' : 'likely';
}

/**
 * The systems to which these systems' stories belong today: active systems themselves, former ones as their
 * successors.
 */
export function homesOf(
  codes: readonly SystemCode[],
  byCode: ReadonlyMap<SystemCode, Pick<System, 'activeTo' | 'successors'>>,
): SystemCode[] {
  const homes = new Set<SystemCode>();
  const seen = new Set<SystemCode>();
  const follow = (code: SystemCode) => {
    if (seen.has(code)) return;
    seen.add(code);
    const system = byCode.get(code);
    if (system && system.activeTo !== null) system.successors.forEach(follow);
    else homes.add(code);
  };
  codes.forEach(follow);
  return [...homes];
}

export const NEW_NAME: NameFields = { kind: 'alias', text: '', systems: [], matchCase: false, note: null };

export function fieldsOf({ kind, text, systems, matchCase, note }: EditedName): NameFields {
  return { kind, text, systems, matchCase, note };
}

export function isSameName(a: NameFields, b: NameFields): boolean {
  const flat = ({ kind, text, systems, matchCase, note }: NameFields) =>
    JSON.stringify([kind, text.trim(), [...systems].sort(), matchCase, note?.trim() || null]);
  return flat(a) === flat(b);
}

export interface NameSection {
  kind: NameKind;
  names: EditedName[];
}

/** Filters names by their text or systems, and groups them by kind. */
export function sectionsOf(
  names: readonly EditedName[],
  typed: string,
  nameOfSystem: (code: SystemCode) => string,
): NameSection[] {
  const wanted = typed.trim().toLowerCase();
  const fits = (name: EditedName) =>
    [
      name.text,
      name.note ?? '',
      ...name.systems,
      ...name.systems.map(nameOfSystem),
      ...name.systemsToday.map(nameOfSystem),
    ]
      .join('\n')
      .toLowerCase()
      .includes(wanted);
  const found = names.filter(fits);
  return NAME_KINDS.map((kind) => ({ kind, names: found.filter((name) => name.kind === kind) })).filter(
    (section) => section.names.length > 0,
  );
}

export const count = (value: number): string => value.toLocaleString('en-GB');

/** How often a name's offers were wrong: `never used`, `12 judged, none wrong`, `3 of 12 wrong`. */
export function formatRecord(record: NameRecord | undefined): string {
  if (!record) return 'never used';
  const judged = judgedOf(record);
  const errors = errorsOf(record);
  if (errors === 0) return `${count(judged)} judged, none wrong`;
  return `${count(errors)} of ${count(judged)} wrong`;
}

/** Advice for a name that is often wrong; null for the others. */
export function adviceOn(record: NameRecord): string | null {
  if (!isOftenWrong(record)) return null;
  if (record.nameId !== null) return 'Often wrong: change it or remove it from the list.';
  if (record.kind === 'similar') return 'Often wrong: similarity to these stories is weak evidence.';
  return 'Often wrong: check its offers carefully.';
}

export const REASON_WORDS: Record<ReasonKind, string> = {
  name: 'system',
  trust: 'trust',
  site: 'hospital or site',
  place: 'place',
  former: 'former body',
  alias: 'another name',
  series: 'column',
  person: 'person',
  similar: 'similar stories',
  successor: 'former system',
};
