import {
  type FocusEvent,
  type KeyboardEvent,
  type MouseEvent,
  type PointerEvent,
  useEffect,
  useMemo,
  useRef,
} from 'react';
import type { Key, Selection } from 'react-aria-components';
import type { EditorTeaser, StoryId } from '../../../../shared/models.ts';
import { useAppState, useSession } from '../../../state/app-state.tsx';
import { focusTeaser, isInTeasers } from '../focus-teaser.ts';
import { gapOfKey, vacantZoneOfKey } from '../teaser-rows.ts';
import { extendTo, reachedBy, selectThese, toNextSelection } from '../teaser-selection.ts';

/**
 * The selection of the teaser list. React Aria reports clicks, keys, Ctrl and "all". Shift is handled here, because a
 * selection often starts elsewhere: with a command, an undo, or the page's opening.
 */
export function useTeaserSelection(order: readonly EditorTeaser[]) {
  const { session } = useAppState();
  const ids = useMemo(() => order.map(({ articleId }) => articleId), [order]);
  const words = useSession((s) => s.teasers.join(' '));
  // Keep the same set while its content is equal: a new set is announced as a new selection.
  const selectedKeys = useMemo<Set<Key>>(() => new Set(words === '' ? [] : words.split(' ')), [words]);

  // Reduces the selection to the teasers still on the page.
  const before = useRef(ids);
  useEffect(() => {
    const now = session.getState();
    const next = toNextSelection(now, before.current, ids);
    before.current = ids;
    if (next !== now) now.selectTeasers(next);
  }, [ids, session]);

  // True for a selection made by the list itself: its focus is already right, for example on a teaser that Ctrl has
  // deselected.
  const isOwn = useRef(false);
  // If the focus was on a selected teaser, move it at once, while both rows exist. A row removed with the focus costs
  // the list two more renders.
  useEffect(
    () =>
      session.subscribe(({ teaser }, { teaser: last, teasers }) => {
        const key = document.activeElement?.getAttribute('data-key');
        if (isOwn.current || teaser === null || teaser === last || key === teaser) return;
        if (teasers.some((id) => id === key) && isInTeasers(document.activeElement)) focusTeaser(teaser);
      }),
    [session],
  );

  function onSelectionChange(keys: Selection) {
    const chosen = new Set<string>(keys === 'all' ? ids : [...keys].map(String));
    // The selection is empty when the focus moves to a gap, which the gap announces itself.
    if (chosen.size === 0) return;
    isOwn.current = true;
    session.getState().selectTeasers(selectThese(session.getState(), chosen, ids));
    isOwn.current = false;
  }

  function extend(to: StoryId | null) {
    if (to === null) return;
    session.getState().selectTeasers(extendTo(session.getState(), ids, to));
    focusTeaser(to);
  }

  /** Returns the teaser whose row, and nothing inside it, is the event's target. */
  function teaserAt(target: EventTarget, isRowOnly: boolean): StoryId | null {
    if (!(target instanceof Element)) return null;
    const row = isRowOnly ? target : target.closest('button') ? null : target.closest('[data-key]');
    const key = row?.getAttribute('data-key');
    return ids.find((id) => id === key) ?? null;
  }

  function onKeyDownCapture(event: KeyboardEvent) {
    const at = event.shiftKey && !event.altKey ? teaserAt(event.target, true) : null;
    const to = at === null ? null : reachedBy(event.key, ids, session.getState().teaser ?? at);
    if (to === null) return;
    event.preventDefault();
    event.stopPropagation();
    extend(to);
  }

  function onPointerDownCapture(event: PointerEvent) {
    const to = event.shiftKey && event.button === 0 ? teaserAt(event.target, false) : null;
    if (to === null) return;
    event.preventDefault();
    event.stopPropagation();
    extend(to);
  }

  /** Without this, Shift-click selects the text between two clicks. */
  function onMouseDownCapture(event: MouseEvent) {
    if (event.shiftKey && teaserAt(event.target, false) !== null) event.preventDefault();
  }

  function onFocus(event: FocusEvent) {
    const key = event.target.getAttribute('data-key') ?? undefined;
    const gap = gapOfKey(key);
    if (gap !== null && session.getState().gap !== gap) session.getState().setGap(gap);
    // An empty zone is not a teaser, so the selection ends.
    const { teaser, setTeaser } = session.getState();
    if (vacantZoneOfKey(key) !== null && teaser !== null) setTeaser(null);
  }

  return {
    selectedKeys,
    onSelectionChange,
    handlers: { onKeyDownCapture, onPointerDownCapture, onMouseDownCapture, onFocus },
  };
}
