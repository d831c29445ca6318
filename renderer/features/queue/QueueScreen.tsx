import { useEffect, useRef, useSyncExternalStore } from 'react';
import { useCommandControl } from '../../commands/context.tsx';
import { useAppState, useSession } from '../../state/app-state.tsx';
import { usePane } from '../../state/panes.ts';
import { useLibraryInfo, useQuery } from '../../state/queries.ts';
import { countSelected, NOTHING_SELECTED, toNextTotal } from '../../state/selection.ts';
import { Button } from '../../ui/Button.tsx';
import { isFocusLost } from '../../ui/lost-focus.ts';
import { SidePane } from '../../ui/SidePane.tsx';
import { Skeleton } from '../../ui/Spinner.tsx';
import { EmptyState, ErrorState } from '../../ui/States.tsx';
import { OffersPane } from './OffersPane.tsx';
import { QueuePane } from './QueuePane.tsx';
import { settleQueue } from './queue-actions.ts';
import type { QueueView } from './queue-list.ts';
import { placeInQueue } from './queue-words.ts';
import { Rejections } from './Rejections.tsx';
import { StoryPane } from './StoryPane.tsx';
import { useNeighbours } from './use-neighbours.ts';
import { useQueueCommands } from './use-queue-commands.ts';

/** QueueScreen reviews stories: the list, the open story, and its offers. */
export function QueueScreen() {
  const view = useSession((s) => s.queueView);
  return view === 'rejections' ? <Rejections /> : <QueueDesk />;
}

function QueueDesk() {
  const state = useAppState();
  const { queue, rowOffers, session } = state;
  const view = useSyncExternalStore(queue.subscribe, queue.getView);
  const open = useSession((s) => s.queueStory);
  const grid = useRef<HTMLDivElement>(null);
  useQueueCommands();
  useEffect(() => queue.connect(), [queue]);
  useEffect(() => rowOffers.connect(), [rowOffers]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: the view changes with the list.
  useEffect(() => settleQueue(state), [state, view, open]);
  useSelectionWithin(view);
  useNeighbours(open, view);

  const hasRows = (view.total ?? 0) > 0;
  useEffect(() => {
    if (hasRows && isFocusLost()) grid.current?.focus();
  }, [hasRows]);

  const story = useQuery('queue.get', open === null ? null : { id: open });
  const data = story.data ?? null;
  const isEmpty = view.total === 0 && open === null;
  const pane = usePane('offers', 372);
  const isNarrow = useSession((s) => s.isNarrow);
  const isOffersOpen = useSession((s) => (s.isNarrow ? s.isDrawerOpen : s.isDetailsShown));
  const index = open === null ? null : view.indexOf(open);

  if (isEmpty) return <AllRead />;
  return (
    <>
      <QueuePane view={view} gridRef={grid} />
      <StoryPane title={view.total === null ? 'Story' : placeInQueue(index, view.total)} data={data}>
        {story.error ? (
          <ErrorState title="The story could not be read" message={story.error.message} onRetry={story.retry} />
        ) : (
          <Skeleton lines={9} label="Loading the story" />
        )}
      </StoryPane>
      <SidePane
        label="Offers"
        {...pane}
        isDrawer={isNarrow}
        isOpen={isOffersOpen}
        onClose={() => session.getState().setDrawerOpen(false)}
      >
        <OffersPane data={data} />
      </SidePane>
    </>
  );
}

/**
 * Updates the selection when the queue changes: it counts what is found now, and is cleared when the queue is empty.
 */
function useSelectionWithin({ total }: QueueView): void {
  const { session } = useAppState();
  useEffect(() => {
    if (total === null) return;
    const { queueSelection, setQueueSelection } = session.getState();
    const next =
      total === 0 && countSelected(queueSelection) > 0
        ? NOTHING_SELECTED
        : queueSelection.kind === 'query'
          ? toNextTotal(queueSelection, queueSelection.query, total)
          : queueSelection;
    if (next !== queueSelection) setQueueSelection(next);
  }, [session, total]);
}

/** Shown once the queue is empty. */
function AllRead() {
  const stories = useCommandControl('go.stories');
  const pages = useCommandControl('go.pages');
  const exporting = useCommandControl('go.export');
  const rejections = useCommandControl('go.rejections');
  const undo = useCommandControl('edit.undo');
  const info = useLibraryInfo().data;
  return (
    <EmptyState
      title="The queue is empty"
      actions={
        <>
          <Button variant="primary" onPress={pages.onPress} keys={pages.keys}>
            Open the pages
          </Button>
          <Button onPress={exporting.onPress} keys={exporting.keys}>
            Export
          </Button>
          <Button onPress={stories.onPress} keys={stories.keys}>
            All stories
          </Button>
          <Button onPress={rejections.onPress}>{rejections.label}</Button>
          {info?.undo ? (
            <Button onPress={undo.onPress} keys={undo.keys}>
              {undo.label}
            </Button>
          ) : null}
        </>
      }
    >
      Every story has been reviewed. Check the pages, then export those that changed. New stories appear here.
    </EmptyState>
  );
}
