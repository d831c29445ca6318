import { DeskError } from '../../../shared/errors.ts';
import { errorsOf, judgedOf, type NameKind } from '../../../shared/tagging/names.ts';
import type { ReasonKind } from '../../../shared/tagging/reasons.ts';
import { inQuotes } from '../../../shared/words/quotes.ts';
import { type DeskContext, step, today } from '../context.ts';
import { newId } from '../core/ids.ts';
import { withoutRepeats, writeSeen } from '../core/seen.ts';
import type { Handlers } from '../handlers.ts';
import { listNameRecords } from './name-records.ts';
import { findName, insertName, listNames, removeName, type StoredName, updateName } from './name-rows.ts';
import { findNameProblem, isSameFoldedName } from './name-rules.ts';
import { fieldsOf, nameWrite } from './name-seen.ts';
import { tryName } from './name-trial.ts';

export const nameHandlers: Handlers<'names.list' | 'names.try' | 'names.save' | 'names.remove' | 'names.record'> = {
  'names.list': (context) => {
    const day = today(context);
    return listNames(context.library.db).map((name) => ({
      ...name,
      systemsToday: [...new Set(name.systems.flatMap((code) => homesOf(context, code, day)))],
    }));
  },

  'names.try': (context, input) => tryName(context, input),

  'names.save': (context, { id, name: given, seen }) => {
    const { db } = context.library;
    const label = `${id === null ? 'Add' : 'Change'} the name ${inQuotes(given.text)}`;
    const result = step(context, label, (changes, actor) => {
      const name = id === null ? given : { ...fieldsOf(getName(context, id)), ...withoutRepeats(given, seen) };
      const problem = findNameProblem(name, id, listNames(db), context.register, today(context));
      if (problem) throw new DeskError('name-unfit', problem.sentence);
      if (id !== null) {
        return { id, changed: writeSeen(db, actor, nameWrite(db, id, seen), () => updateName(changes, id, name)) };
      }
      const added = newId();
      insertName(changes, actor, added, name);
      return { id: added, changed: true };
    });
    return { entry: result.entry, changed: result.value.changed ? 1 : 0, id: result.value.id };
  },

  'names.remove': (context, { id, seen }) => {
    const result = step(
      context,
      (name: StoredName) => `Remove the name ${inQuotes(name.text)}`,
      (changes, actor) => {
        const name = getName(context, id);
        const { db } = context.library;
        writeSeen(db, actor, nameWrite(db, id, seen), () => removeName(changes, id));
        return name;
      },
    );
    return { entry: result.entry, changed: 1 };
  },

  'names.record': (context) => {
    const names = listNames(context.library.db);
    return listNameRecords(context.library.db)
      .map((record) => ({
        ...record,
        nameId:
          names.find(({ kind, text }) => kind === nameKindOf(record.kind) && isSameFoldedName(text, record.entity))
            ?.id ?? null,
      }))
      .sort(
        (a, b) => errorsOf(b) - errorsOf(a) || judgedOf(b) - judgedOf(a) || a.entity.localeCompare(b.entity, 'en-GB'),
      );
  },
};

/** A code that a later register dropped is returned as it is. */
function homesOf(context: DeskContext, code: StoredName['systems'][number], day: string) {
  return context.register.has(code) ? context.register.homesOn(code, day) : [code];
}

function getName(context: DeskContext, id: string): StoredName {
  const name = findName(context.library.db, id);
  if (!name) throw new DeskError('name-missing', 'This name is no longer on the list. It may have been undone.');
  return name;
}

function nameKindOf(kind: ReasonKind): NameKind | null {
  return kind === 'alias' || kind === 'person' || kind === 'series' ? kind : null;
}
