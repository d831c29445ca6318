import type { SystemCode } from '../../shared/models.ts';
import type { Register } from '../../shared/systems/register.ts';
import type { Level, NationalOffer, Suggestion, TextField } from '../../shared/tagging/suggestions.ts';
import { catalogue } from './catalogue.ts';
import type { EditorName, Span } from './entries.ts';
import { FieldText } from './field-text.ts';
import { APOSTROPHE, fold } from './fold.ts';
import type { Gazetteer } from './gazetteer.ts';
import { makeMatcher, SCAN_CAPITALS, SCAN_HIT, SCAN_SIGNAL } from './matcher.ts';
import type { Hit } from './meaning.ts';
import { findNational, NATIONAL_SIGNALS } from './national.ts';
import { peopleInText, personInLabel } from './people.ts';
import { type ConfirmedHit, type Settled, type SystemsOf, settle, suggestionsOf } from './resolve.ts';

export interface StoryText {
  headline: string;
  standfirst: string | null;
  alt: string | null;
  body: string | null;
}

/** Words to highlight, and their systems. */
export interface TextMark extends Span {
  level: Level;
  codes: SystemCode[];
}

export interface Reading {
  /** The best first, at most one per system. */
  suggestions: Suggestion[];
  national: NationalOffer | null;
  /** Possible personal names, to look up where earlier stories with them were filed. */
  people: Span[];
  /** The title before a colon in the headline. */
  series: Span | null;
  marks: TextMark[];
}

export interface Reader {
  read(text: StoryText): Reading;
}

const NOTHING: Reading = { suggestions: [], national: null, people: [], series: null, marks: [] };
for (const list of [NOTHING.suggestions, NOTHING.people, NOTHING.marks, NOTHING]) Object.freeze(list);

/** Kickers that may precede any story; a column has its own title. */
const KICKERS =
  /^(?:exclusive|revealed|leak(?:ed)?|updated?|breaking|analysis|comment|opinion|interview|ceo interview|live|watch|podcast|video|poll|data|hsj \w+|news|feature|letter|letters|investigation)$/i;

/** A reader of stories for one day and one set of names. Making one takes a moment; reading takes hardly any time. */
export function makeReader(parts: {
  gazetteer: Gazetteer;
  register: Register;
  day: string;
  names: readonly EditorName[];
}): Reader {
  const { register } = parts;
  const matcher = makeMatcher(catalogue(parts.gazetteer, register, parts.day, parts.names), NATIONAL_SIGNALS);
  const systems = new Map(register.everOn(parts.day).map((system) => [system.code, system]));
  const systemOf: SystemsOf = (code) => systems.get(code) ?? register.get(code);
  let hits: Hit[] = [];

  /** Scans one field. Most fields have no hit, and nothing is allocated for those. */
  function scan(field: TextField, text: string | null, fields: FieldText[]): void {
    if (text === null || text === '') return;
    const scanBits = matcher.scan(text, field === 'alt', hits);
    if (scanBits === 0) return;
    fields.push(new FieldText(field, text, scanBits, hits));
    hits = [];
  }

  return {
    read({ headline, standfirst, alt, body }) {
      const fields: FieldText[] = [];
      scan('headline', headline, fields);
      scan('standfirst', standfirst, fields);
      scan('alt', alt, fields);
      scan('body', body, fields);
      const series = seriesOf(headline);
      const person = alt === null || showsBuilding(fields) ? null : personInLabel(alt);
      if (fields.length === 0 && series === null && person === null) return NOTHING;
      return readFurther(fields, series, person, systemOf);
    },
  };
}

/** A label that begins with a name of the gazetteer shows a building. */
function showsBuilding(fields: readonly FieldText[]): boolean {
  for (const { field, hits } of fields) if (field === 'alt') return hits[0]?.start === 0;
  return false;
}

function readFurther(
  fields: readonly FieldText[],
  series: Span | null,
  person: Span | null,
  systemOf: SystemsOf,
): Reading {
  const people: Span[] = [];
  const evidence: ConfirmedHit[] = [];
  const surnames: string[] = [];
  let national: NationalOffer | null = null;
  const column = series !== null && columnHeads(fields);
  for (const here of fields) {
    const { field, text, scanBits } = here;
    if (scanBits & SCAN_HIT) gather(here, column, evidence, surnames);
    if (scanBits & SCAN_SIGNAL && (field === 'headline' || field === 'standfirst')) {
      national ??= findNational(field, text, here.words);
    }
    if (scanBits & SCAN_CAPITALS && field !== 'alt') people.push(...peopleInText(field, text, here.words));
  }
  if (person) people.push(person);
  const settled = settle(withoutPeople(evidence, surnames));
  return {
    suggestions: suggestionsOf(settled, systemOf),
    national,
    people: people.length === 0 ? people : people.filter((span) => !inHit(span, settled)),
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

function inHit({ field, start, end }: Span, settled: readonly Settled[]): boolean {
  return settled.some(
    ({ evidence: e }) => e.entities[0]?.kind !== 'person' && e.field === field && start < e.end && e.start < end,
  );
}

/** Adds the evidence from a field's hits, and the surnames among them. */
function gather(here: FieldText, column: boolean, evidence: ConfirmedHit[], surnames: string[]): void {
  const { field, text, hits } = here;
  // A column's standfirst is the same every week: it describes the region, not this story.
  const standing = column && field === 'standfirst';
  for (let i = 0; i < hits.length; i += 1) {
    const hit = hits[i] as Hit;
    const { start, meaning } = hit;
    const { entities, codes, always } = meaning;
    const verdict = always ?? here.judge(i);
    if (verdict === 'person') surnames.push(text.slice(start, hit.end));
    if (verdict === 'no' || verdict === 'person' || entities.length === 0) continue;
    const closed = meaning.apostrophe && fold(text.charCodeAt(hit.end)) === APOSTROPHE;
    const end = closed ? hit.end + 1 : hit.end;
    evidence.push({
      field,
      start,
      end,
      phrase: text.slice(start, end),
      entities,
      codes,
      verdict: standing && verdict === 'named' ? 'possible' : verdict,
    });
  }
}

function columnHeads(fields: readonly FieldText[]): boolean {
  const [first] = fields;
  if (first?.field !== 'headline') return false;
  return first.hits.some(({ start, meaning }) => start <= 4 && meaning.series);
}

/** A surname once is a surname everywhere: `Carlisle` in a story that also has `Sue Carlisle`. */
function withoutPeople(evidence: readonly ConfirmedHit[], surnames: readonly string[]): readonly ConfirmedHit[] {
  return surnames.length === 0 ? evidence : evidence.filter(({ phrase }) => !surnames.includes(phrase));
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
