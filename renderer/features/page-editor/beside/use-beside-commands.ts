import type { StoryId, SystemCode } from '../../../../shared/models.ts';
import { useCommand } from '../../../commands/context.tsx';
import type { AppState } from '../../../state/app-state.tsx';
import { useAppState } from '../../../state/app-state.tsx';
import { useQuery } from '../../../state/queries.ts';
import {
  backToPage,
  focusFirstRow,
  isInSide,
  isSideShown,
  PAGE_SIDE_ID,
  showSide,
  whenDrawn,
} from '../checks/use-check-commands.ts';
import { focusTeaser } from '../focus-teaser.ts';
import { openPageOf, openTeaserOf, teasersOf } from '../open-page.ts';
import { type Comparison, comparePages, stepNeighbour } from './beside-model.ts';

/** The commands of the comparison. Shortcuts, palette, menus and buttons all run these. */
export function useBesideCommands(system: SystemCode): void {
  const state = useAppState();
  const session = () => state.session.getState();
  const neighbours = useQuery('systems.neighbours', { system }).data ?? [];

  useCommand('page.compare', {
    run: () => {
      if (isSideShown(state, 'beside') && isInSide()) backToPage(state);
      else session().openDialog({ kind: 'beside', system });
    },
  });
  useCommand('page.twin', {
    when: () => besideOf(state) !== null && storyInHand(state) !== null,
    run: () => goToSameStory(state),
  });
  useCommand('page.swap', {
    when: () => besideOf(state) !== null,
    run: () => {
      const beside = besideOf(state);
      if (beside) swap(state, system, beside.code);
    },
  });
  const step = (direction: 'previous' | 'next') => {
    const shown = () => (isSideShown(state, 'beside') ? session().besideSystem : null);
    return {
      when: () => stepNeighbour(neighbours, shown(), direction) !== null,
      run: () => {
        const target = stepNeighbour(neighbours, shown(), direction);
        if (target) putBeside(state, target);
      },
    };
  };
  useCommand('page.besidePrevious', step('previous'));
  useCommand('page.besideNext', step('next'));
}

/** Compares a page with the open one. The focus does not move. */
function putBeside(state: AppState, code: SystemCode): void {
  state.session.getState().setBeside(code);
  // After a swap, next and previous must step from the new page's neighbours.
  state.queries.prefetch('systems.neighbours', { system: code });
  showSide(state, 'beside');
}

/** Compares a page with the open one and moves the focus into it. */
export function goBeside(state: AppState, code: SystemCode): void {
  putBeside(state, code);
  whenDrawn(focusFirstRow);
}

/** Returns the compared page and the comparison, once both pages are loaded. */
function besideOf(state: AppState): { code: SystemCode; name: string; comparison: Comparison } | null {
  const open = openPageOf(state);
  const code = state.session.getState().besideSystem;
  if (!open || code === null || code === open.system || !isSideShown(state, 'beside')) return null;
  const there = state.queries.read('pages.get', { system: code }).data;
  return there ? { code, name: there.system.shortName, comparison: comparePages(open.page, there) } : null;
}

/** Returns the focused story on either page. */
function storyInHand(state: AppState): StoryId | null {
  if (!isInSide()) return openTeaserOf(state)?.teaser.articleId ?? null;
  // A row may have the focus before it is selected.
  const row = document.activeElement?.closest<HTMLElement>('[data-key]')?.dataset['key'];
  return (row as StoryId | undefined) ?? state.session.getState().besideTeaser;
}

/** Goes from a story on one page to the same story on the other. Announces when the other page does not have it. */
export function goToSameStory(state: AppState): void {
  const beside = besideOf(state);
  const id = storyInHand(state);
  if (!beside || id === null) return;
  const { announce, setBesideTeaser, setTeaser } = state.session.getState();
  const here = openPageOf(state)?.page.system.shortName ?? '';
  const isThere = isInSide();
  if (!beside.comparison.sameStories.has(id)) {
    announce(`The story is not on the page of ${isThere ? here : beside.name}.`);
  } else if (isThere) {
    setTeaser(id);
    whenDrawn(() => focusTeaser(id));
  } else {
    setBesideTeaser(id);
    whenDrawn(() => document.getElementById(PAGE_SIDE_ID)?.querySelector<HTMLElement>(`[data-key="${id}"]`)?.focus());
  }
}

/** Swaps the two pages. A story on both keeps the focus. */
function swap(state: AppState, system: SystemCode, code: SystemCode): void {
  const id = storyInHand(state);
  const { setBeside, openPage, setTeaser, announce, isNarrow, setDrawerOpen } = state.session.getState();
  setBeside(system);
  openPage(code);
  if (isNarrow) setDrawerOpen(true);
  const open = openPageOf(state);
  if (!open) return;
  announce(`${open.page.system.shortName} is now the open page.`);
  const kept = teasersOf(open.page).find(({ articleId }) => articleId === id);
  if (kept) {
    whenDrawn(() => {
      setTeaser(kept.articleId);
      focusTeaser(kept.articleId);
    });
  }
}
