import type { SystemCode } from '../../shared/models.ts';
import type { ReasonKind } from '../../shared/tagging/suggestions.ts';
import { BOARD_ENDING, type Ending, TRUST_ENDING } from './endings.ts';
import type { Entity, Entry } from './entries.ts';
import { APOSTROPHE, fold } from './fold.ts';
import type { Weakness } from './gazetteer.ts';

/**
 * Everything some words can mean, and what the rules ask of it. Worked out once for each name, so that a
 * story pays only for what depends on the story.
 */
export interface Meaning {
  entries: readonly Entry[];
  /** What is left of them on the day; what is only good to decide between others where there is nothing else. */
  entities: readonly Entity[];
  /** The systems of all of these, home first. */
  codes: readonly SystemCode[];
  /** What the rules make of the words wherever they stand; null where that depends on what is beside them. */
  always: 'named' | 'silent' | null;
  series: boolean;
  weak: Weakness | null;
  /** Means places and systems alone: no trust, no site. */
  placelike: boolean;
  /** Told by its capitals alone, as abbreviations are. */
  matchCase: boolean;
  /** What may follow and is still the name; null where nothing may. */
  ending: Ending | null;
  /** Written with an apostrophe at its end (`St Thomas'`): there it is part of the name, no closing quotation mark. */
  apostrophe: boolean;
}

/** Where a field's text has words with a meaning. */
export interface Hit {
  start: number;
  end: number;
  meaning: Meaning;
}

/** Kinds that only an editor's names have. */
const EDITED: ReadonlySet<ReasonKind> = new Set(['alias', 'person', 'series']);

export function meaningOf(entries: readonly Entry[]): Meaning {
  const loud = entries.filter(({ entity }) => !entity.silent);
  const entities = entitiesOf(entries);
  const [only] = entities;
  const parts = {
    series: loud.some(({ entity }) => entity.kind === 'series'),
    weak: weakest(loud.map(({ weak }) => weak)),
    placelike: loud.every(({ entity }) => entity.kind === 'place' || entity.kind === 'name'),
    matchCase: loud.every(({ matchCase }) => matchCase),
  };
  return {
    ...parts,
    entries,
    entities,
    codes: entities.length === 1 && only ? only.codes : [...new Set(entities.flatMap(({ codes }) => codes))],
    always: alwaysOf(loud, parts),
    ending: endingOf(entries),
    apostrophe: entries.some(({ text }) => fold(text.charCodeAt(text.length - 1)) === APOSTROPHE),
  };
}

function alwaysOf(
  loud: readonly Entry[],
  { series, weak, placelike, matchCase }: Pick<Meaning, 'series' | 'weak' | 'placelike' | 'matchCase'>,
): Meaning['always'] {
  if (loud.length === 0) return 'silent';
  if (series) return null;
  if (loud.some(({ entity }) => entity.kind === 'alias' || entity.kind === 'person')) return 'named';
  // The full name of a trust or a hospital is too long to be the beginning of something else.
  const full = loud.every(({ words }) => words.length > 2) && !placelike && !matchCase;
  return full && weak === null ? 'named' : null;
}

/** A name is as weak as its strongest reading; among weak ones the better known counts. */
function weakest(all: readonly (Weakness | null)[]): Weakness | null {
  if (all.includes(null)) return null;
  return (['town', 'name', 'word', 'other'] as const).find((weak) => all.includes(weak)) ?? 'name';
}

function entitiesOf(entries: readonly Entry[]): readonly Entity[] {
  // A place goes before a body that is only called after it: `east London` before the trust of that name.
  const isPlace = ({ kind }: Entity) => kind === 'place' || kind === 'name';
  const isOwnName = ({ weak, entity }: Entry) => weak === null && isPlace(entity) && entity.codes.length > 0;
  const meant = entries.some(isOwnName)
    ? entries.filter(({ weak, entity }) => weak === null || isPlace(entity))
    : entries;
  const entities = [...new Set(meant.map(({ entity }) => entity))].filter(({ codes }) => codes.length > 0);
  const loud = entities.filter(({ silent }) => !silent);
  // What an editor says a name means goes before what the gazetteer says.
  const edited = loud.filter(({ kind }) => EDITED.has(kind));
  return [edited, loud, entities].find((some) => some.length > 0) ?? [];
}

function endingOf(entries: readonly Entry[]): Ending | null {
  if (entries.some(({ entity }) => entity.silent)) return null;
  const kinds = new Set(entries.map(({ entity }) => entity.kind));
  if (kinds.has('name')) return BOARD_ENDING;
  return kinds.has('trust') || kinds.has('former') ? TRUST_ENDING : null;
}
