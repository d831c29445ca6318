import { readSettings, writeSettings } from '../library/settings.ts';
import { authorOf, type DeskContext } from './context.ts';
import type { Handlers } from './dispatch.ts';

export const settingsHandlers: Handlers<'settings.get' | 'settings.set'> = {
  'settings.get': (context) => shown(context),
  'settings.set': (context, { author, theme, panes, keys }) => {
    const { db } = context.library;
    writeSettings(db, {
      ...(author === undefined ? {} : { author }),
      ...(theme === undefined ? {} : { theme }),
      ...(panes === undefined ? {} : { panes: { ...readSettings(db).panes, ...panes } }),
      ...(keys === undefined ? {} : { keys }),
    });
    return shown(context);
  },
};

function shown(context: DeskContext) {
  const { theme, panes, keys } = readSettings(context.library.db);
  return { author: authorOf(context), theme, panes, keys };
}
