import {
  DEFAULT_RULE,
  type FillRule,
  isEditorOnly,
  type Lenders,
  type Prominence,
  type ZoneSpec,
} from '../../../shared/pages/fill-rules.ts';

/** Zones as edited: numbers as typed, and errors in sentences. */

export const MOST_ZONES = 12;
const MOST_TEASERS = 200;
const MOST_DAYS = 36_500;
const MOST_KINDS = 50;
export const LONGEST_NAME = 60;

export interface DraftZone {
  /** Identifies the zone while it is edited. A page's own zones keep their ids. */
  key: string;
  name: string;
  limit: string;
  prominence: Prominence;
  /** True when only editors fill it. The previous rule is kept, in case the editor turns back. */
  byHand: boolean;
  strengths: FillRule['strengths'];
  kinds: { which: FillRule['kinds']['which']; list: readonly string[] };
  /** Days; blank for any age. */
  maxAge: string;
  national: FillRule['national'];
  first: FillRule['first'];
  borrow: { from: Lenders | 'none'; upTo: string };
}

type ZoneField = 'name' | 'limit' | 'kinds' | 'maxAge' | 'upTo';
export type ZoneErrors = Partial<Record<ZoneField, string>>;

export function toDraft(zones: readonly (ZoneSpec & { id?: string })[]): DraftZone[] {
  return zones.map((zone, index) => toDraftZone(zone, zone.id ?? `zone ${index + 1}`));
}

function toDraftZone({ name, limit, prominence, rule }: ZoneSpec, key: string): DraftZone {
  const byHand = isEditorOnly(rule);
  return {
    key,
    name,
    limit: String(limit),
    prominence,
    byHand,
    strengths: byHand ? DEFAULT_RULE.strengths : rule.strengths,
    kinds: rule.kinds.which === 'any' ? { which: 'any', list: [] } : rule.kinds,
    maxAge: rule.maxAgeDays === null ? '' : String(rule.maxAgeDays),
    national: byHand ? DEFAULT_RULE.national : rule.national,
    first: rule.first,
    borrow: rule.borrow ? { from: rule.borrow.from, upTo: String(rule.borrow.upTo) } : { from: 'none', upTo: '10' },
  };
}

/** The zones as the desk takes them, or the errors by zone and field. */
export type ReadZones =
  | { ok: true; zones: ZoneSpec[] }
  | { ok: false; errors: ReadonlyMap<string, ZoneErrors>; sentence: string };

export function readZones(draft: readonly DraftZone[]): ReadZones {
  const errors = new Map<string, ZoneErrors>();
  for (const zone of draft) {
    const found = errorsOf(zone, draft);
    if (Object.keys(found).length > 0) errors.set(zone.key, found);
  }
  const [first] = errors;
  if (!first) return { ok: true, zones: draft.map(toSpec) };
  const [key, found] = first;
  const name = draft.find((zone) => zone.key === key)?.name.trim();
  const [sentence = ''] = Object.values(found);
  return { ok: false, errors, sentence: name ? `${name}: ${sentence}` : sentence };
}

function errorsOf(zone: DraftZone, all: readonly DraftZone[]): ZoneErrors {
  const errors: ZoneErrors = {};
  const name = zone.name.trim().toLowerCase();
  const before = all.slice(0, all.indexOf(zone));
  if (name === '') errors.name = 'A zone needs a name.';
  else if (name.length > LONGEST_NAME) errors.name = `A name has at most ${LONGEST_NAME} characters.`;
  else if (before.some((other) => other.name.trim().toLowerCase() === name)) {
    errors.name = 'A zone above has this name. Give each a name of its own.';
  }
  if (readWhole(zone.limit, 1, MOST_TEASERS) === null) errors.limit = `Type a number from 1 to ${MOST_TEASERS}.`;
  if (zone.byHand) return errors;
  if (zone.kinds.which !== 'any' && zone.kinds.list.length === 0) {
    errors.kinds = 'Add a kind, or choose any kind.';
  }
  if (zone.maxAge.trim() !== '' && readWhole(zone.maxAge, 0, MOST_DAYS) === null) {
    errors.maxAge = 'Type a number of days, or leave it blank for any age.';
  }
  if (zone.borrow.from !== 'none' && readWhole(zone.borrow.upTo, 1, MOST_TEASERS) === null) {
    errors.upTo = `Type a number from 1 to ${MOST_TEASERS}.`;
  }
  return errors;
}

function readWhole(text: string, least: number, most: number): number | null {
  const trimmed = text.trim();
  if (!/^\d{1,6}$/.test(trimmed)) return null;
  const value = Number(trimmed);
  return value >= least && value <= most ? value : null;
}

/** The draft must have no errors. */
function toSpec(zone: DraftZone): ZoneSpec {
  return {
    name: zone.name.trim(),
    limit: Number(zone.limit),
    prominence: zone.prominence,
    rule: ruleOf(zone),
  };
}

/** Returns the rule typed so far. Unreadable numbers are ignored. */
export function ruleOf(zone: DraftZone): FillRule {
  const { which, list } = zone.kinds;
  const upTo = readWhole(zone.borrow.upTo, 1, MOST_TEASERS);
  if (zone.byHand) return { ...DEFAULT_RULE, strengths: [], national: 'without' };
  return {
    strengths: zone.strengths,
    kinds: which === 'any' || list.length === 0 ? { which: 'any' } : { which, list: [...list] },
    maxAgeDays: zone.maxAge.trim() === '' ? null : readWhole(zone.maxAge, 0, MOST_DAYS),
    national: zone.national,
    first: zone.first,
    borrow: zone.borrow.from === 'none' || upTo === null ? null : { from: zone.borrow.from, upTo },
  };
}

export function changeZone(draft: readonly DraftZone[], key: string, change: Partial<DraftZone>): DraftZone[] {
  return draft.map((zone) => (zone.key === key ? { ...zone, ...change } : zone));
}

/** Adds a zone at the end, with an unused name. */
export function addZone(draft: readonly DraftZone[]): { draft: DraftZone[]; key: string } {
  const keys = new Set(draft.map(({ key }) => key));
  const names = new Set(draft.map(({ name }) => name.trim().toLowerCase()));
  const number = firstFree((n) => !keys.has(`new ${n}`));
  const named = firstFree((n) => !names.has(`zone ${n}`), draft.length + 1);
  const key = `new ${number}`;
  const zone = toDraftZone({ name: `Zone ${named}`, limit: 4, prominence: 'standard', rule: DEFAULT_RULE }, key);
  return { draft: [...draft, zone], key };
}

function firstFree(isFree: (n: number) => boolean, from = 1): number {
  let n = from;
  while (!isFree(n)) n += 1;
  return n;
}

/** Removes a zone and returns the one that takes its place. A page keeps at least one. */
export function removeZone(draft: readonly DraftZone[], key: string): { draft: DraftZone[]; key: string } {
  const at = draft.findIndex((zone) => zone.key === key);
  const left = draft.filter((zone) => zone.key !== key);
  const next = left[Math.min(at, left.length - 1)];
  return at < 0 || !next ? { draft: [...draft], key } : { draft: left, key: next.key };
}

/** Moves a zone to a number from 1, or as near as possible. */
export function moveZone(draft: readonly DraftZone[], key: string, to: number): DraftZone[] {
  const zone = draft.find((one) => one.key === key);
  if (!zone) return [...draft];
  const left = draft.filter((one) => one !== zone);
  const at = Math.max(0, Math.min(left.length, to - 1));
  return [...left.slice(0, at), zone, ...left.slice(at)];
}

/** Adds kinds separated by commas, without duplicates, ignoring case. */
export function withKinds(list: readonly string[], text: string): string[] {
  const kinds = [...list];
  for (const kind of text.split(',').map((part) => part.trim().slice(0, LONGEST_NAME))) {
    const isKnown = kinds.some((known) => known.toLowerCase() === kind.toLowerCase());
    if (kind !== '' && !isKnown && kinds.length < MOST_KINDS) kinds.push(kind);
  }
  return kinds;
}
