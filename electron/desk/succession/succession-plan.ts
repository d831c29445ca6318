import type { StoryId, Strength, System, SystemCode, TagOrigin } from '../../../shared/models.ts';
import type { Register } from '../../../shared/systems/register.ts';
import type { MoveGround, MoveState } from '../../../shared/systems/succession.ts';
import type { Evidence } from '../../../shared/tagging/reasons.ts';
import { nextDay } from '../../../shared/words/days.ts';
import { type DeskContext, today } from '../context.ts';
import { derived } from '../core/derived.ts';
import { tablesWhere } from '../core/tables.ts';
import { namesAsText } from '../offers/name-rows.ts';
import { readerFor } from '../offers/suggestions.ts';
import {
  type FormerFiling,
  listFiledTexts,
  listFilings,
  listTouchedSince,
  listWithdrawn,
  mapBodies,
  mapOrigins,
  mapRejected,
} from './ended-tags.ts';
import { decideByBody, decideByText, type ReaderPair, type TextGround } from './succession-decision.ts';
import { formatBesideReason, formatPartReason, formatWholeReason } from './succession-reasons.ts';

/** A system that has ended, and its successors. */
export interface Former {
  system: System;
  homes: SystemCode[];
  /** The first day without it. */
  day: string;
}

interface Target {
  home: SystemCode;
  why: string;
  evidence: Evidence | null;
}

/** A story filed to a former system, and what will happen to it. */
export interface PlannedMove {
  id: StoryId;
  former: Former;
  strength: Strength;
  state: MoveState;
  /** How it was carried over; null while it is not. */
  doneBy: 'step' | 'hand' | null;
  ground: MoveGround | null;
  targets: Target[];
}

export interface MovePlan {
  formers: Former[];
  moves: PlannedMove[];
}

/** The systems that ended before a day, latest first. */
export function listFormers(register: Register, day: string): Former[] {
  return register
    .everOn(day)
    .flatMap((system) =>
      system.activeTo !== null && system.activeTo < day
        ? [{ system, homes: register.homesOn(system.code, day), day: nextDay(system.activeTo) }]
        : [],
    )
    .filter(({ homes }) => homes.length > 0)
    .sort((a, b) => b.day.localeCompare(a.day));
}

/** The plan reads these, and the names by which a story is read. */
const PLAN_TABLES = [...tablesWhere(({ decidesOffers }) => decidesOffers === true), 'names'] as const;

/** What is to become of each story of an ended system. Tens of thousands of stories may have to be read for it. */
export function planMoves(context: DeskContext): MovePlan {
  const basis = { tables: PLAN_TABLES, inputs: [context.register, today(context)] };
  return derived(context.library.db, 'succession', basis, () => makePlan(context));
}

function makePlan(context: DeskContext): MovePlan {
  const { db } = context.library;
  const formers = listFormers(context.register, today(context));
  const filings = formers.map((former) => ({ former, stories: listFilings(db, former.system.code) }));
  // Most libraries have nothing to carry over most of the time.
  if (filings.every(({ stories }) => stories.length === 0)) return { formers, moves: [] };
  const origins = new Map<SystemCode, Map<StoryId, TagOrigin>>();
  for (const { former, stories } of filings) {
    if (stories.length === 0) continue;
    for (const home of former.homes) if (!origins.has(home)) origins.set(home, mapOrigins(db, home));
  }
  const withdrawn = listWithdrawn(db);
  const rejected = mapRejected(db);
  const moves = filings.flatMap(({ former, stories }) => {
    const standing = stories.filter(({ id }) => !withdrawn.has(id));
    return planFormer(context, former, standing, origins, rejected);
  });
  return { formers, moves: withSiblings(context.register, moves) };
}

function planFormer(
  context: DeskContext,
  former: Former,
  stories: readonly FormerFiling[],
  origins: ReadonlyMap<SystemCode, ReadonlyMap<StoryId, TagOrigin>>,
  rejected: ReadonlyMap<StoryId, ReadonlySet<SystemCode>>,
): PlannedMove[] {
  const { register } = context;
  const { system, homes, day } = former;
  const only = homes.length === 1 ? homes[0] : undefined;
  const whole: Target[] =
    only === undefined ? [] : [{ home: only, why: formatWholeReason(system, register.get(only), day), evidence: null }];
  // A home older than the change may have been tagged beside the former system, so that tag settles nothing by itself.
  const older = homes.filter((home) => register.isActive(home, system.activeTo ?? day));
  const divided = new Map<StoryId, Divided>();
  const moves = stories.map(({ id, strength }): PlannedMove => {
    const move: PlannedMove = { id, former, strength, state: 'done', doneBy: null, ground: null, targets: [] };
    const filed = homes.filter((home) => origins.get(home)?.has(id));
    const isCarried = filed.some((home) => origins.get(home)?.get(id) === 'register');
    const no = rejected.get(id);
    if (filed.length > 0) move.doneBy = isCarried ? 'step' : 'hand';
    else if (no && homes.every((home) => no.has(home))) move.doneBy = 'hand';
    else if (only !== undefined) Object.assign(move, { state: 'decided', ground: 'whole', targets: whole });
    else move.state = 'undecided';
    const mayWantMore = filed.length > 0 && !isCarried && filed.every((home) => older.includes(home));
    if (move.state === 'undecided' || (mayWantMore && only === undefined)) {
      const open = homes.filter((home) => !no?.has(home) && !filed.includes(home));
      divided.set(id, { move, open });
    }
    return move;
  });
  if (divided.size > 0) decideDivided(context, former, divided);
  return moves;
}

/** A story of a divided system, and the homes that its words may still decide for. */
interface Divided {
  move: PlannedMove;
  open: SystemCode[];
}

function decideDivided(context: DeskContext, former: Former, divided: ReadonlyMap<StoryId, Divided>): void {
  const { register } = context;
  const { system, day } = former;
  const known = groundsKnown(context, former);
  readUnknown(context, former, divided, known);
  for (const [id, { move }] of divided) {
    const grounds = known.get(id) ?? [];
    const [first] = grounds;
    if (!first) continue;
    move.state = 'decided';
    move.doneBy = null;
    move.ground = first.ground;
    move.targets = grounds.map(({ home, evidence }) => ({
      home,
      why: formatPartReason(evidence, system, register.get(home), day),
      evidence,
    }));
  }
}

function readUnknown(
  context: DeskContext,
  former: Former,
  divided: ReadonlyMap<StoryId, Divided>,
  known: Map<StoryId, TextGround[]>,
): void {
  const ids = [...divided.keys()].filter((id) => !known.has(id));
  if (ids.length === 0) return;
  const { db } = context.library;
  const { system, homes } = former;
  const readers = readersFor(context, former);
  const dividedFor = (id: StoryId) => ({ from: system.code, homes, open: divided.get(id)?.open ?? [] });
  for (const text of listFiledTexts(db, system.code, ids)) {
    known.set(text.id, decideByText(text, dividedFor(text.id), readers));
  }
  const silent = ids.filter((id) => known.get(id)?.length === 0);
  for (const [id, body] of mapBodies(db, silent)) known.set(id, decideByBody(body, dividedFor(id), readers));
}

interface Grounds {
  /** The newest history entry taken in. */
  seq: number;
  bySystem: Map<SystemCode, Map<StoryId, TextGround[]>>;
}

/** What was read of each story holds until that story, the register, the names or the day change. */
function groundsKnown(context: DeskContext, { system: { code } }: Former): Map<StoryId, TextGround[]> {
  const { db } = context.library;
  const basis = { tables: [], inputs: [context.register, today(context), namesAsText(db)] };
  const grounds = derived(db, 'succession grounds', basis, (): Grounds => ({ seq: 0, bySystem: new Map() }));
  const touched = listTouchedSince(db, grounds.seq);
  if (touched.ids === null) grounds.bySystem.clear();
  grounds.seq = touched.seq;
  for (const ofSystem of grounds.bySystem.values()) for (const id of touched.ids ?? []) ofSystem.delete(id);
  const ofSystem = grounds.bySystem.get(code) ?? new Map<StoryId, TextGround[]>();
  grounds.bySystem.set(code, ofSystem);
  return ofSystem;
}

/** Readers as of the last day of the system, and as of today. */
export function readersFor(context: DeskContext, { system, day }: Former): ReaderPair {
  return { eve: readerFor(context, system.activeTo ?? day), now: readerFor(context, today(context)) };
}

/**
 * A story may be undecided for one former system while it goes to one of that system's homes from another one that
 * ended the same day. It then counts as decided: it is carried over either way.
 */
function withSiblings(register: Register, moves: PlannedMove[]): PlannedMove[] {
  const decided = Map.groupBy(
    moves.filter(({ state }) => state === 'decided'),
    ({ id }) => id,
  );
  for (const move of moves) {
    if (move.state !== 'undecided') continue;
    for (const sibling of decided.get(move.id) ?? []) {
      const target = sibling.targets.find(({ home }) => move.former.homes.includes(home));
      if (!target || sibling.former.day !== move.former.day) continue;
      const home = register.get(target.home);
      move.state = 'decided';
      move.ground = 'beside';
      move.targets = [{ home: target.home, why: formatBesideReason(sibling.former.system, home), evidence: null }];
      break;
    }
  }
  return moves;
}
