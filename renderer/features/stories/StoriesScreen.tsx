import { memo, useEffect, useMemo, useRef, useState, useSyncExternalStore } from 'react';
import { counted } from '../../../shared/words/counted.ts';
import { useCommand, useCommandControl, useCommands } from '../../commands/context.tsx';
import { isTextField } from '../../commands/keyboard.ts';
import { useAppState, useSession } from '../../state/app-state.tsx';
import { PagedStories } from '../../state/paged-stories.ts';
import { usePane } from '../../state/panes.ts';
import { useQuery } from '../../state/queries.ts';
import { countSelected, NOTHING_SELECTED, toNextTotal } from '../../state/selection.ts';
import { useSettled } from '../../state/settled.ts';
import { ALL_STORIES } from '../../state/story-query.ts';
import { Button } from '../../ui/Button.tsx';
import layoutStyles from '../../ui/layout.module.css';
import { isFocusLost } from '../../ui/lost-focus.ts';
import { Pane, PaneHeader } from '../../ui/Pane.tsx';
import { SidePane } from '../../ui/SidePane.tsx';
import { Skeleton } from '../../ui/Spinner.tsx';
import { EmptyState, ErrorState } from '../../ui/States.tsx';
import { Details } from './details/Details.tsx';
import styles from './StoriesScreen.module.css';
import { selectAllFound } from './select-all.ts';
import { formatSelected, selectionInput } from './selected-words.ts';
import { formatFound } from './story-words.ts';
import { ColumnsMenu } from './table/ColumnsMenu.tsx';
import { FilterBar } from './table/FilterBar.tsx';
import { StoriesTable } from './table/StoriesTable.tsx';

/** Debounce before a typed search is sent. */
const SETTLE_MS = 50;
/** Pause in typing before the result is announced. */
const SPEAK_MS = 600;

const count = (value: number) => value.toLocaleString('en-GB');
const formatMatches = (total: number) =>
  total === 0 ? 'No stories match' : counted(total, 'story matches', 'stories match');

export function StoriesScreen() {
  const { api, session } = useAppState();
  const { registry } = useCommands();
  const query = useSession((s) => s.query);
  const sort = useSession((s) => s.sort);
  const [pages] = useState(() => new PagedStories(api));
  const { result, isSearching, error } = useSyncExternalStore(pages.subscribe, pages.getState);
  useEffect(() => pages.connect(), [pages]);

  // Only typed text is debounced. Filters and views apply at once.
  const text = useSettled(query.text, SETTLE_MS);
  const asked = useMemo(() => ({ ...query, text }), [query, text]);
  useEffect(() => pages.show(asked, sort), [pages, asked, sort]);

  useEffect(() => {
    if (!result) return;
    const { selection, setSelection } = session.getState();
    const next = toNextTotal(selection, result.query, result.total);
    if (next !== selection) setSelection(next);
    // Without rows, no story can be active.
    if (result.total === 0) session.getState().setActive(null);
  }, [result, session]);

  // The table changes silently, so announce the result of another search or filter.
  const told = useRef(result?.query ?? null);
  useEffect(() => {
    if (!result || told.current === result.query) return;
    if (told.current === null) {
      told.current = result.query;
      return;
    }
    const timer = setTimeout(() => {
      told.current = result.query;
      session.getState().announce(formatFound(result.total));
    }, SPEAK_MS);
    return () => clearTimeout(timer);
  }, [result, session]);

  const grid = useRef<HTMLDivElement>(null);
  const search = useRef<HTMLInputElement>(null);
  const hasRows = result !== null && result.total > 0;
  useEffect(() => {
    if (hasRows && isFocusLost()) grid.current?.focus();
  }, [hasRows]);

  // The Edit menu of the window copies without a key press.
  useEffect(() => {
    const onCopy = (event: ClipboardEvent) => {
      const { dialog, question } = session.getState();
      if (event.defaultPrevented || isTextField(event.target) || dialog !== null || question !== null) return;
      if (registry.run('story.copy')) event.preventDefault();
    };
    document.addEventListener('copy', onCopy);
    return () => document.removeEventListener('copy', onCopy);
  }, [registry, session]);

  useCommand('story.search', { run: () => search.current?.focus() });
  useCommand('story.selectAll', {
    // While a search is on its way, the rows shown are those of the last one. Its own rows may be none.
    when: () => hasRows || isSearching,
    run: () => selectAllFound(session, pages),
  });
  const selection = useSession((s) => s.selection);
  const selected = countSelected(selection);
  const counts = useQuery('tags.state', selectionInput(selection, result?.query ?? null), { keepPrevious: true }).data;
  const outside = selected === 0 ? 0 : Math.min(selected, counts?.outside ?? 0);
  useCommand('story.selectNone', {
    when: () => selected > 0,
    run: () => {
      session.getState().setSelection(NOTHING_SELECTED);
      session.getState().announce('Selection cleared.');
    },
  });

  const isFiltered = Object.entries(ALL_STORIES).some(([key, value]) => query[key as keyof typeof query] !== value);
  const total = result ? (isFiltered ? formatMatches(result.total) : count(result.total)) : null;

  return (
    <>
      <Pane label="Stories" className={layoutStyles['fill']}>
        <PaneHeader title="Stories" detail={total}>
          <Actions selected={selected} outside={outside} />
        </PaneHeader>
        <FilterBar
          searchRef={search}
          isSearching={isSearching && result !== null}
          onLeave={() => grid.current?.focus()}
        />
        {error ? (
          <ErrorState title="The stories could not be read" message={error.message} onRetry={() => pages.retry()} />
        ) : !result ? (
          <Skeleton lines={14} label="Loading stories" />
        ) : result.total === 0 ? (
          <NothingFound isFiltered={isFiltered} notice={result.notice} />
        ) : (
          <StoriesTable pages={pages} result={result} outside={outside} gridRef={grid} />
        )}
      </Pane>
      <DetailsPane />
    </>
  );
}

/** A component of its own, so that typing in the search does not render it again. */
const DetailsPane = memo(function DetailsPane() {
  const pane = usePane('details', 360);
  const isNarrow = useSession((s) => s.isNarrow);
  const isOpen = useSession((s) => (s.isNarrow ? s.isDrawerOpen : s.isDetailsShown));
  const setDrawerOpen = useSession((s) => s.setDrawerOpen);
  return (
    <SidePane label="Details" {...pane} isDrawer={isNarrow} isOpen={isOpen} onClose={() => setDrawerOpen(false)}>
      <Details />
    </SidePane>
  );
});

function Actions({ selected, outside }: { selected: number; outside: number }) {
  const showSelected = useSession((s) => s.showSelected);
  const isNarrow = useSession((s) => s.isNarrow);
  const add = useCommandControl('story.addSystems');
  const create = useCommandControl('story.new');
  const none = useCommandControl('story.selectNone');
  const details = useCommandControl('view.details');
  return (
    <>
      {selected > 0 ? (
        <>
          <span className={styles['selected']}>{formatSelected(selected, outside)}</span>
          {outside > 0 ? (
            <Button variant="quiet" onPress={showSelected} aria-label="Show the selected stories">
              Show
            </Button>
          ) : null}
          <Button variant="quiet" onPress={none.onPress} keys={none.keys}>
            Clear
          </Button>
        </>
      ) : null}
      <Button onPress={add.onPress} isDisabled={add.isDisabled} keys={add.keys}>
        {selected > 0 ? `${add.label} to ${count(selected)}` : add.label}
      </Button>
      <Button onPress={create.onPress} keys={create.keys}>
        {create.label}
      </Button>
      <ColumnsMenu />
      {isNarrow ? <Button onPress={details.onPress}>Details</Button> : null}
    </>
  );
}

function NothingFound({ isFiltered, notice }: { isFiltered: boolean; notice: string | null }) {
  const showView = useSession((s) => s.showView);
  const create = useCommandControl('story.new');
  const bring = useCommandControl('import.start');
  if (isFiltered) {
    return (
      <EmptyState title="No story matches" actions={<Button onPress={() => showView(null)}>Show all stories</Button>}>
        {notice ??
          'Every word must occur in the headline, standfirst, image label, byline or text. Try fewer words, or remove a filter.'}
      </EmptyState>
    );
  }
  return (
    <EmptyState
      title="There are no stories yet"
      actions={
        <>
          <Button variant="primary" onPress={bring.onPress}>
            {bring.label}
          </Button>
          <Button onPress={create.onPress}>{create.label}</Button>
        </>
      }
    >
      Import a saved page, drop one on this window, or write a story.
    </EmptyState>
  );
}
