import { DeskError } from '../../../shared/errors.ts';
import { STRENGTHS, type StoryId, type SystemCode } from '../../../shared/models.ts';
import type { FormerSystem, MoveGround } from '../../../shared/systems/succession.ts';
import { counted } from '../../../shared/words/counted.ts';
import { longDay } from '../../../shared/words/day-words.ts';
import { type DeskContext, quoted, step, today } from '../context.ts';
import type { Actor, Changes } from '../core/changes.ts';
import type { Handlers } from '../handlers.ts';
import { hasRejection, insertRejection } from '../stories/rejections.ts';
import { getStory } from '../stories/story-rows.ts';
import { findStrength, insertTag } from '../stories/tag-rows.ts';
import { getMove, listMoves } from './succession-list.ts';
import { type Former, listFormers, type PlannedMove, planMoves } from './succession-plan.ts';
import { formatChosenReason, formatNoneReason } from './succession-reasons.ts';

export const moveHandlers: Handlers<'moves.summary' | 'moves.list' | 'moves.get' | 'moves.rehome' | 'moves.settle'> = {
  'moves.summary': (context) => {
    const { formers, moves } = planMoves(context);
    const bySystem = Map.groupBy(moves, ({ former }) => former.system.code);
    const days = [...Map.groupBy(formers, ({ day }) => day)].map(([day, ended]) => ({
      day,
      systems: ended.map((former) => countFormer(former, bySystem.get(former.system.code) ?? [])),
      toCarry: new Set(decidedOn(moves, day).map(({ id }) => id)).size,
    }));
    return { today: today(context), days };
  },

  'moves.list': (context, input) => listMoves(context, input),
  'moves.get': (context, { id, from }) => getMove(context, id, formerOf(context, from)),

  'moves.rehome': (context, { day }) => {
    const result = step(
      context,
      (count: number) => `Carry ${counted(count, 'story', 'stories')} over to the systems of ${longDay(day)}`,
      // Plan inside the step: another door may have changed a tag meanwhile.
      (changes, actor) => carryOver(context, changes, actor, decidedOn(planMoves(context).moves, day)),
    );
    return { entry: result.entry, changed: result.value };
  },

  'moves.settle': (context, { id, from, homes }) => {
    const { register } = context;
    const former = formerOf(context, from);
    const names = homes.map((home) => register.get(home).shortName);
    const result = step(
      context,
      () => {
        const what = names.length === 0 ? `not for any successor of ${former.system.shortName}` : names.join(', ');
        return `Settle ${quoted(getStory(context.library.db, id).headline)}: ${what}`;
      },
      (changes, actor) => {
        const strength = findStrength(context.library.db, id, from);
        if (strength === null) {
          const { headline } = getStory(context.library.db, id);
          throw unfit(`${quoted(headline)} is not filed to ${former.system.shortName}, so there is nothing to settle.`);
        }
        const stranger = homes.find((home) => !former.homes.includes(home));
        if (stranger) {
          throw unfit(`${register.get(stranger).shortName} did not take over from ${former.system.shortName}.`);
        }
        const isTouched =
          homes.length === 0
            ? rejectAll(context, changes, actor, id, former)
            : homes.map((home) => choose(context, changes, actor, { id, former, home, strength })).includes(true);
        return isTouched ? 1 : 0;
      },
    );
    return { entry: result.entry, changed: result.value };
  },
};

function countFormer({ system, homes }: Former, moves: readonly PlannedMove[]): FormerSystem {
  const count = (test: (move: PlannedMove) => boolean) => moves.filter(test).length;
  const grounds = new Map<MoveGround, number>();
  for (const { state, ground } of moves) {
    if (state === 'decided' && ground) grounds.set(ground, (grounds.get(ground) ?? 0) + 1);
  }
  return {
    code: system.code,
    homes,
    stories: moves.length,
    carried: count(({ doneBy }) => doneBy === 'step'),
    settled: count(({ doneBy }) => doneBy === 'hand'),
    decided: [...grounds].map(([ground, stories]) => ({ ground, stories })).sort((a, b) => b.stories - a.stories),
    undecided: count(({ state }) => state === 'undecided'),
  };
}

function decidedOn(moves: readonly PlannedMove[], day: string): PlannedMove[] {
  return moves.filter(({ state, former }) => state === 'decided' && former.day === day);
}

/** Returns how many stories were carried over. The tag of the former system stays as it is. */
function carryOver({ work }: DeskContext, changes: Changes, actor: Actor, moves: readonly PlannedMove[]): number {
  const byStory = Map.groupBy(moves, ({ id }) => id);
  let done = 0;
  for (const [articleId, ofStory] of byStory) {
    work.report(`Carrying over story ${done + 1} of ${byStory.size}`, done, byStory.size);
    done += 1;
    const sources = ofStory.flatMap(({ strength, targets }) => targets.map((target) => ({ strength, target })));
    // Two former systems may lead to one home. Its tag takes the greater strength and both reasons.
    for (const [system, same] of Map.groupBy(sources, ({ target }) => target.home)) {
      const [strongest] = same.sort((a, b) => STRENGTHS.indexOf(a.strength) - STRENGTHS.indexOf(b.strength));
      if (!strongest) continue;
      const { strength, target } = strongest;
      const { evidence } = target;
      const reason = [...new Set(same.map(({ target: { why } }) => why))].join(' ');
      insertTag(changes, actor, { articleId, system, strength, origin: 'register', reason, evidence });
    }
  }
  return byStory.size;
}

function formerOf(context: DeskContext, code: SystemCode): Former {
  const { shortName } = context.register.get(code);
  const former = listFormers(context.register, today(context)).find(({ system }) => system.code === code);
  if (!former) throw unfit(`${shortName} has not ended, so its stories stay there.`);
  return former;
}

function choose(
  context: DeskContext,
  changes: Changes,
  actor: Actor,
  { id, former, home, strength }: { id: StoryId; former: Former; home: SystemCode; strength: PlannedMove['strength'] },
): boolean {
  const isTaken = changes.remove('rejections', [id, home]);
  if (findStrength(context.library.db, id, home) !== null) return isTaken;
  const reason = formatChosenReason(former.system);
  insertTag(changes, actor, { articleId: id, system: home, strength, origin: 'editor', reason });
  return true;
}

/** "None of them" is stored as a rejection for each home, so that it is listed and can be cancelled with the others. */
function rejectAll(context: DeskContext, changes: Changes, actor: Actor, id: StoryId, former: Former): boolean {
  const { db } = context.library;
  const { register } = context;
  const filed = former.homes.find((home) => findStrength(db, id, home) !== null);
  if (filed) {
    throw unfit(
      `The story is filed to ${register.get(filed).shortName}, which took over from ${former.system.shortName}. Remove that first.`,
    );
  }
  const rejected = former.homes.filter((home) => !hasRejection(db, id, home));
  for (const home of rejected) {
    const why = formatNoneReason(former.system, register.get(home));
    insertRejection(db, changes, actor, { articleId: id, offer: home, why, evidence: null });
  }
  return rejected.length > 0;
}

function unfit(message: string): DeskError {
  return new DeskError('move-unfit', message);
}
