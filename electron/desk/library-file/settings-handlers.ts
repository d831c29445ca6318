import { authorOf, type DeskContext } from '../context.ts';
import { readSettings, writeSettings } from '../core/settings.ts';
import type { Handlers } from '../handlers.ts';

export const settingsHandlers: Handlers<'settings.get' | 'settings.set'> = {
  'settings.get': (context) => shown(context),
  'settings.set': (context, { author, theme, panes, keys, limits }) => {
    const { db } = context.library;
    writeSettings(db, {
      ...(author === undefined ? {} : { author }),
      ...(theme === undefined ? {} : { theme }),
      ...(panes === undefined ? {} : { panes: { ...readSettings(db).panes, ...panes } }),
      ...(keys === undefined ? {} : { keys }),
      ...(limits === undefined ? {} : { limits: { ...readSettings(db).limits, ...given(limits) } }),
    });
    return shown(context);
  },
};

function shown(context: DeskContext) {
  const { theme, panes, keys, limits } = readSettings(context.library.db);
  return { author: authorOf(context), theme, panes, keys, limits };
}

/** Without the keys whose value is undefined. */
function given<T extends object>(values: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as never;
}
