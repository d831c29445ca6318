// biome-ignore-all lint/a11y/useSemanticElements: a virtualised grid is made of positioned boxes; the roles replace a table's elements.
import { useVirtualizer } from '@tanstack/react-virtual';
import { type RefObject, useEffect, useSyncExternalStore } from 'react';
import type { StoryId } from '../../../shared/models.ts';
import { useAppState, useSession } from '../../state/app-state.tsx';
import { useLibraryInfo, useSystemsByCode } from '../../state/queries.ts';
import { isSelected } from '../../state/selection.ts';
import { cx } from '../../ui/cx.ts';
import layoutStyles from '../../ui/layout.module.css';
import { PlaceholderRow, QueueRow, rowElementId } from './QueueRow.tsx';
import styles from './QueueRows.module.css';
import type { QueueView } from './queue-list.ts';
import { useQueueRows } from './use-queue-rows.ts';

const ROW_PX = 82;

/** QueueRows lists the waiting stories, newest first. */
export function QueueRows({ view, gridRef }: { view: QueueView; gridRef: RefObject<HTMLDivElement | null> }) {
  const { queue, rowOffers } = useAppState();
  const open = useSession((s) => s.queueStory);
  const selection = useSession((s) => s.queueSelection);
  const byCode = useSystemsByCode();
  const today = useLibraryInfo().data?.today ?? '';
  const known = useSyncExternalStore(rowOffers.subscribe, rowOffers.getKnown);
  const openIndex = open === null ? null : view.indexOf(open);
  const total = view.total ?? 0;

  const virtualizer = useVirtualizer({
    count: total,
    getScrollElement: () => gridRef.current,
    estimateSize: () => ROW_PX,
    overscan: 3,
    // Keep the next row visible while moving.
    scrollPaddingStart: ROW_PX,
    scrollPaddingEnd: 2 * ROW_PX,
    useFlushSync: false,
  });
  const items = virtualizer.getVirtualItems();
  const from = items[0]?.index ?? 0;
  const to = items.at(-1)?.index ?? 0;
  useEffect(() => queue.want(from, to), [queue, from, to]);
  const { startIndex, endIndex } = virtualizer.range ?? { startIndex: from, endIndex: to };
  useEffect(() => {
    const idsOf = (first: number, last: number) => {
      const ids: StoryId[] = [];
      for (let index = first; index <= last; index += 1) {
        const story = view.rowAt(index);
        if (story) ids.push(story.id);
      }
      return ids;
    };
    rowOffers.want(idsOf(from, to), idsOf(startIndex, endIndex));
  }, [rowOffers, view, from, to, startIndex, endIndex]);

  const rows = useQueueRows({ view, open, openIndex, rowPx: ROW_PX, gridRef, virtualizer });

  return (
    <div
      ref={gridRef}
      role="grid"
      aria-label="Queue"
      aria-rowcount={total}
      aria-colcount={2}
      aria-multiselectable="true"
      aria-activedescendant={openIndex === null ? undefined : rowElementId(openIndex)}
      tabIndex={0}
      className={cx(styles['grid'], layoutStyles['strictScroller'], layoutStyles['bare'])}
      onKeyDown={rows.onKeyDown}
    >
      <div role="rowgroup" className={layoutStyles['holder']} style={{ height: virtualizer.getTotalSize() }}>
        {items.map((item) => {
          const story = view.rowAt(item.index);
          return story ? (
            <QueueRow
              key={story.id}
              story={story}
              offers={known.get(story.id)}
              byCode={byCode}
              today={today}
              index={item.index}
              startPx={item.start}
              isOpen={story.id === open}
              isTicked={isSelected(selection, story.id)}
              onPointer={rows.onPointer}
            />
          ) : (
            <PlaceholderRow key={`place ${item.index}`} index={item.index} startPx={item.start} />
          );
        })}
      </div>
    </div>
  );
}
