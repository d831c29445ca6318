import type { SystemCode } from '../../shared/models.ts';
import type { Register } from '../../shared/register.ts';
import type { NationalOffer, Suggestion, TextField } from '../../shared/suggestions.ts';
import type { Gazetteer } from './gazetteer.ts';

export interface StoryText {
  headline: string;
  standfirst: string | null;
  alt: string | null;
  body: string | null;
}
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
export interface Mark extends Span {
  level: Suggestion['level'];
  codes: SystemCode[];
}
export interface Reading {
  suggestions: Suggestion[];
  national: NationalOffer | null;
  people: Span[];
  series: Span | null;
  marks: Mark[];
}
export interface Reader {
  read(text: StoryText): Reading;
}
export function makeReader(_parts: {
  gazetteer: Gazetteer;
  register: Register;
  day: string;
  names: readonly EditorName[];
}): Reader {
  return { read: () => ({ suggestions: [], national: null, people: [], series: null, marks: [] }) };
}
