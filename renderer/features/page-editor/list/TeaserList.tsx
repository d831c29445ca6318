import {
  type DragEvent,
  type KeyboardEvent,
  type MouseEvent,
  memo,
  useCallback,
  useEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import { GridList } from 'react-aria-components';
import type { PageView, StoryId } from '../../../../shared/models.ts';
import { useCommandKeys } from '../../../commands/context.tsx';
import { useAppState, useSession } from '../../../state/app-state.tsx';
import { cx } from '../../../ui/cx.ts';
import layoutStyles from '../../../ui/layout.module.css';
import { EmptyState } from '../../../ui/States.tsx';
import { useSeenFirst } from '../../../ui/use-seen-first.ts';
import { TEASERS_ID } from '../focus-teaser.ts';
import { positionOf, teasersOf } from '../open-page.ts';
import { isGap } from '../placing/gap-actions.ts';
import { gapOfKey, isTeaser, isVacancy, keyOfRow, rowsOf, type Surroundings, vacantZoneOfKey } from '../teaser-rows.ts';
import { EmptyZone } from './EmptyZone.tsx';
import { GapMenu } from './GapMenu.tsx';
import { GapRow } from './GapRow.tsx';
import { TeaserCard } from './TeaserCard.tsx';
import styles from './TeaserList.module.css';
import { TeaserMenu } from './TeaserMenu.tsx';
import { useGapAfterlife } from './use-gap-afterlife.ts';
import { useTeaserDrag } from './use-teaser-drag.tsx';
import { useTeaserNotes } from './use-teaser-notes.ts';
import { useTeaserSelection } from './use-teaser-selection.ts';

/** About the number of rows that fit in a window. */
const SEEN = 10;

type Point = { x: number; y: number };

/** TeaserList shows the page: its zones with their teasers in order, with drag, shortcuts and menu. */
export const TeaserList = memo(function TeaserList({ page }: { page: PageView }) {
  const { session } = useAppState();
  const { code, shortName } = page.system;
  const selected = useSession((s) => s.teaser);
  const isSeveral = useSession((s) => s.teasers.length > 1);
  const isRewording = useSession((s) => s.rewording !== null);
  const setRewording = useSession((s) => s.setRewording);
  const cutIds = useSession(({ clipboard }) => (clipboard?.isCut && clipboard.from === code ? clipboard : null));
  const fixKey = useCommandKeys()('page.fixCheck');
  const [menuAt, setMenuAt] = useState<{ gap: StoryId | null; point: Point } | null>(null);
  const list = useRef<HTMLDivElement>(null);
  const order = useMemo(() => teasersOf(page), [page]);
  const { rows: all, around: pairs } = useMemo(() => rowsOf(page), [page]);
  const rows = useSeenFirst(all, SEEN);
  // aria-busy tells assistive technology that more rows are coming.
  const isBusy = rows.length < all.length;
  // Keep the same map while its content is equal: rows render again when it changes.
  const aroundWords = JSON.stringify(pairs);
  const around = useMemo(() => new Map<string, Surroundings>(JSON.parse(aroundWords)), [aroundWords]);
  const otherWords = rows.flatMap((row) => (isTeaser(row) ? [] : [keyOfRow(row)])).join(' ');
  const otherKeys = useMemo(() => otherWords.split(' ').filter(Boolean), [otherWords]);
  const cut = useMemo(() => new Set(cutIds?.teasers.map(({ articleId }) => articleId)), [cutIds]);
  const dragAndDropHooks = useTeaserDrag(page, rows, order);
  const notes = useTeaserNotes(page);
  const selection = useTeaserSelection(order);
  useGapAfterlife(order, around);

  // Scroll to a teaser that was selected from elsewhere (placed, undone, moved by a shortcut), and to one whose
  // re-word panel opens, because the panel covers half of the list.
  const selectedAt = selected ? positionOf(order, selected) : null;
  useEffect(() => {
    if (selectedAt === null) return;
    const show = () =>
      list.current
        ?.querySelector(`[data-key="${selected}"]`)
        ?.scrollIntoView({ block: isRewording ? 'center' : 'nearest' });
    // Scroll before the next frame and once more after it: a teaser that moved far is rendered at its new place one
    // frame later.
    let frame = requestAnimationFrame(() => {
      show();
      frame = requestAnimationFrame(show);
    });
    return () => cancelAnimationFrame(frame);
  }, [selected, selectedAt, isRewording]);

  const keyAt = (target: EventTarget) =>
    target instanceof Element ? target.closest<HTMLElement>('[data-key]')?.dataset['key'] : undefined;

  /** The menu key opens the menu of the focused row, at that row. */
  function onKeyDownCapture(event: KeyboardEvent) {
    selection.handlers.onKeyDownCapture(event);
    const isMenuKey = event.key === 'ContextMenu' || (event.shiftKey && event.key === 'F10');
    if (!isMenuKey || !(event.target instanceof HTMLElement)) return;
    if (vacantZoneOfKey(keyAt(event.target)) !== null) return;
    event.preventDefault();
    openAt(keyAt(event.target), event.target);
  }

  function openAt(key: string | undefined, row: Element) {
    const box = row.getBoundingClientRect();
    const gap = gapOfKey(key);
    // Open below the gap's words, because the choices are about them.
    setMenuAt({ gap, point: { x: box.left + 40, y: gap === null ? box.top + 24 : box.bottom - 8 } });
  }

  // Opening a teaser's menu selects the teaser, because commands act on the selection.
  const openMenu = useCallback(
    (id: StoryId, point: Point) => {
      const { teasers, setTeaser } = session.getState();
      if (!teasers.includes(id)) setTeaser(id);
      setMenuAt({ gap: null, point });
    },
    [session],
  );
  const openGap = useCallback(
    (id: StoryId, point: Point) => {
      session.getState().setGap(id);
      setMenuAt({ gap: id, point });
    },
    [session],
  );

  function onContextMenu(event: MouseEvent) {
    const key = keyAt(event.target);
    if (key === undefined || vacantZoneOfKey(key) !== null) return;
    event.preventDefault();
    const point = { x: event.clientX, y: event.clientY };
    const gap = gapOfKey(key);
    if (gap) openGap(gap, point);
    else openMenu(key as StoryId, point);
  }

  /** Enter on a gap opens its fixes, on an empty zone its rule, on a teaser its words. */
  function onAction(key: string) {
    const zoneId = vacantZoneOfKey(key);
    if (zoneId !== null) return session.getState().openDialog({ kind: 'page-zones', system: code, zoneId });
    const gap = gapOfKey(key);
    const row = list.current?.querySelector(`[data-key="${key}"]`);
    if (gap === null) setRewording(key as StoryId);
    else if (row) openAt(key, row);
  }

  function onDragStartCapture(event: DragEvent) {
    const key = keyAt(event.target);
    if (gapOfKey(key) === null && vacantZoneOfKey(key) === null) return;
    event.preventDefault();
    event.stopPropagation();
  }

  const close = useCallback(() => setMenuAt(null), []);
  const gap = page.waiting.filter(isGap).find(({ articleId }) => articleId === menuAt?.gap) ?? null;
  return (
    <div
      id={TEASERS_ID}
      aria-busy={isBusy}
      {...selection.handlers}
      onKeyDownCapture={onKeyDownCapture}
      onDragStartCapture={onDragStartCapture}
    >
      <GridList
        ref={list}
        onContextMenu={onContextMenu}
        aria-label={`Teasers on the page of ${shortName}`}
        selectionMode="multiple"
        selectionBehavior="replace"
        disallowEmptySelection
        // The list must keep its selection on Escape: Escape has its own command here.
        escapeKeyBehavior="none"
        disallowTypeAhead
        keyboardNavigationBehavior="tab"
        selectedKeys={selection.selectedKeys}
        onSelectionChange={selection.onSelectionChange}
        // Gaps and empty zones can have the focus but cannot be selected.
        disabledKeys={otherKeys}
        disabledBehavior="selection"
        onAction={(key) => onAction(String(key))}
        dragAndDropHooks={dragAndDropHooks}
        renderEmptyState={() => <EmptyPage name={shortName} />}
        items={rows}
        dependencies={[order.length, around, notes, openMenu, openGap, code, cut, fixKey]}
        className={cx(layoutStyles['bare'], isSeveral && styles['several'])}
      >
        {(row) =>
          isTeaser(row) ? (
            <TeaserCard
              id={row.articleId}
              teaser={row}
              of={order.length}
              system={code}
              around={around.get(row.articleId)}
              notes={notes.get(row.articleId)}
              isCut={cut.has(row.articleId)}
              onMenu={openMenu}
            />
          ) : isVacancy(row) ? (
            <EmptyZone id={keyOfRow(row)} heading={around.get(keyOfRow(row))?.heading ?? null} system={code} />
          ) : (
            <GapRow gap={row} system={code} around={around.get(keyOfRow(row))} fixKey={fixKey} onMenu={openGap} />
          )
        }
      </GridList>
      <TeaserMenu point={menuAt && menuAt.gap === null ? menuAt.point : null} onClose={close} />
      <GapMenu page={page} gap={gap} point={gap && menuAt ? menuAt.point : null} onClose={close} />
    </div>
  );
});

function EmptyPage({ name }: { name: string }) {
  return (
    <EmptyState title="Nothing on this page yet">
      Stories filed to {name}, and national ones, fill it by themselves. You can also place one from the candidates:
      select it and press Enter, or drag it here.
    </EmptyState>
  );
}
