import { type KeyboardEvent, memo, type Ref, useCallback, useDeferredValue, useMemo, useRef, useState } from 'react';
import {
  Collection,
  GridList,
  GridListLoadMoreItem,
  ListLayout,
  useDragAndDrop,
  Virtualizer,
} from 'react-aria-components';
import type { Candidate, StoryId, SystemCode } from '../../../../shared/models.ts';
import { shortDay } from '../../../../shared/words/day-words.ts';
import { useCommandKeys } from '../../../commands/context.tsx';
import { useAppState } from '../../../state/app-state.tsx';
import { useLibraryInfo, useQuery } from '../../../state/queries.ts';
import { Button } from '../../../ui/Button.tsx';
import { Chip } from '../../../ui/Chip.tsx';
import { cx } from '../../../ui/cx.ts';
import { Checkbox } from '../../../ui/forms/Checkbox.tsx';
import { SearchField } from '../../../ui/forms/Field.tsx';
import { DragHandle, ListRow } from '../../../ui/ListRow.tsx';
import layoutStyles from '../../../ui/layout.module.css';
import rowStyles from '../../../ui/rows.module.css';
import { Skeleton } from '../../../ui/Spinner.tsx';
import { EmptyState, ErrorState } from '../../../ui/States.tsx';
import { CANDIDATE_SEARCH_ID } from '../focus-teaser.ts';
import { toDragItem } from '../list/drag.ts';
import { useElsewhereWords } from '../list/use-teaser-notes.ts';
import { candidateMark } from '../page-words.ts';
import { showOrPlace } from '../placing/page-actions.ts';
import styles from './Candidates.module.css';
import { shelve } from './shelf-actions.ts';
import { IN_ZONE, inZoneEntry, useSideMenu } from './use-side-menu.tsx';

const STEP = 50;
const NONE: readonly Candidate[] = [];
const NOTHING: { stories: readonly Candidate[]; elsewhere: ReadonlyMap<StoryId, string> } = {
  stories: NONE,
  elsewhere: new Map(),
};
/** Row heights vary with their words. A row not yet scrolled to is estimated at a headline of two lines. */
const ROWS = { estimatedRowSize: 84, loaderSize: 40 };
/** The contract's limit for one call. Beyond it, a search is better than scrolling. */
const MOST = 500;

/**
 * Candidates lists stories that may be placed on the page: filed here and national, or the whole library, newest
 * first.
 */
export function Candidates({ system }: { system: SystemCode }) {
  const today = useLibraryInfo().data?.today ?? '';
  const [text, setText] = useState('');
  const [isWhole, setWhole] = useState(false);
  const [grown, setGrown] = useState({ search: '', limit: STEP });
  const list = useRef<HTMLDivElement>(null);
  // A new search starts with few rows again.
  const search = `${isWhole} ${text}`;
  const limit = grown.search === search ? grown.limit : STEP;
  const found = useQuery(
    'pages.candidates',
    { system, text, among: isWhole ? 'all' : 'filed', limit },
    { keepPrevious: true },
  );
  const stories = found.data?.stories ?? NONE;
  const total = found.data?.total ?? 0;
  // Deferred: after each step the page in the middle is rendered first, and this list when the window is idle.
  const elsewhere = useElsewhereWords(system, stories);
  const latest = useMemo(() => ({ stories, elsewhere }), [stories, elsewhere]);
  const drawn = useDeferredValue(latest, NOTHING);

  const toTop = () => list.current?.scrollTo({ top: 0 });
  function onText(next: string) {
    setText(next);
    toTop();
  }
  function onWhole(next: boolean) {
    setWhole(next);
    toTop();
  }

  const grow = useCallback(() => setGrown({ search, limit: Math.min(MOST, limit + STEP) }), [search, limit]);

  function onFieldKey(event: KeyboardEvent) {
    if (event.key !== 'ArrowDown') return;
    event.preventDefault();
    list.current?.querySelector<HTMLElement>('[role=row]')?.focus();
  }

  return (
    <>
      <div className={styles['search']} id={CANDIDATE_SEARCH_ID}>
        <SearchField
          label="Search candidates"
          placeholder={isWhole ? 'Search the whole library' : 'Search what is filed here'}
          value={text}
          onChange={onText}
          onKeyDown={onFieldKey}
        />
        <div className={styles['found']}>
          <Checkbox isSelected={isWhole} onChange={onWhole}>
            Whole library
          </Checkbox>
          <span>{found.data ? `${total.toLocaleString('en-GB')} found` : ''}</span>
        </div>
      </div>
      {found.error && !found.data ? (
        <ErrorState title="The candidates could not be read" message={found.error.message} onRetry={found.retry} />
      ) : null}
      {found.data || found.error ? null : (
        <div className={layoutStyles['padded']}>
          <Skeleton lines={6} label="Loading candidates" />
        </div>
      )}
      {found.data && stories.length === 0 ? (
        <NothingFound isSearch={text.trim() !== ''} isWhole={isWhole} onWhole={() => onWhole(true)} />
      ) : null}
      {stories.length > 0 && drawn.stories.length > 0 ? (
        <>
          <CandidateList
            ref={list}
            stories={drawn.stories}
            elsewhere={drawn.elsewhere}
            system={system}
            today={today}
            isGrowing={found.loading}
            onGrow={stories.length < Math.min(total, MOST) ? grow : null}
          />
          {stories.length === MOST && total > MOST ? (
            <p className={styles['end']}>
              The newest {MOST} of {total.toLocaleString('en-GB')}. Search to find older ones.
            </p>
          ) : null}
        </>
      ) : null}
    </>
  );
}

/** CandidateList is memoised, because the pane around it renders at every step. */
const CandidateList = memo(function CandidateList({
  ref,
  stories,
  elsewhere,
  system,
  today,
  isGrowing,
  onGrow,
}: {
  ref: Ref<HTMLDivElement>;
  stories: readonly Candidate[];
  /** On which other pages each story is shown, in words. */
  elsewhere: ReadonlyMap<StoryId, string>;
  system: SystemCode;
  today: string;
  isGrowing: boolean;
  onGrow: (() => void) | null;
}) {
  const state = useAppState();
  const keysOf = useCommandKeys();
  const { dragAndDropHooks } = useDragAndDrop<Candidate>({
    getItems: (keys) =>
      stories
        .filter((story) => keys.has(story.id))
        .map((story) => toDragItem({ articleId: story.id, headline: story.headline })),
    getAllowedDropOperations: () => ['move'],
  });

  /** Selects a story that is on the page; places one that is not. */
  const choose = useCallback((story: Candidate) => showOrPlace(state, story), [state]);

  const { handlers, menu } = useSideMenu(
    stories,
    (story) => [
      {
        kind: 'item',
        id: 'choose',
        label: story.position === null ? 'Place on top of this page' : 'Show on the page',
        keys: 'Enter',
      },
      ...inZoneEntry(state, keysOf('page.moveToZone')),
      { kind: 'item', id: 'onPages', label: 'On pages…', keys: keysOf('story.onPages') },
      { kind: 'item', id: 'shelve', label: 'Put on the shelf', keys: keysOf('story.shelve') },
    ],
    (action, story) => {
      if (action === 'choose') choose(story);
      if (action === IN_ZONE) state.session.getState().openDialog({ kind: 'to-zone', articleIds: [story.id] });
      if (action === 'onPages') state.session.getState().openDialog({ kind: 'on-pages', id: story.id });
      if (action === 'shelve') void shelve(state, { kind: 'ids', ids: [story.id] });
    },
  );

  return (
    <div {...handlers} className={layoutStyles['column']}>
      <Virtualizer layout={ListLayout} layoutOptions={ROWS}>
        <GridList
          ref={ref}
          aria-label="Candidates"
          disallowTypeAhead
          keyboardNavigationBehavior="tab"
          dragAndDropHooks={dragAndDropHooks}
          onAction={(key) => {
            const story = stories.find((candidate) => candidate.id === key);
            if (story) choose(story);
          }}
          className={styles['list'] ?? ''}
        >
          <Collection items={stories} dependencies={[system, today, choose, elsewhere]}>
            {(story) => (
              <CandidateRow
                id={story.id}
                story={story}
                system={system}
                today={today}
                elsewhere={elsewhere.get(story.id) ?? null}
                onPlace={choose}
              />
            )}
          </Collection>
          {onGrow ? (
            <GridListLoadMoreItem isLoading={isGrowing} onLoadMore={onGrow} className={styles['growing'] ?? ''}>
              Loading more…
            </GridListLoadMoreItem>
          ) : null}
        </GridList>
      </Virtualizer>
      {menu}
    </div>
  );
});

function NothingFound({ isSearch, isWhole, onWhole }: { isSearch: boolean; isWhole: boolean; onWhole: () => void }) {
  const more = isWhole ? null : <Button onPress={onWhole}>Search the whole library</Button>;
  return isSearch ? (
    <EmptyState title="No story matches" actions={more}>
      {isWhole ? 'Try fewer or shorter words.' : 'No story filed here and no national story has these words.'}
    </EmptyState>
  ) : (
    <EmptyState title="Nothing is filed here yet" actions={more}>
      File stories to this system in Stories, or place one from the whole library.
    </EmptyState>
  );
}

function CandidateRow({
  id,
  story,
  system,
  today,
  elsewhere,
  onPlace,
}: {
  id: StoryId;
  story: Candidate;
  system: SystemCode;
  today: string;
  elsewhere: string | null;
  onPlace: (story: Candidate) => void;
}) {
  const mark = candidateMark(story);
  const isOnPage = story.position !== null;
  const out = story.publishedAt ? shortDay(story.publishedAt, today) : 'undated';
  const tag = story.systems.find((candidate) => candidate.code === system);
  const meta = [out, story.kind].filter(Boolean).join(' · ');
  const notes = [
    mark,
    // Other pages matter before the story is placed here. Once placed, its teaser shows them.
    isOnPage ? null : elsewhere,
    story.national ? 'national' : null,
    tag?.strength === 'mentioned' ? 'mentioned here' : null,
    !story.national && !tag ? 'not filed here' : null,
    story.embargoUntil ? `embargo until ${shortDay(story.embargoUntil, today)}` : null,
  ].filter((note): note is string => note !== null);
  return (
    <ListRow
      id={id}
      value={story}
      textValue={[story.headline, meta, ...notes].join(', ')}
      className={cx(
        styles['row'],
        rowStyles['panel'],
        rowStyles['ring'],
        rowStyles['carried'],
        isOnPage && styles['onPage'],
      )}
    >
      <div>
        <p className={styles['headline']}>{story.headline}</p>
        <p className={styles['meta']}>
          <span>{meta}</span>
          {notes.map((note) => (
            <Chip key={note} tone={note === 'taken off' ? 'possible' : note === 'national' ? 'outline' : 'plain'}>
              {note}
            </Chip>
          ))}
        </p>
      </div>
      {/* The drag handle is for the keyboard. The mouse drags the whole row. */}
      <DragHandle className={styles['drag'] ?? ''}>Drag</DragHandle>
      <Button
        variant="plain"
        className={styles['place']}
        onPress={() => onPlace(story)}
        aria-label={isOnPage ? `Show on the page: ${story.headline}` : `Place: ${story.headline}`}
      >
        {isOnPage ? 'Show' : 'Place'}
      </Button>
    </ListRow>
  );
}
