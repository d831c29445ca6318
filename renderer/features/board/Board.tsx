import { ChevronDown, ChevronRight } from 'lucide-react';
import { type KeyboardEvent, type SyntheticEvent, useEffect, useMemo, useRef, useState } from 'react';
import { Button as AriaButton, GridList } from 'react-aria-components';
import type { SystemCode } from '../../../shared/models.ts';
import { DEFAULT_LIMITS } from '../../../shared/pages/checks.ts';
import { longDay } from '../../../shared/words/day-words.ts';
import { useCommand } from '../../commands/context.tsx';
import { useAppState, useSession } from '../../state/app-state.tsx';
import { type QueryResult, useQuery, useSystemsByCode } from '../../state/queries.ts';
import { formatSuccessors } from '../../state/system-search.ts';
import { Button } from '../../ui/Button.tsx';
import { Checkbox } from '../../ui/forms/Checkbox.tsx';
import { SearchField } from '../../ui/forms/Field.tsx';
import { Select } from '../../ui/forms/Select.tsx';
import layoutStyles from '../../ui/layout.module.css';
import { PaneHeader } from '../../ui/Pane.tsx';
import { Skeleton } from '../../ui/Spinner.tsx';
import { EmptyState, ErrorState } from '../../ui/States.tsx';
import { useSeenFirst } from '../../ui/use-seen-first.ts';
import styles from './Board.module.css';
import { BoardHeads, BoardRow } from './BoardRows.tsx';
import {
  type BoardLine,
  filterLines,
  formatBoardCounts,
  regionsOf,
  sortFormer,
  sortLines,
  toLines,
  WHOLE_BOARD,
} from './board-model.ts';

const ALL_REGIONS = 'all';

/** Board lists every page, those that need attention first. Former systems have a section of their own at the end. */
export function Board() {
  const app = useAppState();
  const board = useQuery('board.get', WHOLE_BOARD);
  // Ask for this after the board is drawn: the desk has to read stories for it.
  const pending = useQuery('board.pending', board.data ? {} : null);
  const checks = useQuery('checks.all', pending.data ? {} : null);
  const leadDays = useQuery('settings.get', {}).data?.limits.leadDays ?? DEFAULT_LIMITS.leadDays;
  const systems = useSystemsByCode();
  const openPage = useSession((s) => s.openPage);
  const sort = useSession((s) => s.boardSort);
  const region = useSession((s) => s.boardRegion);
  const isNeedOnly = useSession((s) => s.isNeedOnly);
  const setFilter = useSession((s) => s.setBoardFilter);
  const [typed, setTyped] = useState('');
  const [isFormerOpen, setFormerOpen] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  const lists = useRef<HTMLDivElement>(null);

  const rows = board.data?.rows;
  const waiting = pending.data?.systems ?? null;
  const failing = checks.data ?? null;
  const lines = useMemo(
    () => toLines(rows ?? [], { leadDays, pending: waiting, checks: failing }),
    [rows, leadDays, waiting, failing],
  );
  const shown = useMemo(
    () => filterLines(lines, { typed, region, isNeedOnly }, systems),
    [lines, typed, region, isNeedOnly, systems],
  );
  const active = useMemo(
    () =>
      sortLines(
        shown.filter((line) => line.active),
        sort,
      ),
    [shown, sort],
  );
  const former = useMemo(() => sortFormer(shown.filter((line) => !line.active)), [shown]);
  const most = useMemo(() => Math.max(1, ...lines.flatMap(({ weeks }) => weeks)), [lines]);
  const regions = useMemo(() => regionsOf(lines), [lines]);
  // A search must not hide its results in a closed section.
  const showsFormer = isFormerOpen || (typed.trim() !== '' && former.length > 0);

  // Focus the filter at once: an editor comes here to find a page.
  useEffect(() => field.current?.focus(), []);
  useCommand('page.filter', { run: () => field.current?.focus() });

  const open = (key: string | number) => openPage(String(key) as SystemCode);

  function showAll() {
    setTyped('');
    setFilter({ boardRegion: null, isNeedOnly: false });
  }

  function onFieldKey(event: KeyboardEvent) {
    if (event.key === 'ArrowDown') {
      event.preventDefault();
      lists.current?.querySelector<HTMLElement>('[role=row][data-key]')?.focus();
    }
    const first = active[0] ?? former[0];
    if (event.key === 'Enter' && typed.trim() !== '' && first) open(first.code);
  }

  /** Prefetch the focused or hovered page, which is likely to be opened. */
  function onRow(event: SyntheticEvent) {
    const row = event.target instanceof Element ? event.target.closest<HTMLElement>('[role=row][data-key]') : null;
    if (row) app.queries.prefetch('pages.get', { system: row.dataset['key'] as SystemCode });
  }

  /** Letters typed on the list go to the filter field, so that an editor can simply type a name. */
  function onListKey(event: KeyboardEvent) {
    const isPlain = !event.ctrlKey && !event.metaKey && !event.altKey;
    const isOnRow = event.target instanceof HTMLElement && event.target.closest('[role=row]') !== null;
    if (!isPlain || !isOnRow || !/^[\p{L}\p{N}]$/u.test(event.key)) return;
    event.preventDefault();
    event.stopPropagation();
    setTyped((before) => before + event.key);
    field.current?.focus();
  }

  if (board.error && !board.data) {
    return (
      <>
        <PaneHeader title="Pages" />
        <ErrorState title="The pages could not be read" message={board.error.message} onRetry={board.retry} />
      </>
    );
  }
  return (
    <>
      <PaneHeader title="Pages" detail={board.data ? formatBoardCounts(shown, lines) : null}>
        <Checkbox isSelected={isNeedOnly} onChange={(isOn) => setFilter({ isNeedOnly: isOn })}>
          Only those that need attention
        </Checkbox>
        <Select
          label="Region"
          hideLabel
          value={region ?? ALL_REGIONS}
          onChange={(id) => setFilter({ boardRegion: id === ALL_REGIONS ? null : id })}
          options={[{ id: ALL_REGIONS, label: 'All regions' }, ...regions.map((id) => ({ id, label: id }))]}
        />
        <SearchField
          label="Filter pages"
          placeholder="Filter by name, region or code"
          value={typed}
          onChange={setTyped}
          inputRef={field}
          onKeyDown={onFieldKey}
          className={styles['filter']}
        />
      </PaneHeader>
      <NotCounted what="The waiting stories" query={pending} />
      <NotCounted what="The checks" query={checks} />
      {/* biome-ignore lint/a11y/noStaticElementInteractions: it only observes events of the rows inside. */}
      <div
        ref={lists}
        className={layoutStyles['scroller']}
        onKeyDownCapture={onListKey}
        onFocus={onRow}
        onPointerOver={onRow}
      >
        {board.data ? null : (
          <div className={layoutStyles['loading']}>
            <Skeleton lines={9} label="Loading pages" />
          </div>
        )}
        {board.data && shown.length === 0 ? (
          <EmptyState title="No page matches" actions={<Button onPress={showAll}>Show all pages</Button>}>
            {typed.trim() !== ''
              ? `No system, region or code ${region === null && !isNeedOnly ? 'in the register' : 'among the pages shown'} matches “${typed.trim()}”.`
              : 'No page shown needs attention.'}
          </EmptyState>
        ) : null}
        {active.length > 0 ? (
          <>
            <BoardHeads sort={sort} onSort={app.session.getState().sortBoard} read={pending.data ?? null} />
            <ActivePages lines={active} most={most} onOpen={open} />
          </>
        ) : null}
        {former.length > 0 ? (
          <section aria-label="Former systems">
            <AriaButton
              className={styles['formerHead'] ?? ''}
              aria-expanded={showsFormer}
              isDisabled={typed.trim() !== ''}
              onPress={() => setFormerOpen(!isFormerOpen)}
            >
              {showsFormer ? (
                <ChevronDown size={14} aria-hidden="true" />
              ) : (
                <ChevronRight size={14} aria-hidden="true" />
              )}
              Former systems
              <span className={styles['count']}>{former.length}</span>
            </AriaButton>
            {showsFormer ? (
              <GridList
                aria-label="Pages of former systems"
                disallowTypeAhead
                onAction={open}
                className={layoutStyles['bare'] ?? ''}
              >
                {former.map((line) => (
                  <BoardRow key={line.code} line={line} most={most} ended={formatEnd(line, systems)} />
                ))}
              </GridList>
            ) : null}
          </section>
        ) : null}
      </div>
    </>
  );
}

/** About the number of rows that fit in a window. */
const SEEN = 24;

function ActivePages({
  lines,
  most,
  onOpen,
}: {
  lines: readonly BoardLine[];
  most: number;
  onOpen: (key: string | number) => void;
}) {
  const shown = useSeenFirst(lines, SEEN);
  return (
    <GridList
      aria-label="Pages of active systems"
      aria-busy={shown.length < lines.length}
      disallowTypeAhead
      onAction={onOpen}
      className={layoutStyles['bare'] ?? ''}
    >
      {shown.map((line) => (
        <BoardRow key={line.code} line={line} most={most} />
      ))}
    </GridList>
  );
}

function formatEnd(line: BoardLine, systems: Parameters<typeof formatSuccessors>[1]): string {
  const until = line.activeTo ? `until ${longDay(line.activeTo)}` : 'closed';
  const system = systems.get(line.code);
  const now = system ? formatSuccessors(system, systems) : null;
  return now ? `${until}, ${now}` : until;
}

function NotCounted({ what, query }: { what: string; query: Pick<QueryResult<unknown>, 'error' | 'retry'> }) {
  if (!query.error) return null;
  return (
    <p className={styles['note']} role="status">
      {what} could not be counted: {query.error.message}{' '}
      <Button variant="quiet" onPress={query.retry}>
        Try again
      </Button>
    </p>
  );
}
