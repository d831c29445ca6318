import type { Selection, StoryId } from '../../../../shared/models.ts';
import type { ShelfStory } from '../../../../shared/pages/shelf.ts';
import type { AppState } from '../../../state/app-state.tsx';
import { write } from '../../../state/writes.ts';
import { openTeasersOf } from '../open-page.ts';

/** Returns the focused story of a side list, else the selected teasers. */
export function commandStories(state: AppState): StoryId[] {
  const { place, sideStory } = state.session.getState();
  if (place !== 'pages') return [];
  if (sideStory) return [sideStory];
  return openTeasersOf(state)?.teasers.map(({ articleId }) => articleId) ?? [];
}

/** Returns that story when it is the only one. */
export function commandStory(state: AppState): StoryId | null {
  const [only, ...more] = commandStories(state);
  return only && more.length === 0 ? only : null;
}

export async function shelve(state: AppState, selection: Selection, position?: number): Promise<void> {
  await write(state, 'shelf.put', { selection, ...(position === undefined ? {} : { position }) });
}

export async function unshelve(state: AppState, id: StoryId): Promise<void> {
  await write(state, 'shelf.remove', { ids: [id] });
}

export async function moveOnShelf(
  state: AppState,
  { id, rank }: Pick<ShelfStory, 'id' | 'rank'>,
  position: number,
  of: number,
): Promise<void> {
  if (position < 1 || position > of) {
    state.session.getState().announce(position < 1 ? 'It is the first on the shelf.' : 'It is the last on the shelf.');
    return;
  }
  await write(
    state,
    'shelf.move',
    { id, position, ...(rank && { seen: { rank } }) },
    `Moved to ${position} of ${of} on the shelf.`,
  );
}
