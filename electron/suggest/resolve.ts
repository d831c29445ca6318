import type { System, SystemCode } from '../../shared/models.ts';
import {
  LEVELS,
  type Level,
  REASON_KINDS,
  type Suggestion,
  TEXT_FIELDS,
  type TextField,
} from '../../shared/tagging/suggestions.ts';
import type { Entity } from './entries.ts';
import { rivalrySentence, whySentence } from './sentences.ts';

/** A hit that the words around it confirm. */
export interface ConfirmedHit {
  field: TextField;
  start: number;
  end: number;
  phrase: string;
  /** The possible meanings; each lies in some system of the day. */
  entities: readonly Entity[];
  /** The systems of all of them. */
  codes: readonly SystemCode[];
  verdict: 'named' | 'possible' | 'doubtful' | 'silent';
}

/** ConfirmedHit, narrowed by the rest of the text. */
export interface Settled {
  evidence: ConfirmedHit;
  codes: readonly SystemCode[];
  level: Level;
}

/** The register's record of a system. */
export type SystemsOf = (code: SystemCode) => System;

/** A name shared by more things than this (`Royal Infirmary`) decides nothing. */
const MOST_NAMESAKES = 5;
/** A text that names more systems than this is a round-up: it mentions each, but is about none of them. */
const ROUND_UP = 5;

export function settle(all: readonly ConfirmedHit[]): Settled[] {
  const [only] = all;
  // Nearly every story with a hit has one.
  if (all.length === 1 && only?.verdict === 'named' && only.codes.length === 1) {
    return [narrowed(only, all, [])];
  }
  const spoken = corroborated(all);
  // A long story repeats names; each supports its systems once.
  const sure = withoutRepeats(spoken.filter(({ verdict }) => verdict === 'named'));
  const wide = withoutRepeats(all.filter(({ verdict }) => verdict === 'silent'));
  const settled = spoken
    .filter(({ verdict, entities }) => verdict !== 'silent' && entities.length <= MOST_NAMESAKES)
    .map((evidence) => narrowed(evidence, sure, wide));
  const named = new Set(settled.filter(({ level }) => level === 'named').flatMap(({ codes }) => codes));
  return named.size > ROUND_UP ? settled.map((each) => ({ ...each, level: 'possible' as const })) : settled;
}

/** Keeps one hit of each meaning in the label, and one elsewhere. */
function withoutRepeats(all: readonly ConfirmedHit[]): readonly ConfirmedHit[] {
  if (all.length < 2) return all;
  const inLabel = new Set<readonly SystemCode[]>();
  const elsewhere = new Set<readonly SystemCode[]>();
  return all.filter(({ field, codes }) => {
    const seen = field === 'alt' ? inLabel : elsewhere;
    if (seen.has(codes)) return false;
    seen.add(codes);
    return true;
  });
}

/** A doubtful name counts when another name supports its system, or the name right beside it does. */
function corroborated(all: readonly ConfirmedHit[]): ConfirmedHit[] {
  const firm = all.filter(({ verdict }) => verdict === 'named' || verdict === 'possible');
  return all.flatMap((evidence, i): ConfirmedHit[] => {
    if (evidence.verdict !== 'doubtful') return [evidence];
    const { codes } = evidence;
    const shares = (other: ConfirmedHit) => other.codes.some((code) => codes.includes(code));
    const beside = [all[i - 1], all[i + 1]].some(
      (other) =>
        other?.verdict === 'doubtful' &&
        gapBetween(evidence, other) <= ' and '.length &&
        shares(other) &&
        codes.length === 1,
    );
    return beside || firm.some((other) => other !== evidence && shares(other))
      ? [{ ...evidence, verdict: 'named' }]
      : [];
  });
}

function gapBetween(a: ConfirmedHit, b: ConfirmedHit): number {
  return a.field === b.field ? Math.max(a.start - b.end, b.start - a.end) : Number.POSITIVE_INFINITY;
}

function narrowed(evidence: ConfirmedHit, sure: readonly ConfirmedHit[], wide: readonly ConfirmedHit[]): Settled {
  const { codes } = evidence;
  const level = evidence.verdict === 'possible' ? 'possible' : 'named';
  const [entity] = evidence.entities;
  // Editors link a person or a column to a system by habit, not by name.
  const byHabit = entity?.kind === 'person' || entity?.kind === 'series';
  if (codes.length < 2) return { evidence, codes, level: byHabit ? 'likely' : level };
  if (entity?.kind === 'series') return { evidence, codes, level: 'possible' };
  const spans = evidence.entities.every((each) => each.spans);
  // A picture of one of its buildings does not show which part of a trust's area a story is about.
  const speakers = sure.filter((other) => other !== evidence && !(spans && other.field === 'alt'));
  const elsewhere = new Set(speakers.flatMap((other) => (other.codes.length === 1 ? other.codes : [])));
  let left = codes.filter((code) => elsewhere.has(code));
  if (left.length === 0 && !spans) {
    const wider = [...speakers, ...wide].map((other) => other.codes).filter((list) => list.length > 1);
    left = codes.filter((code) => wider.some((list) => list.includes(code)));
  }
  if (left.length === 0) return { evidence, codes, level: 'possible' };
  return { evidence, codes: left, level: left.length === 1 ? level : 'possible' };
}

/** One offer per system, with its best reason; the best offer first. */
export function suggestionsOf(settled: readonly Settled[], systems: SystemsOf): Suggestion[] {
  const [only] = settled;
  const [code] = only?.codes ?? [];
  if (settled.length === 1 && only?.codes.length === 1 && code) return [suggest(only, code, systems)];
  const best = new Map<SystemCode, { suggestion: Suggestion; rank: readonly number[] }>();
  for (const each of settled) {
    each.codes.forEach((code, order) => {
      const rank = rankOf(each, order);
      const known = best.get(code);
      if (!known || compare(rank, known.rank) < 0) best.set(code, { suggestion: suggest(each, code, systems), rank });
    });
  }
  return [...best.values()].sort((a, b) => compare(a.rank, b.rank)).map(({ suggestion }) => suggestion);
}

function suggest({ evidence, codes, level }: Settled, code: SystemCode, systems: SystemsOf): Suggestion {
  const { field, start, end, phrase, entities } = evidence;
  const entity = bestEntity(entities, code);
  const namesakes = codes.length > 1 && !entities.some((each) => codes.every((one) => each.codes.includes(one)));
  const finding = { entity, phrase, field, open: codes.length, namesakes, unsure: level === 'possible' };
  return {
    code,
    level,
    reason: { kind: entity.kind, entity: entity.name, phrase, field, start, end },
    why: whySentence(finding, systems(code)),
    rivalry: codes.length > 1 ? rivalrySentence(phrase, entity, namesakes, codes.length) : null,
  };
}

/** Of several things with one name, the one in this system; the system itself before things in it. */
function bestEntity(entities: readonly Entity[], code: SystemCode): Entity {
  const [only] = entities;
  if (entities.length === 1 && only) return only;
  const fitting = entities.filter(({ codes }) => codes.includes(code));
  const ranked = fitting.toSorted((a, b) => REASON_KINDS.indexOf(a.kind) - REASON_KINDS.indexOf(b.kind));
  return (ranked[0] ?? entities[0]) as Entity;
}

function rankOf({ evidence, level }: Settled, order: number): readonly number[] {
  // Words that mean only this system rank above words that other evidence had to narrow.
  const helped = evidence.codes.length > 1 ? 1 : 0;
  return [LEVELS.indexOf(level), helped, TEXT_FIELDS.indexOf(evidence.field), evidence.start, order];
}

function compare(a: readonly number[], b: readonly number[]): number {
  for (let i = 0; i < a.length; i += 1) {
    const difference = (a[i] ?? 0) - (b[i] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}
