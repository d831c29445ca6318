import { Preferences, type Settings, withChange } from '../../../shared/settings.ts';
import { actorOf, authorOf, type DeskContext } from '../context.ts';
import { type Values, withoutRepeats, writeSeen } from '../core/seen.ts';
import { readLibrarySettings, writeSettings } from '../core/settings.ts';
import { transact } from '../core/transaction.ts';
import type { Handlers } from '../handlers.ts';

export const settingsHandlers: Handlers<'settings.get' | 'settings.set'> = {
  'settings.get': (context) => settingsOf(context),
  'settings.set': (context, { seen, ...change }) => {
    const { db } = context.library;
    const given = Object.entries(change).filter(([, value]) => value !== undefined);
    const isPersonal = ([name]: [string, unknown]) => Object.hasOwn(Preferences.shape, name);
    const personal = given.filter(isPersonal);
    const shared = given.filter((one) => !isPersonal(one));
    // The library's part first: if it is refused, nothing is changed.
    if (shared.length > 0) {
      const write = {
        subject: 'settings',
        what: 'this library’s settings',
        seen: seen && flattened(seen),
        read: () => flattened(readLibrarySettings(db)),
        // Settings are not in the history.
        rowsOf: () => [],
      };
      transact(db, () =>
        writeSeen(db, actorOf(context), write, () => {
          const after = withChange(readLibrarySettings(db), changedOnly(Object.fromEntries(shared), seen ?? {}));
          writeSettings(db, Object.fromEntries(Object.entries(after).filter(([name]) => name in change)));
        }),
      );
    }
    if (personal.length > 0) context.preferences.change(Object.fromEntries(personal));
    return settingsOf(context);
  },
};

/** Without the parts of an object that repeat what was seen: they leave alone what somebody else set. */
function changedOnly(settings: object, seen: object): object {
  const parts = new Map(Object.entries(seen));
  return Object.fromEntries(
    Object.entries(settings).map(([name, value]) => {
      const known: unknown = parts.get(name);
      return [name, isParts(value) && isParts(known) ? withoutRepeats(value, known as Values) : value];
    }),
  );
}

const isParts = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Each part of an object by itself, as in `limits.headline`: two editors may set two limits. */
function flattened(settings: object): Values {
  return Object.fromEntries(
    Object.entries(settings).flatMap(([name, value]) =>
      isParts(value) ? Object.entries(value).map(([part, one]) => [`${name}.${part}`, one]) : [[name, value]],
    ),
  );
}

function settingsOf(context: DeskContext): Settings {
  // Read first: reading is what may find the file damaged.
  const preferences = context.preferences.read();
  return {
    ...preferences,
    ...readLibrarySettings(context.library.db),
    author: authorOf(context),
    warning: context.preferences.warning,
  };
}
