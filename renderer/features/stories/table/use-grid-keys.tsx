import type { Virtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, type MouseEvent, type RefObject, useCallback, useEffect, useRef, useState } from 'react';
import type { StoryRow } from '../../../../shared/models.ts';
import { useAppState, useSession } from '../../../state/app-state.tsx';
import { indexOf, type PagedStories, rowAt, type StoryResult } from '../../../state/paged-stories.ts';
import {
  isSelected,
  isTickKey,
  MOST_IDS,
  NOTHING_SELECTED,
  type SelectionState,
  selectQuery,
  setSelected,
  toggleSelected,
} from '../../../state/selection.ts';
import { notifyError } from '../../../state/writes.ts';
import { rowElementId } from './Row.tsx';
import { type Cursor, moveBy, toNextCursor } from './table-model.ts';

interface GridInput {
  pages: PagedStories;
  result: StoryResult;
  gridRef: RefObject<HTMLDivElement | null>;
  virtualizer: Virtualizer<HTMLDivElement, Element>;
  rowPx: number;
  onEdit: () => void;
  onMenu: (at: { x: number; y: number }) => void;
}

/** Where a range of ticks began, and what was ticked before it. */
interface Stretch {
  from: number;
  base: SelectionState;
}

/**
 * useGridKeys owns the grid's focus and selection. DOM focus stays on the grid, which names the active row, because
 * rows are removed while scrolling and would take the focus with them.
 */
export function useGridKeys(input: GridInput): {
  cursor: Cursor;
  onKeyDown: (event: KeyboardEvent) => void;
  onContextMenu: (event: MouseEvent) => void;
  onRowPointer: (event: MouseEvent, index: number, story: StoryRow, part: 'check' | 'row') => void;
} {
  const state = useAppState();
  const { session } = state;
  const { result, gridRef, rowPx } = input;
  const active = useSession((s) => s.active);
  const shown = useRef<StoryResult | null>(null);
  const [cursor, setCursor] = useState<Cursor>(() => ({ index: 0, id: session.getState().active }));
  const stretch = useRef<Stretch | null>(null);
  const turn = useRef(0);
  // Handlers read the newest values from this ref, so that the same handlers serve every row.
  const newest = useRef({ ...input, cursor });
  newest.current = { ...input, cursor };

  const place = useCallback(
    (next: Cursor, { scroll }: { scroll: boolean }) => {
      setCursor((now) => (now.index === next.index && now.id === next.id ? now : next));
      if (session.getState().active !== next.id) session.getState().setActive(next.id);
      if (scroll) newest.current.virtualizer.scrollToIndex(next.index);
    },
    [session],
  );

  // The cursor follows when rows load, or when the palette or another pane names a story.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the effect must not run when the cursor itself moves.
  useEffect(() => {
    const before = shown.current;
    shown.current = result;
    const isNamed = active !== cursor.id && active !== null;
    // A new story is named before its row is loaded.
    if (isNamed && before === result && indexOf(result, active) === null) return;
    const next = toNextCursor(isNamed ? { ...cursor, id: active } : cursor, before, result);
    place(next, { scroll: isNamed });
  }, [result, active]);

  const moveTo = useCallback(
    (index: number) => place({ index, id: rowAt(newest.current.result, index)?.id ?? null }, { scroll: true }),
    [place],
  );

  /** Ticks the range from its start to this row. */
  const stretchTo = useCallback(
    async (index: number) => {
      const { selection, setSelection, notify } = session.getState();
      const { pages, result: now, cursor: at } = newest.current;
      stretch.current ??= { from: at.index, base: selection };
      const { from, base } = stretch.current;
      const mine = ++turn.current;
      moveTo(index);
      const first = Math.min(from, index);
      const last = Math.max(from, index);
      if (last - first + 1 === now.total) return setSelection(selectQuery(now.query, now.total));
      if (last - first + 1 > MOST_IDS) {
        return notify(
          `You can select a range of at most ${MOST_IDS.toLocaleString('en-GB')} stories. To select more, narrow the search and select all stories found.`,
        );
      }
      try {
        const ids = await pages.idsBetween(first, last);
        // Another key may have been pressed while the ids were loading.
        if (mine === turn.current) setSelection(setSelected(base, ids, true));
      } catch (error) {
        notifyError(state, error);
      }
    },
    [moveTo, session, state],
  );

  const endStretch = useCallback(() => {
    stretch.current = null;
    turn.current++;
  }, []);

  const toggle = useCallback(
    (story: StoryRow | null) => {
      if (!story) return;
      endStretch();
      const { selection, setSelection, announce } = session.getState();
      const next = toggleSelected(selection, story.id);
      setSelection(next);
      announce(`${isSelected(next, story.id) ? 'Selected' : 'Not selected'}: ${story.headline}`);
    },
    [endStretch, session],
  );

  function onKeyDown(event: KeyboardEvent): void {
    if (event.target !== event.currentTarget || event.defaultPrevented) return;
    const height = gridRef.current?.clientHeight ?? rowPx;
    const isPlain = !event.ctrlKey && !event.metaKey && !event.altKey;
    const rowsOnScreen = Math.max(1, Math.floor(height / rowPx) - 1);
    const target = event.altKey ? null : moveBy(event.key, cursor.index, result.total, rowsOnScreen);
    const story = rowAt(result, cursor.index);
    if (target !== null && event.shiftKey) void stretchTo(target);
    else if (target !== null) {
      endStretch();
      moveTo(target);
    } else if (isPlain && isTickKey(event.key, session.getState().preferences.keys)) toggle(story);
    else if (isPlain && event.key === 'Enter' && story) input.onEdit();
    else return;
    event.preventDefault();
  }

  const onRowPointer = useCallback(
    (event: MouseEvent, index: number, story: StoryRow, part: 'check' | 'row') => {
      const { gridRef: grid, onEdit } = newest.current;
      grid.current?.focus({ preventScroll: true });
      event.stopPropagation();
      if (event.shiftKey) {
        window.getSelection()?.removeAllRanges();
        return void stretchTo(index);
      }
      place({ index, id: story.id }, { scroll: false });
      if (part === 'check' || event.ctrlKey || event.metaKey) return toggle(story);
      if (event.type === 'dblclick') return onEdit();
      endStretch();
      session.getState().setSelection(NOTHING_SELECTED);
    },
    [endStretch, place, session, stretchTo, toggle],
  );

  /** A right click activates the row under it; the menu key uses the active row. */
  function onContextMenu(event: MouseEvent): void {
    const element = event.target instanceof Element ? event.target.closest('[data-index]') : null;
    event.preventDefault();
    if (element instanceof HTMLElement) {
      const index = Number(element.dataset['index']);
      const story = rowAt(result, index);
      if (!story) return;
      place({ index, id: story.id }, { scroll: false });
      const { selection, setSelection } = session.getState();
      if (!isSelected(selection, story.id)) setSelection(NOTHING_SELECTED);
      input.onMenu({ x: event.clientX, y: event.clientY });
    } else {
      const box = document.getElementById(rowElementId(cursor.index))?.getBoundingClientRect();
      if (box && result.total > 0) input.onMenu({ x: box.left + 48, y: box.bottom });
    }
  }

  return { cursor, onKeyDown, onContextMenu, onRowPointer };
}
