import type { Virtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, type MouseEvent, type RefObject, useCallback, useLayoutEffect, useRef } from 'react';
import type { StoryId, StoryRow } from '../../../shared/models.ts';
import { useAppState } from '../../state/app-state.tsx';
import { countSelected, isSelected, isTickKey, MOST_IDS, setSelected, toggleSelected } from '../../state/selection.ts';
import { notifyError } from '../../state/writes.ts';
import { openInQueue } from './queue-actions.ts';
import type { QueueView } from './queue-list.ts';
import { stepTarget } from './queue-steps.ts';

interface Input {
  view: QueueView;
  open: StoryId | null;
  openIndex: number | null;
  rowPx: number;
  gridRef: RefObject<HTMLDivElement | null>;
  virtualizer: Virtualizer<HTMLDivElement, Element>;
}

/** Handles the list's keys and clicks. The focus stays on the grid, which names the open row. */
export function useQueueRows(input: Input): {
  onKeyDown: (event: KeyboardEvent) => void;
  onPointer: (event: MouseEvent, index: number, story: StoryRow, part: 'check' | 'row') => void;
} {
  const state = useAppState();
  const newest = useRef(input);
  newest.current = input;
  /** Where a range of ticks begins: the row ticked last. */
  const anchor = useRef<number | null>(null);
  const before = useRef<{ id: StoryId | null; index: number | null }>({ id: null, index: null });

  // Keep the open row at the same place on screen when rows come in above it. Scroll to a newly opened one.
  useLayoutEffect(() => {
    const { gridRef, open, openIndex, rowPx, virtualizer } = newest.current;
    const grid = gridRef.current;
    const last = before.current;
    before.current = { id: open, index: openIndex };
    if (openIndex === null || !grid) return;
    if (last.id !== open || last.index === null) virtualizer.scrollToIndex(openIndex);
    else if (last.index !== openIndex) grid.scrollTop += (openIndex - last.index) * rowPx;
  });

  const openAt = useCallback(
    (index: number) => {
      const { view, virtualizer } = newest.current;
      const story = view.rowAt(index);
      if (story) return openInQueue(state, story.id);
      // The row is not loaded yet: open it when it arrives.
      state.queue.aim(index);
      openInQueue(state, null);
      virtualizer.scrollToIndex(index);
    },
    [state],
  );

  const toggle = useCallback(
    (story: StoryRow, index: number) => {
      anchor.current = index;
      const { queueSelection, setQueueSelection, announce } = state.session.getState();
      const next = toggleSelected(queueSelection, story.id);
      setQueueSelection(next);
      announce(`${isSelected(next, story.id) ? 'Selected' : 'Not selected'}: ${story.headline}`);
    },
    [state],
  );

  /** Ticks the range from the anchor to this row. */
  const stretchTo = useCallback(
    async (index: number) => {
      const from = anchor.current ?? newest.current.openIndex ?? index;
      anchor.current = from;
      const { queueSelection, setQueueSelection, announce, notify } = state.session.getState();
      openAt(index);
      if (Math.abs(index - from) >= MOST_IDS) {
        return notify(
          `You can select a range of at most ${MOST_IDS.toLocaleString('en-GB')} stories. To select more, select all stories.`,
        );
      }
      try {
        const ids = await state.queue.idsBetween(Math.min(from, index), Math.max(from, index));
        const next = setSelected(queueSelection, ids, true);
        setQueueSelection(next);
        announce(`${countSelected(next).toLocaleString('en-GB')} stories are selected.`);
      } catch (error) {
        notifyError(state, error);
      }
    },
    [state, openAt],
  );

  function onKeyDown(event: KeyboardEvent): void {
    if (event.target !== event.currentTarget || event.defaultPrevented) return;
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const { view, openIndex, rowPx, gridRef } = newest.current;
    const rows = Math.max(1, Math.floor((gridRef.current?.clientHeight ?? rowPx) / rowPx));
    const target = stepTarget(event.key, openIndex, view.total ?? 0, rows);
    const story = openIndex === null ? null : view.rowAt(openIndex);
    if (target !== null && event.shiftKey) void stretchTo(target);
    else if (target !== null) openAt(target);
    else if (story && openIndex !== null && isTickKey(event.key, state.session.getState().preferences.keys)) {
      toggle(story, openIndex);
    } else return;
    event.preventDefault();
  }

  const onPointer = useCallback(
    (event: MouseEvent, index: number, story: StoryRow, part: 'check' | 'row') => {
      event.stopPropagation();
      newest.current.gridRef.current?.focus({ preventScroll: true });
      if (event.shiftKey) {
        window.getSelection()?.removeAllRanges();
        return void stretchTo(index);
      }
      if (part === 'check' || event.ctrlKey || event.metaKey) return toggle(story, index);
      openInQueue(state, story.id);
    },
    [state, stretchTo, toggle],
  );

  return { onKeyDown, onPointer };
}
