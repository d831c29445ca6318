import type { SystemCode } from '../../shared/models.ts';
import type { ReasonKind, TextField } from '../../shared/tagging/suggestions.ts';
import type { Weakness } from './gazetteer.ts';

/** Something a name can mean, and the systems it lies in on the reader's day. */
export interface Entity {
  kind: ReasonKind;
  id: string;
  /** Its name in a sentence. */
  name: string;
  /** The main one first. */
  codes: readonly SystemCode[];
  /** Finer than `kind`: the kind of place, trust or body. */
  sort: string;
  /** It serves all its systems (a trust), or is a region: the systems do not compete for one place on the map. */
  spans: boolean;
  /** Too wide to offer; it only helps to decide between namesakes. */
  silent: boolean;
  /** An addition to the sentence: the trust of a site, the successor of a former body, the end of a system. */
  note: string;
}

/** One spelling of an entity's name. */
export interface Entry {
  text: string;
  entity: Entity;
  matchCase: boolean;
  weak: Weakness | null;
  /** Derived from another name. It is dropped where a listed name of something else is the same. */
  made: boolean;
  /** The words to look for: folded, each group of equal words by its first, without a leading `the`. */
  words: readonly string[];
}

/** A name the gazetteer does not hold: an editor's, or a column that ships with it. */
export interface EditorName {
  id: string;
  kind: 'alias' | 'person' | 'series';
  text: string;
  systems: SystemCode[];
  matchCase: boolean;
}

export interface Span {
  field: TextField;
  start: number;
  end: number;
  phrase: string;
}
