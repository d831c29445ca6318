import type { SystemCode } from '../../shared/models.ts';
import type { Register } from '../../shared/register.ts';
import {
  type Level,
  type NationalOffer,
  type ReasonKind,
  type Suggestion,
  TEXT_FIELDS,
  type TextField,
} from '../../shared/suggestions.ts';
import { catalogue } from './catalogue.ts';
import { judge } from './context.ts';
import type { Entity, Hit } from './entries.ts';
import { type Word, wordsOf } from './fold.ts';
import type { Gazetteer } from './gazetteer.ts';
import { makeMatcher, SAW_CAPITALS, SAW_HIT, SAW_SIGNAL } from './matcher.ts';
import { findNational, NATIONAL_SIGNALS } from './national.ts';
import { peopleInText, personInLabel } from './people.ts';
import { codesOf, type Evidence, type SystemsOf, settle, suggestionsOf } from './resolve.ts';
import { BOARD_ENDINGS, TRUST_ENDINGS } from './words.ts';

export interface StoryText {
  headline: string;
  standfirst: string | null;
  alt: string | null;
  body: string | null;
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

/** Words to highlight, and what they stand for. */
export interface Mark extends Span {
  level: Level;
  codes: SystemCode[];
}

export interface Reading {
  /** The best first, at most one a system. */
  suggestions: Suggestion[];
  national: NationalOffer | null;
  /** What looks like somebody's name: to look up where earlier stories with it were filed. */
  people: Span[];
  /** The title before a colon in the headline. */
  series: Span | null;
  marks: Mark[];
}

export interface Reader {
  read(text: StoryText): Reading;
}

/** Kinds that only an editor's names have. */
const EDITED: ReadonlySet<ReasonKind> = new Set(['alias', 'person', 'series']);

const NOTHING: Reading = { suggestions: [], national: null, people: [], series: null, marks: [] };
for (const list of [NOTHING.suggestions, NOTHING.people, NOTHING.marks, NOTHING]) Object.freeze(list);

/** Kickers that head any story; a column has a title of its own. */
const KICKERS =
  /^(?:exclusive|revealed|leak(?:ed)?|updated?|breaking|analysis|comment|opinion|interview|ceo interview|live|watch|podcast|video|poll|data|hsj \w+|news|feature|letter|letters|investigation)$/i;

/** A reader of stories for one day and one set of names. Making one takes a moment; reading takes none. */
export function makeReader(parts: {
  gazetteer: Gazetteer;
  register: Register;
  day: string;
  names: readonly EditorName[];
}): Reader {
  const { register } = parts;
  const matcher = makeMatcher(catalogue(parts.gazetteer, register, parts.day, parts.names), NATIONAL_SIGNALS);
  const hits: Hit[] = [];
  const sawIn = [0, 0, 0, 0];
  const systems = new Map(register.everOn(parts.day).map((system) => [system.code, system]));
  const systemOf: SystemsOf = (code) => systems.get(code) ?? register.get(code);

  return {
    read(text) {
      hits.length = 0;
      let saw = 0;
      sawIn.fill(0);
      for (let field = 0; field < TEXT_FIELDS.length; field += 1) {
        const value = text[TEXT_FIELDS[field] as TextField];
        if (value === null || value === '') continue;
        const here = matcher.scan(value, field, field === 2, hits);
        sawIn[field] = here;
        saw |= here;
      }
      const series = seriesOf(text.headline);
      // A label that opens with a name of the gazetteer shows a building.
      const building = (sawIn[2] ?? 0) & SAW_HIT && hits.some(({ field, start }) => field === 2 && start === 0);
      const person = text.alt === null || building ? null : personInLabel(text.alt);
      if (saw === 0 && series === null && person === null) return NOTHING;
      return readFurther(text, hits, sawIn, series, person, systemOf);
    },
  };
}

function readFurther(
  text: StoryText,
  hits: readonly Hit[],
  sawIn: readonly number[],
  series: Span | null,
  person: Span | null,
  systemOf: SystemsOf,
): Reading {
  const people: Span[] = [];
  const evidence: Evidence[] = [];
  const surnames = new Set<string>();
  let national: NationalOffer | null = null;
  for (let index = 0; index < TEXT_FIELDS.length; index += 1) {
    const field = TEXT_FIELDS[index] as TextField;
    const value = text[field];
    const saw = sawIn[index] ?? 0;
    if (value === null || saw === 0) continue;
    const here = saw & SAW_HIT ? hits.filter((hit) => hit.field === index) : [];
    const words = saw === SAW_HIT ? wordsAround(value, here) : wordsOf(value);
    if (saw & SAW_HIT) {
      const column = series !== null && columnHeads(hits);
      evidence.push(...evidenceIn({ field, text: value, words, column }, here, surnames));
    }
    if (saw & SAW_SIGNAL && (field === 'headline' || field === 'standfirst')) {
      national ??= findNational(field, value, words);
    }
    if (saw & SAW_CAPITALS && field !== 'alt') people.push(...peopleInText(field, value, words));
  }
  if (person) people.push(person);
  const settled = settle(withoutPeople(evidence, surnames));
  const inHit = ({ field, start, end }: Span) =>
    settled.some(
      ({ evidence: e }) => e.entities[0]?.kind !== 'person' && e.field === field && start < e.end && e.start < end,
    );
  return {
    suggestions: suggestionsOf(settled, systemOf),
    national,
    people: people.filter((span) => !inHit(span)),
    series,
    marks: settled.map(({ evidence: { field, start, end, phrase }, level, codes }) => ({
      field,
      start,
      end,
      phrase,
      level,
      codes: [...codes],
    })),
  };
}

interface FieldText {
  field: TextField;
  text: string;
  words: readonly Word[];
  /** Whether the story belongs to a known column. */
  column: boolean;
}

function evidenceIn(
  { field, text, words, column }: FieldText,
  hits: readonly Hit[],
  surnames: Set<string>,
): Evidence[] {
  const at = hits.map((found, i) => {
    const first = words.findIndex(({ start }) => start === found.start);
    const bare = words.findLastIndex(({ start }) => start < found.end);
    const last = withEnding(words, bare, found, hits[i + 1]?.start ?? text.length);
    const hit = last === bare ? found : { ...found, end: words[last]?.owner?.end ?? words[last]?.end ?? found.end };
    return { hit, first, last };
  });
  const label = field === 'alt';
  // A column's standfirst says the same every week: where its region lies, not what this story is about.
  const standing = column && field === 'standfirst';
  const shouting = !/[a-z]{2}/.test(text) && !/\p{Ll}{2}/u.test(text);
  const taken = (word: number) => at.some((other) => word >= other.first && word <= other.last);
  return at.flatMap(({ hit, first, last }): Evidence[] => {
    const verdict = judge(hit, { words, first, last, label, shouting, taken });
    if (verdict === 'person') surnames.add(text.slice(hit.start, hit.end));
    if (verdict === 'no' || verdict === 'person') return [];
    const entities = meant(hit);
    if (entities.length === 0) return [];
    const phrase = text.slice(hit.start, hit.end);
    return [
      {
        field,
        start: hit.start,
        end: hit.end,
        phrase,
        entities,
        codes: codesOf(entities),
        verdict: standing && verdict === 'named' ? 'possible' : verdict,
      },
    ];
  });
}

/** What a hit can mean on the day; what is only good to decide between others where there is nothing else. */
function meant({ entries }: Hit): readonly Entity[] {
  const [first] = entries;
  if (entries.length === 1 && first) return first.entity.codes.length > 0 ? [first.entity] : [];
  const entities = [...new Set(entries.map(({ entity }) => entity))].filter(({ codes }) => codes.length > 0);
  const loud = entities.filter(({ silent }) => !silent);
  // What an editor says a name means goes before what the gazetteer says.
  const edited = loud.filter(({ kind }) => EDITED.has(kind));
  return [edited, loud, entities].find((some) => some.length > 0) ?? [];
}

function isFullName({ entries }: Hit): boolean {
  return entries.every(
    ({ entity, weak, matchCase, words }) =>
      weak === null && !matchCase && words.length > 2 && (entity.kind === 'trust' || entity.kind === 'site'),
  );
}

/** As far as the rules look to both sides of a hit. */
const REACH = 56;

/** The words around the hits of a field, from the first to the last of them. */
function wordsAround(text: string, hits: readonly Hit[]): Word[] {
  const [hit] = hits;
  // What stands before a trust's or a hospital's full name does not matter.
  const left = hit && isFullName(hit) ? hit.start : (hit?.start ?? 0) - REACH;
  const first = left > 0 ? text.lastIndexOf(' ', left) : 0;
  const last = text.indexOf(' ', (hits.at(-1)?.end ?? text.length) + REACH);
  return wordsOf(text, Math.max(0, first), last < 0 ? text.length : last);
}

function columnHeads(hits: readonly Hit[]): boolean {
  return hits.some(
    ({ field, start, entries }) => field === 0 && start <= 4 && entries.some(({ entity }) => entity.kind === 'series'),
  );
}

/** A surname once is a surname throughout: `Carlisle` of a story that also has `Sue Carlisle`. */
function withoutPeople(evidence: readonly Evidence[], surnames: ReadonlySet<string>): readonly Evidence[] {
  return surnames.size === 0 ? evidence : evidence.filter(({ phrase }) => !surnames.has(phrase));
}

/** `Frimley` goes on to `Frimley integrated care board`, `Barts Health` to `Barts Health NHS trust`. */
function withEnding(words: readonly Word[], last: number, { end, entries }: Hit, limit: number): number {
  const written = words[last];
  if (!written || end < written.end || entries.some(({ entity }) => entity.silent)) return last;
  const kinds = new Set(entries.map(({ entity }) => entity.kind));
  const endings = kinds.has('name') ? BOARD_ENDINGS : kinds.has('trust') || kinds.has('former') ? TRUST_ENDINGS : [];
  const ending = endings.find((parts) =>
    parts.every((part, i) => {
      const word = words[last + 1 + i];
      return (
        word !== undefined &&
        word.end <= limit &&
        /^[ \u00a0]$/.test(word.gap) &&
        (word.text === part || word.owner?.text === part)
      );
    }),
  );
  return ending ? last + ending.length : last;
}

function seriesOf(headline: string): Span | null {
  const colon = headline.indexOf(':');
  if (colon < 3 || colon > 60) return null;
  const phrase = headline.slice(0, colon).trimEnd();
  const start = phrase.length - phrase.trimStart().length;
  const title = phrase.trim();
  if (!/^\p{Lu}/u.test(title) || KICKERS.test(title)) return null;
  return { field: 'headline', start, end: start + title.length, phrase: title };
}
