import { useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, useEffect, useRef } from 'react';
import type { Move } from '../../../shared/systems/succession.ts';
import { useAppState, useSession } from '../../state/app-state.tsx';
import { useLibraryInfo, useSystemsByCode } from '../../state/queries.ts';
import { Chip } from '../../ui/Chip.tsx';
import { cx } from '../../ui/cx.ts';
import layoutStyles from '../../ui/layout.module.css';
import rowStyles from '../../ui/rows.module.css';
import textStyles from '../../ui/text.module.css';
import { isSameMove } from './register-slice.ts';
import styles from './SuccessionRows.module.css';
import { formatStoryDay } from './succession-words.ts';
import { moveKeyOf } from './use-succession-list.ts';

const ROW_PX = 78;

/** MoveRows lists the stories. Tab reaches the row of the open story. */
export function MoveRows({
  moves,
  label,
  hasMore,
  onMore,
}: {
  moves: readonly Move[];
  label: string;
  hasMore: boolean;
  onMore: () => void;
}) {
  const { session } = useAppState();
  const open = useSession((s) => s.openMove);
  const scroller = useRef<HTMLElement>(null);
  const virtual = useVirtualizer({
    count: moves.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_PX,
    getItemKey: (index) => {
      const move = moves[index];
      return move ? moveKeyOf(move) : index;
    },
    overscan: 8,
  });
  const shown = virtual.getVirtualItems();
  const isNearEnd = (shown.at(-1)?.index ?? 0) > moves.length - 30;
  const openIndex = moves.findIndex((move) => isSameMove(move, open));

  useEffect(() => {
    if (hasMore && isNearEnd) onMore();
  }, [hasMore, isNearEnd, onMore]);
  useEffect(() => {
    if (openIndex >= 0) virtual.scrollToIndex(openIndex, { align: 'auto' });
  }, [openIndex, virtual]);

  function onKeyDown(event: KeyboardEvent) {
    const target = { ArrowDown: openIndex + 1, ArrowUp: openIndex - 1, Home: 0, End: moves.length - 1 }[event.key];
    const move = target === undefined ? undefined : moves[target];
    if (!move || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    session.getState().openMoveOf({ id: move.id, from: move.from });
    // Move the focus once the row is rendered.
    requestAnimationFrame(() => scroller.current?.querySelector<HTMLElement>('[aria-current]')?.focus());
  }

  return (
    <section ref={scroller} className={layoutStyles['scroller']} tabIndex={-1} aria-label={label}>
      <ul style={{ height: virtual.getTotalSize() }} className={layoutStyles['holder']} onKeyDown={onKeyDown}>
        {shown.map((item) => {
          const move = moves[item.index];
          return move ? (
            <li
              key={item.key}
              aria-setsize={hasMore ? -1 : moves.length}
              aria-posinset={item.index + 1}
              className={styles['line']}
              style={{ transform: `translateY(${item.start}px)` }}
            >
              <Row move={move} isOpen={item.index === openIndex} />
            </li>
          ) : null;
        })}
      </ul>
    </section>
  );
}

function Row({ move, isOpen }: { move: Move; isOpen: boolean }) {
  const { session } = useAppState();
  const byCode = useSystemsByCode();
  const isNarrow = useSession((s) => s.isNarrow);
  const today = useLibraryInfo().data?.today ?? '';
  const settled = move.homes.filter(({ standing }) => standing === 'filed' || standing === 'target');
  const shown = settled.length > 0 ? settled : move.homes;
  const why = settled[0]?.why ?? move.homes.find((home) => home.why !== null)?.why ?? NO_WHY[move.state];
  return (
    <button
      type="button"
      tabIndex={isOpen ? 0 : -1}
      {...(isOpen ? { 'aria-current': 'true' as const } : {})}
      className={cx(styles['row'], rowStyles['panel'], rowStyles['ring'], isOpen && styles['open'])}
      onClick={() => {
        session.getState().openMoveOf({ id: move.id, from: move.from });
        if (isNarrow) session.getState().setDrawerOpen(true);
      }}
    >
      <span className={cx(styles['headline'], textStyles['ellipsis'])}>{move.headline}</span>
      <span className={styles['meta']}>
        <span className={layoutStyles['fixed']}>{formatStoryDay(move, today)}</span>
        <Chip tone="former" className={styles['from']}>
          {byCode.get(move.from)?.shortName ?? move.from}
        </Chip>
        <span aria-hidden="true">→</span>
        {shown.map(({ code, standing }) => (
          <Chip key={code} tone={TONES[standing]} className={styles['home']}>
            {byCode.get(code)?.shortName ?? code}
          </Chip>
        ))}
        {settled.length === 0 ? <span className={layoutStyles['fixed']}>{formatMoveState(move)}</span> : null}
      </span>
      <span className={cx(styles['why'], textStyles['ellipsis'], textStyles['smallQuiet'])}>{why}</span>
    </button>
  );
}

/** Shown when no system has a reason. */
const NO_WHY = { decided: '', undecided: 'No evidence in the story.', done: 'Ruled out by an editor.' } as const;

/** A machine's decision is coloured until the step is run; filed tags are plain. */
const TONES = { target: 'named', filed: 'plain', open: 'possible', rejected: 'former' } as const;

function formatMoveState({ state }: Move): string {
  return state === 'done' ? 'no successor' : '';
}
