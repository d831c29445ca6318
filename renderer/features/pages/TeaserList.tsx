import { Ellipsis, GripVertical, Pin } from 'lucide-react';
import { type KeyboardEvent, type MouseEvent, memo, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import {
  Button as AriaButton,
  DropIndicator,
  type DropIndicatorProps,
  GridList,
  GridListItem,
  type ItemDropTarget,
  useDragAndDrop,
} from 'react-aria-components';
import type { ArticleId, EditorTeaser, PageView, SystemCode } from '../../../shared/models.ts';
import { moveTeaser, placeStory } from '../../commands/page-actions.ts';
import { useAppState, useSession } from '../../state/app-state.tsx';
import { dropTarget, positionOf, teasersOf } from '../../state/page-moves.ts';
import { Chip } from '../../ui/Chip.tsx';
import { cx } from '../../ui/cx.ts';
import { EmptyState } from '../../ui/States.tsx';
import { Drift } from './Drift.tsx';
import { readDragItem, STORY_DRAG, toDragItem } from './drag.ts';
import { TEASERS_ID } from './focus-teaser.ts';
import { rewordedWords, scheduleWords } from './page-words.ts';
import styles from './TeaserList.module.css';
import { TeaserMenu } from './TeaserMenu.tsx';
import { ElsewhereWords, FoldLine, spokenNotes, TeaserNoteMarks } from './TeaserNoteMarks.tsx';
import type { TeaserNotes } from './teaser-notes.ts';
import { useTeaserNotes } from './use-teaser-notes.ts';

/** The page itself: its zones with their teasers in order, each draggable, each with its keys and menu. */
export const TeaserList = memo(function TeaserList({ page }: { page: PageView }) {
  const state = useAppState();
  const selected = useSession((session) => session.teaser);
  const isRewording = useSession((session) => session.rewording !== null);
  const setTeaser = useSession((session) => session.setTeaser);
  const setRewording = useSession((session) => session.setRewording);
  const [menuAt, setMenuAt] = useState<{ x: number; y: number } | null>(null);
  const list = useRef<HTMLDivElement>(null);
  const order = useMemo(() => teasersOf(page), [page]);
  // The same list as long as it says the same: another one is spoken as a new selection.
  const selectedKeys = useMemo(() => (selected ? [selected] : []), [selected]);
  // The same map as long as it says the same: rows are drawn anew when it changes.
  const headingWords = JSON.stringify(headingsOf(page));
  const headings = useMemo(() => new Map<string, Heading>(JSON.parse(headingWords)), [headingWords]);

  const notes = useTeaserNotes(page);

  const { dragAndDropHooks } = useDragAndDrop<EditorTeaser>({
    getItems: (keys) => order.filter((teaser) => keys.has(teaser.articleId)).map(toDragItem),
    acceptedDragTypes: [STORY_DRAG],
    // An empty page takes a story anywhere; on any other it is the gap that says where.
    getDropOperation: (target) => (target.type === 'root' && order.length > 0 ? 'cancel' : 'move'),
    onReorder: ({ keys, target }) => {
      const [dragged] = [...keys] as ArticleId[];
      const position = dragged ? targetNumber(dragged, target) : null;
      if (dragged && position !== null) void moveTeaser(state, dragged, position);
    },
    onInsert: ({ items, target }) => void place(items, target),
    onRootDrop: ({ items }) => void place(items, null),
    renderDropIndicator: (target) => <Gap target={target} />,
  });

  function targetNumber(dragged: string, target: ItemDropTarget): number | null {
    if (target.dropPosition === 'on') return null;
    return dropTarget(order, dragged, String(target.key), target.dropPosition);
  }

  async function place(items: Parameters<typeof readDragItem>[0], target: ItemDropTarget | null) {
    const story = await readDragItem(items);
    if (!story) return;
    const position = target ? targetNumber(story.articleId, target) : null;
    if (positionOf(order, story.articleId) !== null && position !== null) {
      await moveTeaser(state, story.articleId, position);
    } else {
      await placeStory(state, story, position ?? undefined);
    }
  }

  // A teaser selected from elsewhere (placed, undone, moved by a key) must be in sight; so must the one
  // whose words open, because the panel takes half of the room.
  const selectedAt = selected ? positionOf(order, selected) : null;
  useEffect(() => {
    if (selectedAt === null) return;
    list.current
      ?.querySelector(`[data-key="${selected}"]`)
      ?.scrollIntoView({ block: isRewording ? 'center' : 'nearest' });
  }, [selected, selectedAt, isRewording]);

  /** The menu key opens the teaser's menu where the teaser stands. */
  function onKeyDown(event: KeyboardEvent) {
    const isMenuKey = event.key === 'ContextMenu' || (event.shiftKey && event.key === 'F10');
    if (!isMenuKey || !(event.target instanceof HTMLElement)) return;
    event.preventDefault();
    const box = event.target.getBoundingClientRect();
    setMenuAt({ x: box.left + 40, y: box.top + 24 });
  }

  // Opening the menu selects the teaser, because that is what the commands act on.
  const openMenu = useCallback(
    (id: ArticleId, point: { x: number; y: number }) => {
      setTeaser(id);
      setMenuAt(point);
    },
    [setTeaser],
  );

  function onContextMenu(event: MouseEvent) {
    const row = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-key]') : null;
    const id = order.find((teaser) => teaser.articleId === row?.dataset['key'])?.articleId;
    if (!id) return;
    event.preventDefault();
    openMenu(id, { x: event.clientX, y: event.clientY });
  }

  return (
    <div id={TEASERS_ID} onKeyDownCapture={onKeyDown}>
      <GridList
        ref={list}
        onContextMenu={onContextMenu}
        aria-label={`Teasers on the page of ${page.system.shortName}`}
        selectionMode="single"
        selectionBehavior="replace"
        disallowEmptySelection
        disallowTypeAhead
        keyboardNavigationBehavior="tab"
        selectedKeys={selectedKeys}
        onSelectionChange={(keys) => {
          const [key] = keys === 'all' ? [] : [...keys];
          if (key) setTeaser(String(key) as ArticleId);
        }}
        onAction={(key) => setRewording(String(key) as ArticleId)}
        dragAndDropHooks={dragAndDropHooks}
        renderEmptyState={() => <EmptyPage name={page.system.shortName} />}
        items={order}
        dependencies={[order.length, headings, notes, openMenu, page.system.code]}
        className={styles['list'] ?? ''}
      >
        {(teaser) => (
          <TeaserCard
            id={teaser.articleId}
            teaser={teaser}
            of={order.length}
            system={page.system.code}
            heading={headings.get(teaser.articleId) ?? null}
            notes={notes.get(teaser.articleId)}
            onMenu={openMenu}
          />
        )}
      </GridList>
      <TeaserMenu point={menuAt} onClose={() => setMenuAt(null)} />
    </div>
  );
});

/** Each zone's heading, with its first teaser. */
function headingsOf(page: PageView): [string, Heading][] {
  return page.zones.flatMap((zone): [string, Heading][] => {
    const [first] = zone.teasers;
    return first ? [[first.articleId, { name: zone.name, count: `${zone.teasers.length} of ${zone.limit}` }]] : [];
  });
}

interface Heading {
  name: string;
  count: string;
}

function EmptyPage({ name }: { name: string }) {
  return (
    <EmptyState title="Nothing on this page yet">
      Stories filed to {name}, and national ones, fill it by themselves. You can also place one from the candidates:
      select it and press Enter, or drag it here.
    </EmptyState>
  );
}

function Gap({ target }: { target: DropIndicatorProps['target'] }) {
  return <DropIndicator target={target} className={styles['gap'] ?? ''} />;
}

/** A zone's heading stands in the row of its first teaser: rows alone are what a drag can go between. */
function TeaserCard({
  id,
  teaser,
  of,
  system,
  heading,
  notes,
  onMenu,
}: {
  id: ArticleId;
  teaser: EditorTeaser;
  of: number;
  system: SystemCode;
  heading: Heading | null;
  notes: TeaserNotes | undefined;
  onMenu: (id: ArticleId, point: { x: number; y: number }) => void;
}) {
  const reworded = rewordedWords(teaser.overrides);
  const runs = scheduleWords(teaser.from, teaser.until);
  const drifted = teaser.drift.length > 0 ? 'its source has changed since' : null;
  const under = [teaser.why, runs].filter(Boolean).join(' · ');
  return (
    <GridListItem
      id={id}
      value={teaser}
      textValue={teaser.headline}
      aria-label={`${teaser.position} of ${of}: ${teaser.headline}. ${[under, reworded, drifted, ...spokenNotes(notes)].filter(Boolean).join(', ')}`}
      className={cx(styles['item'], teaser.placed === 'filled' ? styles['fill'] : null)}
    >
      {heading ? (
        <p className={styles['heading']}>
          <strong>{heading.name}</strong> {heading.count}
        </p>
      ) : null}
      <div className={styles['card']}>
        <AriaButton slot="drag" className={styles['grip'] ?? ''}>
          <GripVertical size={14} aria-hidden="true" />
        </AriaButton>
        <span className={styles['position']}>{teaser.position}</span>
        <div className={styles['words']}>
          <p className={styles['headline']}>{teaser.headline}</p>
          <p className={styles['why']}>
            <span>
              {under}
              <ElsewhereWords notes={notes} />
            </span>
            {reworded ? <Chip className={styles['reworded']}>{reworded}</Chip> : null}
            <TeaserNoteMarks notes={notes} />
          </p>
          {teaser.drift.length > 0 ? <Drift teaser={teaser} system={system} /> : null}
        </div>
        {teaser.placed === 'pinned' ? (
          <span className={styles['pin']} role="img" aria-label={`Pinned at ${teaser.pinNumber ?? teaser.position}`}>
            <Pin size={15} aria-hidden="true" />
          </span>
        ) : null}
        <AriaButton
          className={styles['more'] ?? ''}
          aria-label={`More for teaser ${teaser.position}`}
          aria-haspopup="menu"
          onPress={({ target }) => {
            const box = target.getBoundingClientRect();
            onMenu(id, { x: box.left, y: box.bottom });
          }}
        >
          <Ellipsis size={16} aria-hidden="true" />
        </AriaButton>
      </div>
      {notes?.isLastSeen ? <FoldLine /> : null}
    </GridListItem>
  );
}
