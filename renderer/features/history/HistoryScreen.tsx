import { useVirtualizer } from '@tanstack/react-virtual';
import { Redo2, Undo2 } from 'lucide-react';
import { useEffect, useMemo, useRef, useState } from 'react';
import { counted } from '../../../shared/words/counted.ts';
import { inQuotes } from '../../../shared/words/quotes.ts';
import { useCommandControl } from '../../commands/context.tsx';
import { useLibraryInfo } from '../../state/queries.ts';
import { Button } from '../../ui/Button.tsx';
import { cx } from '../../ui/cx.ts';
import layoutStyles from '../../ui/layout.module.css';
import { Pane, PaneHeader } from '../../ui/Pane.tsx';
import rowStyles from '../../ui/rows.module.css';
import { Skeleton } from '../../ui/Spinner.tsx';
import { EmptyState, ErrorState } from '../../ui/States.tsx';
import textStyles from '../../ui/text.module.css';
import styles from './HistoryScreen.module.css';
import { DOOR_WORDS, formatRowCount, type HistoryLine, historyLines } from './history-model.ts';
import { useHistoryEntries } from './use-history-entries.ts';

const LINE_PX = 34;

/** HistoryScreen lists every step of this library, newest first. */
export function HistoryScreen() {
  const undo = useCommandControl('edit.undo');
  const redo = useCommandControl('edit.redo');
  const info = useLibraryInfo().data;
  const [wanted, setWanted] = useState(1);
  const { entries, total, error, isLoading, retry } = useHistoryEntries(wanted);
  const lines = useMemo(() => historyLines(entries, info?.today ?? ''), [entries, info?.today]);
  const hasMore = total !== null && entries.length < total;

  return (
    <Pane label="History" className={layoutStyles['fill']}>
      <PaneHeader title="History" detail={total === null ? null : counted(total, 'step', 'steps')}>
        <Button
          icon={<Undo2 size={15} aria-hidden="true" />}
          keys={undo.keys}
          isDisabled={undo.isDisabled}
          onPress={undo.onPress}
          className={styles['button']}
        >
          {info?.undo ? `Undo ${inQuotes(info.undo.label)}` : 'Nothing to undo'}
        </Button>
        <Button
          icon={<Redo2 size={15} aria-hidden="true" />}
          keys={redo.keys}
          isDisabled={redo.isDisabled}
          onPress={redo.onPress}
          className={styles['button']}
        >
          {info?.redo ? `Redo ${inQuotes(info.redo.label)}` : 'Nothing to redo'}
        </Button>
      </PaneHeader>
      <p className={styles['explains']}>
        History is never deleted. An undo is also a step, and an undone step stays on the list.
      </p>
      {error && entries.length === 0 ? (
        <ErrorState title="The history could not be read" message={error.message} onRetry={retry} />
      ) : null}
      {isLoading && entries.length === 0 ? (
        <div className={layoutStyles['loading']}>
          <Skeleton lines={7} label="Loading the history" />
        </div>
      ) : null}
      {total === 0 ? (
        <EmptyState title="No steps yet">Import a page, write a story or file one. Each step appears here.</EmptyState>
      ) : null}
      {lines.length > 0 ? <Lines lines={lines} hasMore={hasMore} onMore={() => setWanted((now) => now + 1)} /> : null}
    </Pane>
  );
}

function Lines({ lines, hasMore, onMore }: { lines: readonly HistoryLine[]; hasMore: boolean; onMore: () => void }) {
  const scroller = useRef<HTMLDivElement>(null);
  const virtual = useVirtualizer({
    count: lines.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => LINE_PX,
    getItemKey: (index) => lines[index]?.key ?? index,
    overscan: 20,
  });
  const shown = virtual.getVirtualItems();
  const isNearEnd = (shown.at(-1)?.index ?? 0) > lines.length - 40;

  useEffect(() => {
    if (hasMore && isNearEnd) onMore();
  }, [hasMore, isNearEnd, onMore]);

  return (
    <section
      ref={scroller}
      className={cx(layoutStyles['scroller'], rowStyles['ring'])}
      tabIndex={-1}
      aria-label="Steps, newest first"
    >
      <ul style={{ height: virtual.getTotalSize() }} className={layoutStyles['holder']}>
        {shown.map((item) => {
          const line = lines[item.index];
          return line ? (
            <li
              key={item.key}
              aria-setsize={hasMore ? -1 : lines.length}
              aria-posinset={item.index + 1}
              className={styles['line']}
              style={{ transform: `translateY(${item.start}px)` }}
            >
              {line.kind === 'day' ? <h3 className={styles['day']}>{line.heading}</h3> : <Entry line={line} />}
            </li>
          ) : null;
        })}
      </ul>
    </section>
  );
}

function Entry({ line }: { line: Extract<HistoryLine, { kind: 'entry' }> }) {
  const { entry, time } = line;
  return (
    <div className={cx(styles['entry'], entry.undone && styles['undone'])}>
      <time dateTime={entry.at} className={styles['time']}>
        {time}
      </time>
      <span className={cx(styles['label'], textStyles['ellipsis'])} title={entry.label}>
        {entry.undone ? <s className={styles['words']}>{entry.label}</s> : entry.label}
        {entry.undone ? <span className={styles['state']}>undone</span> : null}
      </span>
      <span className={styles['rows']}>{formatRowCount(entry.rows)}</span>
      <span className={styles['by']} title={entry.by}>
        {entry.by}
      </span>
      <span className={styles['door']}>{DOOR_WORDS[entry.door]}</span>
    </div>
  );
}
