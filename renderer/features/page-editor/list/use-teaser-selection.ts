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
 * The selection of the list of teasers. A click, a key, Ctrl and "all" come from the list itself; what Shift
 * extends is ours, because a selection often begins elsewhere (with a command, an undo, the page's opening).
 */
export function useTeaserSelection(order: readonly EditorTeaser[]) {
  const { session } = useAppState();
  const ids = useMemo(() => order.map(({ articleId }) => articleId), [order]);
  const words = useSession((s) => s.teasers.join(' '));
  // The same set as long as it says the same: another one is spoken as a new selection.
  const selectedKeys = useMemo<Set<Key>>(() => new Set(words === '' ? [] : words.split(' ')), [words]);

  // Several are cut back to what is still on the page.
  const before = useRef(ids);
  useEffect(() => {
    const now = session.getState();
    const next = toNextSelection(now, before.current, ids);
    before.current = ids;
    if (next !== now) now.selectTeasers(next);
  }, [ids, session]);

  // What the list selects itself has its keys where they belong, e.g. on a teaser that Ctrl has taken out again.
  const isOwn = useRef(false);
  // Where the keys were on a teaser that was selected they go along at once, while both rows stand there: a row that
  // goes with the keys on it costs the list two more drawings, until it has found another.
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
    // Nothing is selected when the keys go on to a gap, which tells so itself.
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

  /** The teaser whose row, and nothing inside it, an event is about. */
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

  /** Shift would mark the words between two clicks. */
  function onMouseDownCapture(event: MouseEvent) {
    if (event.shiftKey && teaserAt(event.target, false) !== null) event.preventDefault();
  }

  function onFocus(event: FocusEvent) {
    const key = event.target.getAttribute('data-key') ?? undefined;
    const gap = gapOfKey(key);
    if (gap !== null && session.getState().gap !== gap) session.getState().setGap(gap);
    // On an empty zone no teaser is meant.
    const { teaser, setTeaser } = session.getState();
    if (vacantZoneOfKey(key) !== null && teaser !== null) setTeaser(null);
  }

  return {
    selectedKeys,
    onSelectionChange,
    handlers: { onKeyDownCapture, onPointerDownCapture, onMouseDownCapture, onFocus },
  };
}
