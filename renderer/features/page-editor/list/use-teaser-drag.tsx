import { DropIndicator, type DropIndicatorProps, type ItemDropTarget, useDragAndDrop } from 'react-aria-components';
import type { EditorTeaser, PageView, StoryId } from '../../../../shared/models.ts';
import { useAppState } from '../../../state/app-state.tsx';
import { groupDrop } from '../placing/group-moves.ts';
import { placeStory } from '../placing/page-actions.ts';
import { positionOf } from '../placing/page-moves.ts';
import { moveTeasers, teasersWords } from '../placing/several-actions.ts';
import { putInZone } from '../placing/to-zone-actions.ts';
import { isTeaser, keyOfRow, type Row, vacantZoneOfKey } from '../teaser-rows.ts';
import { readDragItem, readDragItems, STORY_DRAG, toDragItem } from './drag.ts';
import styles from './TeaserList.module.css';
import { roomAt } from './zone-drop.ts';

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
      const room = roomAt(page.zones, ids, target);
      const position = placeAt(ids, target);
      if (ids.length === 0) return;
      if (room) void putInZone(state, ids, room.zone, room.number);
      else if (position !== null) void moveTeasers(state, ids, position);
    },
    onInsert: ({ items, target }) => void place(items, target),
    onRootDrop: ({ items }) => void place(items, null),
    // Only an empty zone takes a story onto its row.
    shouldAcceptItemDrop: ({ key }) => vacantZoneOfKey(String(key)) !== null,
    onItemDrop: ({ items, target }) => void dropOn(items, target),
    renderDropIndicator: (target) => <DropLine target={target} />,
    renderDragPreview: (items) => (
      <div className={styles['preview']}>
        {items.length === 1 ? items[0]?.['text/plain'] : teasersWords(items.length)}
      </div>
    ),
  });

  async function dropOn(items: Parameters<typeof readDragItems>[0], target: ItemDropTarget) {
    const ids = (await readDragItems(items)).map(({ articleId }) => articleId);
    const room = roomAt(page.zones, ids, target);
    if (room) await putInZone(state, ids, room.zone, room.number);
  }

  /** The number for the first of them. Beside a gap, the teaser next to it says where. */
  function placeAt(ids: readonly StoryId[], target: ItemDropTarget): number | null {
    if (target.dropPosition === 'on') return null;
    const at = rows.findIndex((row) => keyOfRow(row) === target.key);
    const gapAt = target.dropPosition === 'before' ? at : at + 1;
    const moving = new Set<string>(ids);
    const below = rows.slice(gapAt).find(isTeaser);
    const above = rows.slice(0, gapAt).findLast(isTeaser);
    const over = rows[at];
    // The zone that was aimed at is that of the teaser aimed at, not of its neighbour across the heading.
    if (over && isTeaser(over)) return groupDrop(page.zones, moving, over.articleId, target.dropPosition);
    if (below) return groupDrop(page.zones, moving, below.articleId, 'before');
    return above ? groupDrop(page.zones, moving, above.articleId, 'after') : 1;
  }

  async function place(items: Parameters<typeof readDragItem>[0], target: ItemDropTarget | null) {
    const story = await readDragItem(items);
    if (!story) return;
    const room = target && roomAt(page.zones, [story.articleId], target);
    if (room) return putInZone(state, [story.articleId], room.zone, room.number);
    const position = target ? placeAt([story.articleId], target) : null;
    if (positionOf(order, story.articleId) !== null && position !== null) {
      await moveTeasers(state, [story.articleId], position);
    } else {
      await placeStory(state, story, position ?? undefined);
    }
  }

  return dragAndDropHooks;
}

function DropLine({ target }: { target: DropIndicatorProps['target'] }) {
  return <DropIndicator target={target} className={styles['gap'] ?? ''} />;
}
