// biome-ignore-all lint/a11y/useSemanticElements: a virtualised grid is made of positioned boxes; the roles replace a table's elements.
// biome-ignore-all lint/a11y/useFocusableInteractive: the grid has the focus and names the active row.
// biome-ignore-all lint/a11y/useKeyWithClickEvents: the grid handles the keys.
import { FlexRender, type Row as TableRow } from '@tanstack/react-table';
import { Check } from 'lucide-react';
import { type MouseEvent, memo } from 'react';
import type { StoryRow } from '../../../../shared/models.ts';
import { cx } from '../../../ui/cx.ts';
import layoutStyles from '../../../ui/layout.module.css';
import rowStyles from '../../../ui/rows.module.css';
import type { features } from './columns.tsx';
import styles from './StoriesTable.module.css';

export const rowElementId = (index: number) => `story-row-${index}`;

export interface RowProps {
  row: TableRow<typeof features, StoryRow>;
  story: StoryRow;
  index: number;
  startPx: number;
  isSelected: boolean;
  isActive: boolean;
  /** The shown columns as one string to compare. */
  shownIds: string;
  onPointer: (event: MouseEvent, index: number, story: StoryRow, part: 'check' | 'row') => void;
}

function RowBody({ row, story, index, startPx, isSelected, isActive, onPointer }: RowProps) {
  return (
    <div
      id={rowElementId(index)}
      role="row"
      aria-rowindex={index + 2}
      aria-selected={isSelected}
      data-index={index}
      className={cx(
        styles['row'],
        styles['line'],
        rowStyles['panel'],
        isSelected && styles['selected'],
        isActive && styles['active'],
      )}
      style={{ transform: `translateY(${startPx}px)` }}
      onClick={(event) => onPointer(event, index, story, 'row')}
      onDoubleClick={(event) => onPointer(event, index, story, 'row')}
    >
      <div role="gridcell" className={styles['check']} onClick={(event) => onPointer(event, index, story, 'check')}>
        <span className={cx(layoutStyles['box'], isSelected && layoutStyles['boxTicked'])}>
          {isSelected ? <Check size={12} aria-hidden="true" /> : null}
        </span>
      </div>
      {row.getVisibleCells().map((cell) => (
        <div
          key={cell.column.id}
          role="gridcell"
          className={cx(styles['cell'], cell.column.columnDef.meta?.align === 'end' && styles['end'])}
        >
          <FlexRender cell={cell} />
        </div>
      ))}
    </div>
  );
}

/**
 * The table makes new row objects whenever a page loads, while the stories stay the same. Compare the shown values,
 * so that a row renders only when they change.
 */
export const Row = memo(
  RowBody,
  (a, b) =>
    a.story === b.story &&
    a.index === b.index &&
    a.startPx === b.startPx &&
    a.isSelected === b.isSelected &&
    a.isActive === b.isActive &&
    a.shownIds === b.shownIds &&
    a.onPointer === b.onPointer,
);

export function PlaceholderRow({ index, startPx, isActive }: { index: number; startPx: number; isActive: boolean }) {
  return (
    <div
      id={rowElementId(index)}
      role="row"
      aria-rowindex={index + 2}
      aria-busy="true"
      className={cx(styles['row'], styles['line'], rowStyles['panel'], isActive && styles['active'])}
      style={{ transform: `translateY(${startPx}px)` }}
    >
      <div role="gridcell" className={styles['placeholder']} aria-label="Loading">
        <span />
      </div>
    </div>
  );
}
