import type { SystemCode } from '../../shared/models.ts';
import type { ReasonKind, TextField } from '../../shared/tagging/suggestions.ts';
import type { Weakness } from './gazetteer.ts';

/** Something a name can mean, with the systems it lies in on the reader's day. */
export interface Entity {
  kind: ReasonKind;
  id: string;
  /** As it is called in a sentence. */
  name: string;
  /** Home first. */
  codes: readonly SystemCode[];
  /** Finer than `kind`: the kind of place, trust or body. */
  sort: string;
  /** Serves all its systems (a trust), or is a region: the systems are no rivals for one spot on the map. */
  spans: boolean;
  /** Too wide to offer; it only helps to decide between namesakes. */
  silent: boolean;
  /** What the sentence adds: the trust of a site, the successor of a former body, the end of a system. */
  note: string;
}

/** One way to write an entity's name. */
export interface Entry {
  text: string;
  entity: Entity;
  matchCase: boolean;
  weak: Weakness | null;
  /** Made by rule from another name: gives way where a listed name of something else reads the same. */
  made: boolean;
  /** The words to look for: folded, one of each group that counts as one, without a leading `the`. */
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
