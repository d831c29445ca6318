import type { Theme } from '../../shared/settings.ts';
import type { AppState } from '../state/app-state.tsx';
import { PLACES, type Place } from '../state/navigation.ts';
import { savePreferences } from '../state/preferences.ts';
import { isLibraryEmpty } from '../state/queries.ts';
import { stepThroughHistory } from '../state/writes.ts';
import { backUpLibrary } from './backup-actions.ts';
import type { CommandRegistry, Runner } from './registry.ts';

/** What the commands need to know about the door. */
export interface DoorFacts {
  door: 'desktop' | 'browser' | 'cli';
}

/** The commands that belong to no feature: the window, the library, its history, and where to go. */
export function registerAppCommands(registry: CommandRegistry, state: AppState, door: DoorFacts): () => void {
  const session = () => state.session.getState();
  const info = () => state.queries.read('library.info', {}).data;

  async function open(method: 'library.openSample' | 'library.openOwn'): Promise<void> {
    const before = info();
    // Somebody whose library is empty wants to see work: the sample's queue has some.
    if (method === 'library.openSample' && before && isLibraryEmpty(before)) session().goTo('queue');
    const opened = await state.api.call(method, {});
    session().announce(`${opened.name} is open.`);
    if (opened.sample?.isOld && opened.sample.isUsed) session().openDialog({ kind: 'fresh-sample' });
  }
  const setTheme = (theme: Theme): Runner => ({ run: () => savePreferences(state, { theme }) });
  const goTo = (place: Place): Runner => ({ run: () => session().goTo(place) });

  return registry.registerAll({
    'app.palette': { run: () => session().openDialog({ kind: 'palette', text: '' }) },
    'app.settings': { run: () => session().openDialog({ kind: 'settings' }) },
    'help.about': { run: () => session().openDialog({ kind: 'about' }) },
    'help.shortcuts': { run: () => session().openDialog({ kind: 'shortcuts' }) },

    'edit.undo': {
      when: () => Boolean(info()?.undo),
      run: async () => void (await stepThroughHistory(state, 'undo')),
    },
    'edit.redo': {
      when: () => Boolean(info()?.redo),
      run: async () => void (await stepThroughHistory(state, 'redo')),
    },

    'library.open': {
      when: () => door.door === 'desktop',
      run: async () => {
        const { path } = await state.api.call('door.pickLibrary', { create: false });
        if (path) session().announce(`${(await state.api.call('library.open', { path })).name} is open.`);
      },
    },
    'library.openSample': { when: () => info()?.isSample === false, run: () => open('library.openSample') },
    'library.freshSample': {
      when: () => info()?.isSample === true,
      run: () => session().openDialog({ kind: 'fresh-sample' }),
    },
    'library.openOwn': { when: () => info()?.isSample === true, run: () => open('library.openOwn') },

    'library.backup': { when: () => info() !== undefined, run: () => backUpLibrary(state, door.door === 'desktop') },

    'view.details': { run: () => session().toggleDetails() },
    'view.themeSystem': setTheme('system'),
    'view.themeLight': setTheme('light'),
    'view.themeDark': setTheme('dark'),

    'go.map': { run: () => session().showPages('map') },
    ...Object.fromEntries(PLACES.map((place) => [`go.${place}`, goTo(place)])),
  });
}
