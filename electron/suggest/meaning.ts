import type { SystemCode } from '../../shared/models.ts';
import type { ReasonKind } from '../../shared/tagging/suggestions.ts';
import { BOARD_ENDING, type Ending, TRUST_ENDING } from './endings.ts';
import type { Entity, Entry } from './entries.ts';
import { APOSTROPHE, fold } from './fold.ts';
import type { Weakness } from './gazetteer.ts';

/**
 * Every meaning of some words, and the facts that the rules need. Computed once per name, so that reading a story costs
 * only what depends on the story.
 */
export interface Meaning {
  entries: readonly Entry[];
  /**
   * The meanings that exist on the day. Those that only decide between others are left out unless there is nothing
   * else.
   */
  entities: readonly Entity[];
  /** The systems of all of these, the main one first. */
  codes: readonly SystemCode[];
  /** The verdict of the rules wherever the words occur; null where it depends on the neighbouring words. */
  always: 'named' | 'silent' | null;
  series: boolean;
  weak: Weakness | null;
  /** Means only places and systems: no trust, no site. */
  placelike: boolean;
  /** Recognised by its capitals only, as abbreviations are. */
  matchCase: boolean;
  /** The words that may follow as part of the name; null where none may. */
  ending: Ending | null;
  /**
   * Written with a final apostrophe (`St Thomas'`), which is then part of the name and not a closing quotation mark.
   */
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
  // The full name of a trust or a hospital is too long to be the beginning of another name.
  const full = loud.every(({ words }) => words.length > 2) && !placelike && !matchCase;
  return full && weak === null ? 'named' : null;
}

/** A name is as weak as its strongest reading; among weak ones the better known counts. */
function weakest(all: readonly (Weakness | null)[]): Weakness | null {
  if (all.includes(null)) return null;
  return (['town', 'name', 'word', 'other'] as const).find((weak) => all.includes(weak)) ?? 'name';
}

function entitiesOf(entries: readonly Entry[]): readonly Entity[] {
  // A place's own name wins over a body's derived name: `east London` before the trust of that name.
  const isPlace = ({ kind }: Entity) => kind === 'place' || kind === 'name';
  const isOwnName = ({ weak, entity }: Entry) => weak === null && isPlace(entity) && entity.codes.length > 0;
  const meant = entries.some(isOwnName)
    ? entries.filter(({ weak, entity }) => weak === null || isPlace(entity))
    : entries;
  const entities = [...new Set(meant.map(({ entity }) => entity))].filter(({ codes }) => codes.length > 0);
  const loud = entities.filter(({ silent }) => !silent);
  // An editor's meaning of a name wins over the gazetteer's.
  const edited = loud.filter(({ kind }) => EDITED.has(kind));
  return [edited, loud, entities].find((some) => some.length > 0) ?? [];
}

function endingOf(entries: readonly Entry[]): Ending | null {
  if (entries.some(({ entity }) => entity.silent)) return null;
  const kinds = new Set(entries.map(({ entity }) => entity.kind));
  if (kinds.has('name')) return BOARD_ENDING;
  return kinds.has('trust') || kinds.has('former') ? TRUST_ENDING : null;
}
