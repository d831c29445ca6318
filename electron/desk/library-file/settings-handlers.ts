import { Preferences, type Settings, withChange } from '../../../shared/settings.ts';
import { authorOf, type DeskContext } from '../context.ts';
import { readLibrarySettings, writeSettings } from '../core/settings.ts';
import type { Handlers } from '../handlers.ts';

export const settingsHandlers: Handlers<'settings.get' | 'settings.set'> = {
  'settings.get': (context) => settingsOf(context),
  'settings.set': (context, change) => {
    const { db } = context.library;
    const given = Object.entries(change).filter(([, value]) => value !== undefined);
    const isPersonal = ([name]: [string, unknown]) => Object.hasOwn(Preferences.shape, name);
    const personal = given.filter(isPersonal);
    const shared = given.filter((one) => !isPersonal(one));
    if (personal.length > 0) context.preferences.change(Object.fromEntries(personal));
    if (shared.length > 0) {
      const after = withChange(readLibrarySettings(db), Object.fromEntries(shared));
      writeSettings(db, Object.fromEntries(Object.entries(after).filter(([name]) => name in change)));
    }
    return settingsOf(context);
  },
};

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
