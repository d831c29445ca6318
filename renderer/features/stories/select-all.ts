import type { AppState } from '../../state/app-state.tsx';
import type { PagedStories } from '../../state/paged-stories.ts';
import { selectQuery } from '../../state/selection.ts';
import { formatFound } from './story-words.ts';

/** Selects all stories of the search as typed. Commands pressed before its result has come wait for it. */
export async function selectAllFound(session: AppState['session'], pages: PagedStories): Promise<void> {
  const selecting = selectWhenShown(session, pages);
  session.getState().setSelecting(selecting);
  try {
    await selecting;
  } finally {
    if (session.getState().selecting === selecting) session.getState().setSelecting(null);
  }
}

async function selectWhenShown(session: AppState['session'], pages: PagedStories): Promise<boolean> {
  const { query, sort } = session.getState();
  const found = await pages.whenShown(query, sort);
  if (!found) return false;
  const { setSelection, announce } = session.getState();
  setSelection(selectQuery(found.query, found.total));
  const total = found.total.toLocaleString('en-GB');
  announce(found.total === 0 ? formatFound(0) : `All ${total} stories found are selected.`);
  return found.total > 0;
}
