// biome-ignore-all lint/a11y/useSemanticElements: a virtualised grid is made of positioned boxes; the roles replace a table's elements.
// biome-ignore-all lint/a11y/useFocusableInteractive: the grid has the focus and names the active row.
import { useTable } from '@tanstack/react-table';
import { useVirtualizer } from '@tanstack/react-virtual';
import { ArrowDown, ArrowUp } from 'lucide-react';
import { type CSSProperties, memo, type RefObject, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { StoryRow } from '../../../../shared/models.ts';
import { useCommands } from '../../../commands/context.tsx';
import { useAppState, useSession } from '../../../state/app-state.tsx';
import { PAGE_ROWS, type PagedStories, rowAt, type StoryResult } from '../../../state/paged-stories.ts';
import { useLibraryInfo, useSystemsByCode } from '../../../state/queries.ts';
import { countSelected, isSelected } from '../../../state/selection.ts';
import { cx } from '../../../ui/cx.ts';
import { Checkbox } from '../../../ui/forms/Checkbox.tsx';
import layoutStyles from '../../../ui/layout.module.css';
import rowStyles from '../../../ui/rows.module.css';
import { RowSurroundingsContext } from './cells.tsx';
import { columns, features, toSort, toVisibility } from './columns.tsx';
import { PlaceholderRow, Row, rowElementId } from './Row.tsx';
import { RowMenu } from './RowMenu.tsx';
import styles from './StoriesTable.module.css';
import { useGridKeys } from './use-grid-keys.tsx';

const ROW_PX = 32;
const NO_ROWS: StoryRow[] = [];

/**
 * Returns the loaded pages around the visible rows as the table's data. The array stays the same until a page is
 * loaded or dropped.
 */
function useRowsAround(result: StoryResult, from: number, to: number): StoryRow[] {
  const first = Math.floor(from / PAGE_ROWS);
  const last = Math.floor(to / PAGE_ROWS);
  return useMemo(() => {
    const rows: StoryRow[] = [];
    for (let page = first; page <= last; page++) rows.push(...(result.pages.get(page) ?? NO_ROWS));
    return rows;
  }, [result.pages, first, last]);
}

export const StoriesTable = memo(function StoriesTable({
  pages,
  result,
  outside,
  gridRef,
}: {
  pages: PagedStories;
  result: StoryResult;
  /** How many selected stories the search hides. */
  outside: number;
  gridRef: RefObject<HTMLDivElement | null>;
}) {
  const { session } = useAppState();
  const sort = useSession((s) => s.sort);
  const panes = useSession((s) => s.preferences.panes);
  const selection = useSession((s) => s.selection);
  const byCode = useSystemsByCode();
  const today = useLibraryInfo().data?.today ?? '';
  const surroundings = useMemo(() => ({ byCode, today }), [byCode, today]);

  const virtualizer = useVirtualizer({
    count: result.total,
    getScrollElement: () => gridRef.current,
    estimateSize: () => ROW_PX,
    overscan: 8,
    scrollPaddingStart: ROW_PX,
    useFlushSync: false,
  });
  const items = virtualizer.getVirtualItems();
  const from = items[0]?.index ?? 0;
  const to = items.at(-1)?.index ?? 0;
  useEffect(() => pages.want(from, to), [pages, from, to]);

  const visibility = useMemo(() => toVisibility(panes), [panes]);
  const sorting = useMemo(() => [{ id: sort.by, desc: sort.descending }], [sort]);
  const data = useRowsAround(result, from, to);
  const table = useTable({
    features,
    columns,
    data,
    getRowId: (story) => story.id,
    manualSorting: true,
    enableSortingRemoval: false,
    enableMultiSort: false,
    state: { columnVisibility: visibility, sorting },
    onSortingChange: (change) => {
      const next = toSort(typeof change === 'function' ? change(sorting) : change);
      if (next) session.getState().setSort(next);
    },
  });
  const rowsById = table.getRowModel().rowsById;
  const shown = table.getVisibleLeafColumns();
  const tracks = `36px ${shown.map((column) => column.columnDef.meta?.track ?? '1fr').join(' ')}`;
  const shownIds = shown.map((column) => column.id).join();

  const { registry } = useCommands();
  const [menuAt, setMenuAt] = useState<{ x: number; y: number } | null>(null);
  const onEdit = useCallback(() => registry.run('story.edit'), [registry]);
  const grid = useGridKeys({ pages, result, gridRef, virtualizer, rowPx: ROW_PX, onEdit, onMenu: setMenuAt });

  // Scroll to the top for another search or order. A refresh keeps the scroll position.
  const search = useRef(result);
  useEffect(() => {
    const before = search.current;
    search.current = result;
    if (before.query !== result.query || before.sort !== result.sort) gridRef.current?.scrollTo({ top: 0 });
  }, [result, gridRef]);

  const count = countSelected(selection);
  const isAll = count > 0 && count - outside === result.total;

  return (
    <RowSurroundingsContext value={surroundings}>
      <div
        ref={gridRef}
        role="grid"
        aria-label="Stories"
        aria-rowcount={result.total + 1}
        aria-colcount={shown.length + 1}
        aria-multiselectable="true"
        aria-activedescendant={result.total > 0 ? rowElementId(grid.cursor.index) : undefined}
        tabIndex={0}
        className={cx(styles['grid'], layoutStyles['strictScroller'], layoutStyles['bare'])}
        style={{ '--tracks': tracks } as CSSProperties}
        onKeyDown={grid.onKeyDown}
        onContextMenu={grid.onContextMenu}
      >
        <div role="row" aria-rowindex={1} className={cx(styles['row'], styles['head'])}>
          <div role="columnheader" className={styles['check']} aria-label="Selected">
            <Checkbox
              label={isAll ? 'Select none' : 'Select all stories found'}
              isSelected={isAll}
              isIndeterminate={count > outside && !isAll}
              onChange={() => registry.run(isAll ? 'story.selectNone' : 'story.selectAll')}
            />
          </div>
          {shown.map((column) => {
            const direction = column.getIsSorted();
            return (
              <div
                key={column.id}
                role="columnheader"
                aria-sort={direction === 'asc' ? 'ascending' : direction === 'desc' ? 'descending' : undefined}
                className={cx(styles['headCell'], column.columnDef.meta?.align === 'end' && styles['end'])}
              >
                {column.getCanSort() ? (
                  <button
                    type="button"
                    className={cx(styles['sort'], rowStyles['sunken'], rowStyles['ring'])}
                    // The first click sorts dates newest first and text from A.
                    onClick={() => column.toggleSorting(direction ? direction === 'asc' : column.id === 'out')}
                  >
                    {String(column.columnDef.header)}
                    {direction === 'asc' ? <ArrowUp size={12} aria-hidden="true" /> : null}
                    {direction === 'desc' ? <ArrowDown size={12} aria-hidden="true" /> : null}
                  </button>
                ) : (
                  String(column.columnDef.header)
                )}
              </div>
            );
          })}
        </div>
        <div role="rowgroup" className={styles['body']} style={{ height: virtualizer.getTotalSize() }}>
          {/* Keyed by index: a new search updates the existing rows instead of building new ones. */}
          {items.map((item) => {
            const story = rowAt(result, item.index);
            const row = story ? rowsById[story.id] : undefined;
            const isActive = item.index === grid.cursor.index;
            if (!story || !row) {
              return <PlaceholderRow key={item.index} index={item.index} startPx={item.start} isActive={isActive} />;
            }
            return (
              <Row
                key={item.index}
                row={row}
                story={story}
                index={item.index}
                startPx={item.start}
                isSelected={isSelected(selection, story.id)}
                isActive={isActive}
                shownIds={shownIds}
                onPointer={grid.onRowPointer}
              />
            );
          })}
        </div>
      </div>
      {menuAt ? <RowMenu at={menuAt} onClose={() => setMenuAt(null)} /> : null}
    </RowSurroundingsContext>
  );
});
