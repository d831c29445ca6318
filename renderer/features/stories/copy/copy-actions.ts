import type { StoryRow } from '../../../../shared/models.ts';
import { counted } from '../../../../shared/words/counted.ts';
import type { AppState } from '../../../state/app-state.tsx';
import { ALL_STORIES } from '../../../state/story-query.ts';
import { copyRich, copyText } from '../../../ui/clipboard.ts';
import { targetOf } from '../stories-slice.ts';
import { storiesAsCsv, storiesAsHtml, storiesAsText } from './story-copy.ts';

/** More would be too much for the clipboard of many programs. */
const MOST_COPIED = 1000;

interface Found {
  stories: readonly StoryRow[];
  selected: number;
}

/** Copies the selected stories as text and HTML together, or as CSV. */
export async function copyStories(
  state: AppState,
  format: 'rich' | 'csv',
  put = { copyRich, copyText },
): Promise<void> {
  const { notify, announce } = state.session.getState();
  const found = findStories(state);
  try {
    if (format === 'csv') await put.copyText(found.then(({ stories }) => storiesAsCsv(stories)));
    else {
      await put.copyRich(found.then(({ stories }) => ({ html: storiesAsHtml(stories), text: storiesAsText(stories) })));
    }
  } catch (error) {
    // A failed read has its own message, which the caller shows.
    await found;
    notify('The stories were not copied: this browser does not share its clipboard.');
    console.error(error);
    return;
  }
  const { stories, selected } = await found;
  const as = format === 'csv' ? ' as CSV' : '';
  if (selected > stories.length) {
    return notify(
      `Copied the first ${counted(stories.length, 'story', 'stories')}${as} of ${selected.toLocaleString('en-GB')} selected. To copy the others, select fewer.`,
    );
  }
  announce(`Copied ${counted(stories.length, 'story', 'stories')}${as}.`);
}

/** The selected stories in the order of the table. */
async function findStories(state: AppState): Promise<Found> {
  const session = state.session.getState();
  const target = targetOf(session);
  if (!target) return { stories: [], selected: 0 };
  const except = new Set(target.kind === 'query' ? target.except : []);
  const { total, stories } = await state.api.call('stories.list', {
    query: target.kind === 'query' ? target.query : { ...ALL_STORIES, withdrawn: 'show', ids: target.ids },
    sort: session.sort,
    offset: 0,
    limit: Math.min(100_000, MOST_COPIED + except.size),
  });
  return {
    stories: stories.filter(({ id }) => !except.has(id)).slice(0, MOST_COPIED),
    selected: total - except.size,
  };
}
