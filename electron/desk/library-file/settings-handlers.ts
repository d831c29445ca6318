import { Preferences, type Settings, withChange } from '../../../shared/settings.ts';
import { actorOf, authorOf, type DeskContext } from '../context.ts';
import { type Values, writeSeen } from '../core/seen.ts';
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
        what: 'this library’s settings',
        seen: seen && flattened(seen),
        read: () => flattened(readLibrarySettings(db)),
        // Settings are not in the history.
        rowsOf: () => [],
      };
      transact(db, () =>
        writeSeen(db, actorOf(context), write, () => {
          const after = withChange(readLibrarySettings(db), Object.fromEntries(shared));
          writeSettings(db, Object.fromEntries(Object.entries(after).filter(([name]) => name in change)));
        }),
      );
    }
    if (personal.length > 0) context.preferences.change(Object.fromEntries(personal));
    return settingsOf(context);
  },
};

/** Each part of an object by itself, as in `limits.headline`: two editors may set two limits. */
function flattened(settings: object): Values {
  return Object.fromEntries(
    Object.entries(settings).flatMap(([name, value]) =>
      typeof value === 'object' && value !== null && !Array.isArray(value)
        ? Object.entries(value).map(([part, one]) => [`${name}.${part}`, one])
        : [[name, value]],
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
