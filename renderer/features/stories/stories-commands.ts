import type { Selection, StoryDetail } from '../../../shared/models.ts';
import type { CommandRegistry, Runner } from '../../commands/registry.ts';
import type { AppState } from '../../state/app-state.tsx';
import { write } from '../../state/writes.ts';
import { copyStories } from './copy/copy-actions.ts';
import { targetOf, VIEWS } from './stories-slice.ts';
import { withdraw } from './withdraw-actions.ts';

/** On the stories of the table; the page editor has its own of some of them while it is open. */
export function registerStoriesCommands(registry: CommandRegistry, state: AppState): () => void {
  const session = () => state.session.getState();
  const target = () => targetOf(session());
  const isStories = () => session().place === 'stories';
  const hasTarget = () => isStories() && target() !== null;
  const single = () => {
    if (session().selecting) return null;
    const selection = target();
    return selection?.kind === 'ids' && selection.ids.length === 1 ? (selection.ids[0] ?? null) : null;
  };

  /** Of one story it may be known that a command would change nothing; of several nobody asks. */
  const isUseful = (test: (story: StoryDetail) => boolean) => {
    const id = single();
    const story = id ? state.queries.read('stories.get', { id }).data : undefined;
    return story === undefined || test(story);
  };
  const onTarget = (
    run: (selection: Selection) => void | Promise<void>,
    test: (story: StoryDetail) => boolean = () => true,
  ): Runner => ({
    when: () => (isStories() && session().selecting !== null) || (hasTarget() && isUseful(test)),
    run: async () => {
      // “Select all” may still wait for its search: then the active story is not what the editor means.
      const { selecting } = session();
      if (selecting && !(await selecting)) {
        return session().notify('Nothing was changed: not all stories were selected yet. Select them and try again.');
      }
      const selection = target();
      return selection ? run(selection) : undefined;
    },
  });

  return registry.registerAll({
    'import.start': { run: () => session().openDialog({ kind: 'import' }) },
    'story.new': { run: () => session().openDialog({ kind: 'story-editor', id: null }) },
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
      when: () => isStories() && single() !== null,
      run: () => {
        const id = single();
        if (id) session().openDialog({ kind: 'on-pages', id });
      },
    },
    // Selected text keeps the shortcut for itself.
    'story.copy': {
      when: () => session().selecting === null && hasTarget() && (document.getSelection()?.isCollapsed ?? true),
      run: () => copyStories(state, 'rich'),
    },
    'story.copyCsv': onTarget(() => copyStories(state, 'csv')),
    'story.shelve': onTarget(async (selection) => void (await write(state, 'shelf.put', { selection }))),
    'story.withdraw': onTarget(
      (selection) => withdraw(state, selection),
      (story) => !story.withdrawn,
    ),
    'story.bringBack': onTarget(
      async (selection) => void (await write(state, 'stories.bringBack', { selection })),
      (story) => story.withdrawn,
    ),
    ...Object.fromEntries(VIEWS.map((view) => [`go.${view}`, { run: () => session().showView(view) }])),
  });
}
