import type { StoryId, SystemCode } from '../../../shared/models.ts';
import { checkSystems, type DeskContext, step } from '../context.ts';
import type { ReadDb } from '../core/sql.ts';
import type { Handlers } from '../handlers.ts';
import { idsOfSelection, stateOfSelection } from './selection.ts';
import { storiesLabel } from './story-labels.ts';
import { addTag, findStrength, setNational } from './tag-rows.ts';

export const tagHandlers: Handlers<'tags.state' | 'tags.add' | 'tags.remove'> = {
  'tags.state': (context, { selection, within }) => stateOfSelection(context.library.db, selection, within),

  'tags.add': (context, { selection, systems, national, strength }) => {
    checkSystems(context, systems);
    const { db } = context.library;
    const result = step(
      context,
      (ids: readonly StoryId[]) =>
        `Tag ${storiesLabel(db, ids)}${strengthWords(db, ids, systems)}: ${namesOf(context, systems, national)}`,
      (changes, actor) => {
        const touchedIds: StoryId[] = [];
        for (const id of idsOfSelection(db, selection)) {
          let touched = false;
          for (const system of systems) touched = addTag(db, changes, actor, id, system, strength) || touched;
          if (national) touched = setNational(db, changes, id, true) || touched;
          if (touched) touchedIds.push(id);
        }
        return touchedIds;
      },
    );
    return { entry: result.entry, changed: result.value.length };
  },

  'tags.remove': (context, { selection, systems, national }) => {
    checkSystems(context, systems);
    const { db } = context.library;
    const result = step(
      context,
      (ids: readonly StoryId[]) => `Untag ${storiesLabel(db, ids)}: ${namesOf(context, systems, national)}`,
      (changes) => {
        const touchedIds: StoryId[] = [];
        for (const id of idsOfSelection(db, selection)) {
          let touched = false;
          for (const system of systems) touched = changes.remove('tags', [id, system]) || touched;
          if (national) touched = setNational(db, changes, id, false) || touched;
          if (touched) touchedIds.push(id);
        }
        return touchedIds;
      },
    );
    return { entry: result.entry, changed: result.value.length };
  },
};

function namesOf(context: DeskContext, systems: readonly SystemCode[], national: boolean): string {
  const names = systems.map((code) => context.register.get(code).shortName);
  if (national) names.push('national');
  return names.length > 3 ? `${names.length} systems` : names.join(', ');
}

/** ` as about` when all the tags have one strength; nothing when they differ or there are none. */
function strengthWords(db: ReadDb, ids: readonly StoryId[], systems: readonly SystemCode[]): string {
  const strengths = new Set(ids.flatMap((id) => systems.map((system) => findStrength(db, id, system))));
  const [only] = strengths;
  return only && strengths.size === 1 ? ` as ${only}` : '';
}
