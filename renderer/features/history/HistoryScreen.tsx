import { useVirtualizer } from '@tanstack/react-virtual';
import { Redo2, Undo2 } from 'lucide-react';
import { type KeyboardEvent, useEffect, useMemo, useRef, useState } from 'react';
import type { EntryId } from '../../../shared/models.ts';
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
import { StepDetails } from './StepDetails.tsx';
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
  const [openId, setOpenId] = useState<EntryId | null>(null);
  const open = entries.find(({ id }) => id === openId);
  const close = () => {
    setOpenId(null);
    document.getElementById(rowId(openId))?.focus();
  };

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
      {lines.length > 0 ? (
        <div className={styles['body']}>
          <Lines
            lines={lines}
            hasMore={hasMore}
            onMore={() => setWanted((now) => now + 1)}
            openId={open?.id ?? null}
            onOpen={setOpenId}
          />
          {open ? <StepDetails key={open.id} entry={open} onClose={close} /> : null}
        </div>
      ) : null}
    </Pane>
  );
}

const rowId = (id: EntryId | null) => `step-${id}`;

interface LinesProps {
  lines: readonly HistoryLine[];
  hasMore: boolean;
  onMore: () => void;
  openId: EntryId | null;
  onOpen: (id: EntryId | null) => void;
}

/** Moves the focus to the next or previous step in the list. */
function moveFocus(event: KeyboardEvent<HTMLElement>): void {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (step === undefined) return;
  const rows = [...event.currentTarget.querySelectorAll<HTMLElement>('button')];
  const target = rows[rows.indexOf(document.activeElement as HTMLElement) + step];
  if (!target) return;
  event.preventDefault();
  target.focus();
}

function Lines({ lines, hasMore, onMore, openId, onOpen }: LinesProps) {
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
      <ul
        style={{ height: virtual.getTotalSize() }}
        className={layoutStyles['holder']}
        onKeyDown={(event) => {
          moveFocus(event);
          if (event.key === 'Escape' && openId !== null) onOpen(null);
        }}
      >
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
              {line.kind === 'day' ? (
                <h3 className={styles['day']}>{line.heading}</h3>
              ) : (
                <Entry
                  line={line}
                  isOpen={line.entry.id === openId}
                  onToggle={() => onOpen(line.entry.id === openId ? null : line.entry.id)}
                />
              )}
            </li>
          ) : null;
        })}
      </ul>
    </section>
  );
}

interface EntryProps {
  line: Extract<HistoryLine, { kind: 'entry' }>;
  isOpen: boolean;
  onToggle: () => void;
}

function Entry({ line, isOpen, onToggle }: EntryProps) {
  const { entry, time } = line;
  return (
    <button
      type="button"
      id={rowId(entry.id)}
      aria-expanded={isOpen}
      className={cx(styles['entry'], rowStyles['ring'], entry.undone && styles['undone'], isOpen && styles['open'])}
      onClick={onToggle}
    >
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
    </button>
  );
}
