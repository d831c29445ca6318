import type { SystemCode } from '../../../../shared/models.ts';
import type { Check, Fix } from '../../../../shared/pages/checks.ts';
import { useCommand } from '../../../commands/context.tsx';
import type { AppState } from '../../../state/app-state.tsx';
import { useAppState } from '../../../state/app-state.tsx';
import { write } from '../../../state/writes.ts';
import { focusCandidates, focusTeaser, focusWaiting } from '../focus-teaser.ts';
import { onlyTeaserOf } from '../open-page.ts';
import type { PageSide } from '../page-editor-slice.ts';
import { fixGap, gapFixes, openGapOf } from '../placing/gap-actions.ts';
import { adoptSource } from '../reword/reword-actions.ts';
import { openCheckOf, runFix } from './check-actions.ts';

/** Id of the element around the right pane's content. */
export const PAGE_SIDE_ID = 'page-side';

/** The commands of checks, versions and sign-off. Shortcuts, palette and buttons all run these. */
export function useCheckCommands(system: SystemCode): void {
  const state = useAppState();
  const session = () => state.session.getState();

  useCommand('page.checks', { run: () => toggleSide(state, 'checks') });
  useCommand('page.versions', { run: () => toggleSide(state, 'versions') });
  useCommand('page.preview', { run: () => showSide(state, 'preview') });
  useCommand('page.signOff', { run: () => session().openDialog({ kind: 'sign-off', system }) });
  useCommand('page.fixCheck', {
    when: () => gapInHand(state) !== null || (openCheckOf(state)?.check.fixes.length ?? 0) > 0,
    run: async () => {
      const gap = gapInHand(state);
      if (gap) return fixGap(state, gap.system, gap.gap, gapFixes(gap.gap)[0] ?? 'release', null);
      const open = openCheckOf(state);
      const [fix] = open?.check.fixes ?? [];
      if (open && fix) await fixCheck(state, open.system, fix);
    },
  });
  useCommand('page.silenceCheck', {
    when: () => openCheckOf(state)?.check.silence === null,
    run: () => {
      const open = openCheckOf(state);
      if (open) session().openDialog({ kind: 'silence-check', system: open.system, check: open.check });
    },
  });
  const hasDrift = () => (onlyTeaserOf(state)?.teaser.drift.length ?? 0) > 0;
  useCommand('page.keepWords', {
    when: hasDrift,
    run: async () => {
      const open = onlyTeaserOf(state);
      if (open) {
        const { articleId, source } = open.teaser;
        await write(state, 'pages.keepOverride', { system, articleId, seen: source });
      }
    },
  });
  useCommand('page.adoptWords', {
    when: hasDrift,
    run: async () => {
      const { teaser } = onlyTeaserOf(state) ?? {};
      if (teaser) await adoptSource(state, system, teaser);
    },
  });
}

/** Returns the focused gap; null once the focus is in the right pane. */
function gapInHand(state: AppState): ReturnType<typeof openGapOf> {
  return isInSide() ? null : openGapOf(state);
}

export function isSideShown(state: AppState, side: PageSide): boolean {
  const { pageSide, isNarrow, isDrawerOpen, isDetailsShown } = state.session.getState();
  return pageSide === side && (isNarrow ? isDrawerOpen : isDetailsShown);
}

export function showSide(state: AppState, side: PageSide): void {
  const { isNarrow, isDetailsShown, setPageSide, setDrawerOpen, toggleDetails } = state.session.getState();
  setPageSide(side);
  if (isNarrow) setDrawerOpen(true);
  else if (!isDetailsShown) toggleDetails();
}

/** True while the focus is in the right pane. */
export function isInSide(): boolean {
  return document.getElementById(PAGE_SIDE_ID)?.contains(document.activeElement) ?? false;
}

/**
 * Opens a list and moves the focus into it. From inside the list, the same shortcut returns to the page and its
 * preview.
 */
function toggleSide(state: AppState, side: PageSide): void {
  if (isSideShown(state, side) && isInSide()) {
    state.session.getState().setPageSide('preview');
    backToPage(state);
    return;
  }
  showSide(state, side);
  // Until then the previous list's rows are still there.
  whenDrawn(focusFirstRow);
}

/** Focuses the first row once the list has its answer. 30 frames, half a second, is enough. */
export function focusFirstRow(frames = 30): void {
  const pane = document.getElementById(PAGE_SIDE_ID);
  const row =
    pane?.querySelector<HTMLElement>('[role=row][aria-selected=true]') ??
    pane?.querySelector<HTMLElement>('[role=row]');
  if (row) row.focus();
  else if (frames > 0) requestAnimationFrame(() => focusFirstRow(frames - 1));
}

/** Runs `go` two frames later, once newly opened content is rendered. */
export function whenDrawn(go: () => void, frames = 2): void {
  requestAnimationFrame(() => (frames === 0 ? go() : whenDrawn(go, frames - 1)));
}

export function backToPage(state: AppState): void {
  const { teaser, isNarrow, setDrawerOpen } = state.session.getState();
  if (isNarrow) setDrawerOpen(false);
  whenDrawn(() => (teaser === null ? undefined : focusTeaser(teaser)));
}

/** Moves the focus to the place that a check points to. */
export function jumpTo(state: AppState, at: Check['at']): void {
  const { isNarrow, setDrawerOpen, setTeaser, showSide } = state.session.getState();
  if (isNarrow) setDrawerOpen(false);
  switch (at.kind) {
    case 'teaser':
      setTeaser(at.articleId);
      whenDrawn(() => focusTeaser(at.articleId));
      return;
    case 'waiting':
      whenDrawn(() => focusWaiting(at.articleId));
      return;
    case 'zone':
    case 'page':
      showSide('candidates');
      whenDrawn(focusCandidates);
  }
}

export async function fixCheck(state: AppState, system: SystemCode, fix: Fix): Promise<void> {
  await runFix(state, system, fix, (leading) => {
    const { isNarrow, setDrawerOpen, setRewording } = state.session.getState();
    if (leading.does === 'candidates') return jumpTo(state, { kind: 'page' });
    if (leading.does === 'rule') {
      return state.session.getState().openDialog({ kind: 'page-zones', system, zoneId: leading.zoneId });
    }
    if (isNarrow) setDrawerOpen(false);
    whenDrawn(() => setRewording(leading.articleId, leading.field));
  });
}
