import { X } from 'lucide-react';
import { type KeyboardEvent, useRef } from 'react';
import { DropIndicator, GridList, type ItemDropTarget, useDragAndDrop } from 'react-aria-components';
import type { StoryId, SystemCode } from '../../../../shared/models.ts';
import type { ShelfStory } from '../../../../shared/pages/shelf.ts';
import { shortDay } from '../../../../shared/words/day-words.ts';
import { useCommandKeys } from '../../../commands/context.tsx';
import { useAppState } from '../../../state/app-state.tsx';
import { type QueryResult, useLibraryInfo } from '../../../state/queries.ts';
import { Button, IconButton } from '../../../ui/Button.tsx';
import { Chip } from '../../../ui/Chip.tsx';
import { cx } from '../../../ui/cx.ts';
import { DragHandle, ListRow } from '../../../ui/ListRow.tsx';
import rowStyles from '../../../ui/rows.module.css';
import { Skeleton } from '../../../ui/Spinner.tsx';
import { EmptyState, ErrorState } from '../../../ui/States.tsx';
import { readDragItem, STORY_DRAG, toDragItem } from '../list/drag.ts';
import { candidateMark } from '../page-words.ts';
import { showOrPlace } from '../placing/page-actions.ts';
import rows from './Candidates.module.css';
import styles from './Shelf.module.css';
import { moveOnShelf, shelve, unshelve } from './shelf-actions.ts';
import { IN_ZONE, inZoneEntry, useSideMenu } from './use-side-menu.tsx';

/** Shelf lists stories put aside for any page. They stay until they are taken off the shelf. */
export function Shelf({ system, shelf }: { system: SystemCode; shelf: QueryResult<ShelfStory[]> }) {
  if (shelf.error && !shelf.data) {
    return <ErrorState title="The shelf could not be read" message={shelf.error.message} onRetry={shelf.retry} />;
  }
  if (!shelf.data) return <Skeleton lines={4} label="Loading the shelf" />;
  return <ShelfList system={system} stories={shelf.data} />;
}

function ShelfList({ system, stories }: { system: SystemCode; stories: readonly ShelfStory[] }) {
  const state = useAppState();
  const today = useLibraryInfo().data?.today ?? '';
  const keysOf = useCommandKeys();
  const list = useRef<HTMLDivElement>(null);
  const numberOf = (id: string) => stories.findIndex((story) => story.id === id) + 1;

  const choose = (story: ShelfStory) => showOrPlace(state, story);

  const focusAt = (index: number) =>
    requestAnimationFrame(() => list.current?.querySelectorAll<HTMLElement>('[role=row]')[index]?.focus());

  /** Moves the focus to the story that takes its place, so that several can be taken off in a row. */
  async function remove(story: ShelfStory) {
    const index = numberOf(story.id) - 1;
    await unshelve(state, story.id);
    focusAt(Math.min(index, stories.length - 2));
  }

  const { dragAndDropHooks } = useDragAndDrop<ShelfStory>({
    getItems: (keys) =>
      stories
        .filter((story) => keys.has(story.id))
        .map((story) => toDragItem({ articleId: story.id, headline: story.headline })),
    acceptedDragTypes: [STORY_DRAG],
    getDropOperation: (target) => (target.type === 'root' && stories.length > 0 ? 'cancel' : 'move'),
    onReorder: ({ keys, target }) => {
      const [key] = [...keys] as StoryId[];
      const dragged = stories.find(({ id }) => id === key);
      if (!dragged) return;
      const gap = gapNumber(target);
      void moveOnShelf(state, dragged, gap > numberOf(dragged.id) ? gap - 1 : gap, stories.length);
    },
    onInsert: ({ items, target }) => void take(items, gapNumber(target)),
    onRootDrop: ({ items }) => void take(items, 1),
    renderDropIndicator: (target) => <DropIndicator target={target} className={styles['gap'] ?? ''} />,
  });

  function gapNumber(target: ItemDropTarget): number {
    return numberOf(String(target.key)) + (target.dropPosition === 'after' ? 1 : 0);
  }

  async function take(items: Parameters<typeof readDragItem>[0], position: number) {
    const story = await readDragItem(items);
    if (story) await shelve(state, { kind: 'ids', ids: [story.articleId] }, position);
  }

  const { handlers, menu } = useSideMenu(
    stories,
    (story) => [
      story.position === null
        ? { kind: 'item', id: 'place', label: 'Place on top of this page', keys: 'Enter' }
        : { kind: 'item', id: 'place', label: 'Show on the page', keys: 'Enter' },
      ...inZoneEntry(state, keysOf('page.moveToZone')),
      { kind: 'item', id: 'onPages', label: 'On pages…', keys: keysOf('story.onPages') },
      { kind: 'line', id: 'line' },
      { kind: 'item', id: 'up', label: 'Move up', keys: 'Alt ↑', isDisabled: numberOf(story.id) === 1 },
      {
        kind: 'item',
        id: 'down',
        label: 'Move down',
        keys: 'Alt ↓',
        isDisabled: numberOf(story.id) === stories.length,
      },
      { kind: 'item', id: 'remove', label: 'Take off the shelf', keys: 'Del', danger: true },
    ],
    (action, story) => act(action, story),
  );

  function act(action: string, story: ShelfStory) {
    const number = numberOf(story.id);
    if (action === 'place') choose(story);
    if (action === IN_ZONE) state.session.getState().openDialog({ kind: 'to-zone', articleIds: [story.id] });
    if (action === 'onPages') state.session.getState().openDialog({ kind: 'on-pages', id: story.id });
    if (action === 'up') void moveOnShelf(state, story, number - 1, stories.length);
    if (action === 'down') void moveOnShelf(state, story, number + 1, stories.length);
    if (action === 'remove') void remove(story);
  }

  /** The shortcuts for a teaser on the page act on the focused story here. */
  function onKeyDownCapture(event: KeyboardEvent) {
    handlers.onKeyDownCapture(event);
    const row = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-key]') : null;
    const story = stories.find(({ id }) => id === row?.dataset['key']);
    const action = actionOfKey(event);
    if (!story || !action) return;
    event.preventDefault();
    event.stopPropagation();
    act(action, story);
  }

  return (
    <div ref={list} {...handlers} onKeyDownCapture={onKeyDownCapture}>
      <GridList
        aria-label="Shelf"
        disallowTypeAhead
        keyboardNavigationBehavior="tab"
        dragAndDropHooks={dragAndDropHooks}
        items={stories}
        dependencies={[today, system, stories.length]}
        onAction={(key) => {
          const story = stories.find(({ id }) => id === key);
          if (story) choose(story);
        }}
        renderEmptyState={() => (
          <EmptyState title="The shelf is empty">
            Put stories aside for later: press Shift-H on a teaser, a candidate or a story in Stories, or drag a teaser
            here.
          </EmptyState>
        )}
        className={cx(rows['list'], styles['list'], rowStyles['target'])}
      >
        {(story) => <ShelfRow story={story} today={today} onPlace={choose} onRemove={(one) => void remove(one)} />}
      </GridList>
      {menu}
    </div>
  );
}

function actionOfKey({ key, altKey, ctrlKey, metaKey }: KeyboardEvent): string | null {
  if (ctrlKey || metaKey) return null;
  if (altKey) return key === 'ArrowUp' ? 'up' : key === 'ArrowDown' ? 'down' : null;
  return key === 'Delete' || key === 'Backspace' ? 'remove' : null;
}

function ShelfRow({
  story,
  today,
  onPlace,
  onRemove,
}: {
  story: ShelfStory;
  today: string;
  onPlace: (story: ShelfStory) => void;
  onRemove: (story: ShelfStory) => void;
}) {
  const isOnPage = story.position !== null;
  const out = story.publishedAt ? shortDay(story.publishedAt, today) : 'undated';
  const meta = `${out} · put by ${story.by}, ${shortDay(story.at, today)}`;
  const mark = candidateMark(story);
  return (
    <ListRow
      id={story.id}
      value={story}
      textValue={[story.headline, meta, mark, story.withdrawn ? 'withdrawn' : null].filter(Boolean).join(', ')}
      className={cx(
        rows['row'],
        rowStyles['panel'],
        rowStyles['ring'],
        rowStyles['carried'],
        isOnPage && rows['onPage'],
      )}
    >
      <div className={styles['words']}>
        <p className={rows['headline']}>{story.headline}</p>
        <p className={rows['meta']}>
          <span>{meta}</span>
          {mark ? <Chip tone={story.takenOff ? 'possible' : 'plain'}>{mark}</Chip> : null}
          {story.withdrawn ? <Chip tone="bad">withdrawn</Chip> : null}
        </p>
      </div>
      {/* The drag handle is for the keyboard. The mouse drags the whole row. */}
      <DragHandle className={cx(rows['drag'], styles['drag'])}>Drag</DragHandle>
      <Button
        variant="plain"
        className={cx(rows['place'], styles['place'])}
        onPress={() => onPlace(story)}
        aria-label={isOnPage ? `Show on the page: ${story.headline}` : `Place: ${story.headline}`}
      >
        {isOnPage ? 'Show' : 'Place'}
      </Button>
      <IconButton
        label={`Take off the shelf: ${story.headline}`}
        icon={<X size={14} aria-hidden="true" />}
        className={styles['remove']}
        onPress={() => onRemove(story)}
      />
    </ListRow>
  );
}
