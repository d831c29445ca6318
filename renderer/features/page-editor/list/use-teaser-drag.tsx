import { DropIndicator, type DropIndicatorProps, type ItemDropTarget, useDragAndDrop } from 'react-aria-components';
import type { EditorTeaser, PageView, StoryId } from '../../../../shared/models.ts';
import type { PlanTarget } from '../../../../shared/pages/plan-page.ts';
import { useAppState } from '../../../state/app-state.tsx';
import { positionOf } from '../open-page.ts';
import { moveTeasers, placeStory } from '../placing/page-actions.ts';
import { planPageOf } from '../placing/page-guess.ts';
import { formatTeasers } from '../placing/page-messages.ts';
import { dropTarget } from '../placing/targets.ts';
import { isTeaser, keyOfRow, type Row, vacantZoneOfKey } from '../teaser-rows.ts';
import { readDragItems, STORY_DRAG, toDragItem } from './drag.ts';
import styles from './TeaserList.module.css';

/** Dragging along the page, and from the lists beside it. Of several selected teasers all go together. */
export function useTeaserDrag(page: PageView, rows: readonly Row[], order: readonly EditorTeaser[]) {
  const state = useAppState();
  const { dragAndDropHooks } = useDragAndDrop<Row>({
    // A gap goes nowhere: its number is its pin's.
    getItems: (keys) => order.filter((teaser) => keys.has(teaser.articleId)).map(toDragItem),
    acceptedDragTypes: [STORY_DRAG],
    // An empty page takes a story anywhere; on any other it is the gap that says where.
    getDropOperation: (target) => (target.type === 'root' && rows.length > 0 ? 'cancel' : 'move'),
    onReorder: ({ keys, target }) => {
      const ids = order.flatMap(({ articleId }) => (keys.has(articleId) ? [articleId] : []));
      const to = targetOf(page, rows, ids, target);
      if (to) void moveTeasers(state, ids, to);
    },
    onInsert: ({ items, target }) => void drop(items, target),
    onRootDrop: ({ items }) => void drop(items, null),
    // Only an empty zone takes a story onto its row.
    shouldAcceptItemDrop: ({ key }) => vacantZoneOfKey(String(key)) !== null,
    onItemDrop: ({ items, target }) => void drop(items, target),
    renderDropIndicator: (target) => <DropLine target={target} />,
    renderDragPreview: (items) => (
      <div className={styles['preview']}>
        {items.length === 1 ? items[0]?.['text/plain'] : formatTeasers(items.length)}
      </div>
    ),
  });

  async function drop(items: Parameters<typeof readDragItems>[0], target: ItemDropTarget | null) {
    const stories = await readDragItems(items);
    const [story] = stories;
    if (!story) return;
    const ids = stories.map(({ articleId }) => articleId);
    const to = target && targetOf(page, rows, ids, target);
    if (positionOf(order, story.articleId) === null) await placeStory(state, story, to);
    else if (to) await moveTeasers(state, ids, to);
  }

  return dragAndDropHooks;
}

/** Where a drop sends teasers. Beside a gap, the teaser next to it decides. */
export function targetOf(
  page: PageView,
  rows: readonly Row[],
  ids: readonly StoryId[],
  { key, dropPosition }: Pick<ItemDropTarget, 'key' | 'dropPosition'>,
): PlanTarget | null {
  const plan = planPageOf(page);
  const vacant = vacantZoneOfKey(String(key));
  if (vacant !== null) return { position: 1, zoneId: vacant };
  if (dropPosition === 'on') return null;
  const at = rows.findIndex((row) => keyOfRow(row) === key);
  const over = rows[at];
  // The zone that was aimed at is that of the teaser aimed at, not of its neighbour across the heading.
  if (over && isTeaser(over)) return dropTarget(plan, ids, over.articleId, dropPosition);
  const gapAt = dropPosition === 'before' ? at : at + 1;
  const below = rows.slice(gapAt).find(isTeaser);
  if (below) return dropTarget(plan, ids, below.articleId, 'before');
  const above = rows.slice(0, gapAt).findLast(isTeaser);
  return above ? dropTarget(plan, ids, above.articleId, 'after') : { position: 1 };
}

function DropLine({ target }: { target: DropIndicatorProps['target'] }) {
  return <DropIndicator target={target} className={styles['gap'] ?? ''} />;
}
