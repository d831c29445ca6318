import type { SystemCode } from '../../../shared/models.ts';
import { counted } from '../../../shared/words/counted.ts';
import { checkSystems, type DeskContext, step } from '../context.ts';
import type { Handlers } from '../handlers.ts';
import { idsOfSelection, stateOfSelection } from './selection.ts';
import { addTag, setNational } from './tag-rows.ts';

export const tagHandlers: Handlers<'tags.state' | 'tags.add' | 'tags.remove'> = {
  'tags.state': (context, { selection, within }) => stateOfSelection(context.library.db, selection, within),

  'tags.add': (context, { selection, systems, national, strength }) => {
    checkSystems(context, systems);
    const { db } = context.library;
    const result = step(
      context,
      (count: number) => `Tag ${counted(count, 'story', 'stories')}: ${namesOf(context, systems, national)}`,
      (changes, actor) => {
        let count = 0;
        for (const id of idsOfSelection(db, selection)) {
          let touched = false;
          for (const system of systems) touched = addTag(db, changes, actor, id, system, strength) || touched;
          if (national) touched = setNational(db, changes, id, true) || touched;
          if (touched) count += 1;
        }
        return count;
      },
    );
    return { entry: result.entry, changed: result.value };
  },

  'tags.remove': (context, { selection, systems, national }) => {
    checkSystems(context, systems);
    const { db } = context.library;
    const result = step(
      context,
      (count: number) => `Untag ${counted(count, 'story', 'stories')}: ${namesOf(context, systems, national)}`,
      (changes) => {
        let count = 0;
        for (const id of idsOfSelection(db, selection)) {
          let touched = false;
          for (const system of systems) touched = changes.remove('tags', [id, system]) || touched;
          if (national) touched = setNational(db, changes, id, false) || touched;
          if (touched) count += 1;
        }
        return count;
      },
    );
    return { entry: result.entry, changed: result.value };
  },
};

function namesOf(context: DeskContext, systems: readonly SystemCode[], national: boolean): string {
  const names = systems.map((code) => context.register.get(code).shortName);
  if (national) names.push('national');
  return names.length > 3 ? `${names.length} systems` : names.join(', ');
}
