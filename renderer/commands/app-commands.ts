import type { CommandId } from '../../shared/command-list.ts';
import type { StoryDetail } from '../../shared/models.ts';
import { shelve, storiesInHand, storyInHand } from '../features/page-editor/side/shelf-actions.ts';
import { targetOf, VIEWS } from '../features/stories/stories-slice.ts';
import { withdraw } from '../features/stories/withdraw-actions.ts';
import type { AppState } from '../state/app-state.tsx';
import type { Theme } from '../state/layout.ts';
import { PLACES } from '../state/navigation.ts';
import { notifyError, stepThroughHistory, write } from '../state/writes.ts';
import { backUpLibrary } from './backup-actions.ts';
import type { CommandRegistry, Runner } from './registry.ts';

/** What the commands need to know about the door. */
export interface DoorFacts {
  door: 'desktop' | 'browser' | 'cli';
}

/** The commands that work on every screen. */
export function registerAppCommands(registry: CommandRegistry, state: AppState, door: DoorFacts): () => void {
  const session = () => state.session.getState();
  const info = () => state.queries.read('library.info', {}).data;
  const target = () => targetOf(session());
  const isStories = () => session().place === 'stories';
  const hasTarget = () => isStories() && target() !== null;
  const single = () => {
    const selection = target();
    return selection?.kind === 'ids' && selection.ids.length === 1 ? (selection.ids[0] ?? null) : null;
  };

  async function open(method: 'library.openSample' | 'library.openOwn'): Promise<void> {
    const opened = await state.api.call(method, {});
    session().announce(`${opened.name} is open.`);
  }
  async function setTheme(theme: Theme): Promise<void> {
    session().setTheme(theme);
    try {
      await state.api.call('settings.set', { theme });
    } catch (error) {
      notifyError(state, error);
    }
  }
  /**
   * A command is disabled when it would change nothing in the one loaded story. With several stories the check is
   * skipped.
   */
  const isUseful = (test: (story: StoryDetail) => boolean) => {
    const id = single();
    const story = id ? state.queries.read('stories.get', { id }).data : undefined;
    return story === undefined || test(story);
  };
  const onTarget = (
    run: (selection: NonNullable<ReturnType<typeof target>>) => void | Promise<void>,
    test: (story: StoryDetail) => boolean = () => true,
  ): Runner => ({
    when: () => hasTarget() && isUseful(test),
    run: () => {
      const selection = target();
      return selection ? run(selection) : undefined;
    },
  });

  const runners: Partial<Record<CommandId, Runner>> = {
    'app.palette': { run: () => session().openDialog({ kind: 'palette', text: '' }) },
    'app.settings': { run: () => session().openDialog({ kind: 'settings' }) },
    'help.about': { run: () => session().openDialog({ kind: 'about' }) },
    'help.shortcuts': { run: () => session().openDialog({ kind: 'shortcuts' }) },
    // While the Export screen is open it registers this command itself, to start the export.
    'export.start': { run: () => session().goTo('export') },
    'import.start': { run: () => session().openDialog({ kind: 'import' }) },
    'templates.manage': { run: () => session().openDialog({ kind: 'templates', id: null }) },
    'story.new': { run: () => session().openDialog({ kind: 'story-editor', id: null }) },

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
    'library.openOwn': { when: () => info()?.isSample === true, run: () => open('library.openOwn') },

    'library.backup': { when: () => info() !== undefined, run: () => backUpLibrary(state, door.door === 'desktop') },

    'view.details': { run: () => session().toggleDetails() },
    'view.themeSystem': { run: () => setTheme('system') },
    'view.themeLight': { run: () => setTheme('light') },
    'view.themeDark': { run: () => setTheme('dark') },

    'story.edit': {
      when: () => isStories() && single() !== null,
      run: () => session().openDialog({ kind: 'story-editor', id: single() }),
    },
    'story.addSystems': onTarget((selection) => session().openDialog({ kind: 'tag-picker', mode: 'add', selection })),
    'story.removeSystems': onTarget(
      (selection) => session().openDialog({ kind: 'tag-picker', mode: 'remove', selection }),
      (story) => story.national || story.tags.length > 0,
    ),
    'story.makeNational': onTarget(
      async (selection) => void (await write(state, 'tags.add', { selection, national: true })),
      (story) => !story.national,
    ),
    'story.endNational': onTarget(
      async (selection) => void (await write(state, 'tags.remove', { selection, national: true })),
      (story) => story.national,
    ),
    'story.changeTags': onTarget((selection) => session().openDialog({ kind: 'tag-change', selection, offered: [] })),
    'story.markReviewed': onTarget(
      async (selection) => void (await write(state, 'queue.done', { selection })),
      (story) => !story.reviewed,
    ),
    'story.reopen': onTarget(
      async (selection) => void (await write(state, 'queue.reopen', { selection })),
      (story) => story.reviewed,
    ),
    'story.onPages': {
      when: () => (isStories() ? single() : storyInHand(state)) !== null,
      run: () => {
        const id = isStories() ? single() : storyInHand(state);
        if (id) session().openDialog({ kind: 'on-pages', id });
      },
    },
    'story.shelve': {
      when: () => (isStories() ? target() !== null : storiesInHand(state).length > 0),
      run: () => {
        const selection = isStories() ? target() : { kind: 'ids' as const, ids: storiesInHand(state) };
        return selection ? shelve(state, selection) : undefined;
      },
    },
    'story.withdraw': onTarget(
      (selection) => withdraw(state, selection),
      (story) => !story.withdrawn,
    ),
    'story.bringBack': onTarget(
      async (selection) => void (await write(state, 'stories.bringBack', { selection })),
      (story) => story.withdrawn,
    ),
  };
  runners['go.map'] = { run: () => session().showPages('map') };
  runners['go.rejections'] = { run: () => session().showQueue('rejections') };
  runners['go.reread'] = { run: () => session().showNames('reread') };
  for (const place of PLACES) runners[`go.${place}`] = { run: () => session().goTo(place) };
  for (const view of VIEWS) runners[`go.${view}`] = { run: () => session().showView(view) };

  const ends = Object.entries(runners).map(([id, runner]) => registry.register(id as CommandId, runner));
  return () => {
    for (const end of ends) end();
  };
}
