import type { Selection } from '../../../shared/models.ts';
import type { StoryPage } from '../../../shared/pages/page-batch.ts';
import { andList, firstFew } from '../../../shared/words/lists.ts';
import type { AppState } from '../../state/app-state.tsx';
import { systemName } from '../../state/queries.ts';
import { notifyError, write } from '../../state/writes.ts';

/** Up to this many stories, the pages they leave are listed: each story needs a query. */
const FEW = 10;
/** Pages named in the notice; beyond that they are counted. */
const NAMED = 3;

/** Withdraws stories and says which pages they leave, because those pages are not on screen. */
export async function withdraw(state: AppState, selection: Selection): Promise<void> {
  const ids = selection.kind === 'ids' && selection.ids.length <= FEW ? selection.ids : [];
  let pages: StoryPage[];
  try {
    pages = (await Promise.all(ids.map((id) => state.api.call('stories.pages', { id })))).flat();
  } catch (error) {
    notifyError(state, error, { outcome: 'Nothing was withdrawn.' });
    return;
  }
  const left = pages.filter(({ position }) => position !== null);
  await write(state, 'stories.withdraw', { selection }, ({ entry }) =>
    left.length === 0
      ? { text: entry?.label ?? '', isShown: false }
      : { text: `Withdrawn. ${formatLeftPages(state, left)}`, isShown: true },
  );
}

function formatLeftPages(state: AppState, left: readonly StoryPage[]): string {
  const names = (pages: readonly StoryPage[]) => [...new Set(pages.map(({ code }) => systemName(state, code)))];
  const all = names(left);
  const gaps = names(left.filter(({ placed }) => placed === 'pinned'));
  const off = all.length === 1 ? `Off the page of ${all[0]}.` : `Off ${all.length} pages: ${few(all)}.`;
  return gaps.length === 0 ? off : `${off} A gap marks the pin on ${few(gaps)}.`;
}

function few(names: readonly string[]): string {
  return andList(firstFew(names, NAMED));
}
