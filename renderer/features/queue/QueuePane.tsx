import { memo, type RefObject } from 'react';
import { useCommandControl } from '../../commands/context.tsx';
import { useAppState, useSession } from '../../state/app-state.tsx';
import { usePane } from '../../state/panes.ts';
import { countSelected, NOTHING_SELECTED, toSelection } from '../../state/selection.ts';
import { write } from '../../state/writes.ts';
import { Button } from '../../ui/Button.tsx';
import layoutStyles from '../../ui/layout.module.css';
import { Pane, PaneHeader } from '../../ui/Pane.tsx';
import { Skeleton } from '../../ui/Spinner.tsx';
import { Splitter } from '../../ui/Splitter.tsx';
import { EmptyState, ErrorState } from '../../ui/States.tsx';
import styles from './QueuePane.module.css';
import { QueueRows } from './QueueRows.tsx';
import type { QueueView } from './queue-list.ts';
import { toRead } from './queue-words.ts';

/** QueuePane, on the left, lists the waiting stories, with actions on several at once. */
export const QueuePane = memo(function QueuePane({
  view,
  gridRef,
}: {
  view: QueueView;
  gridRef: RefObject<HTMLDivElement | null>;
}) {
  const { queue } = useAppState();
  const pane = usePane('queue', 320);
  const isNarrow = useSession((s) => s.isNarrow);
  const selected = useSession((s) => countSelected(s.queueSelection));
  const rejections = useCommandControl('go.rejections');
  return (
    <>
      <div className={styles['frame']} style={{ width: isNarrow ? Math.min(pane.widthPx, 300) : pane.widthPx }}>
        <Pane label="Stories to read" className={layoutStyles['fill']}>
          <PaneHeader title="Queue" detail={view.total === null ? null : toRead(view.total)}>
            <Button variant="quiet" onPress={rejections.onPress}>
              {rejections.label}
            </Button>
          </PaneHeader>
          {selected > 0 ? <SelectionBar selected={selected} /> : null}
          {view.error ? (
            <ErrorState
              title="The queue could not be read"
              message={view.error.message}
              onRetry={() => queue.pages.retry()}
            />
          ) : view.total === null ? (
            <Skeleton lines={14} label="Loading the queue" />
          ) : view.total === 0 ? (
            <EmptyState title="No stories waiting">New stories appear as soon as they come in.</EmptyState>
          ) : (
            <QueueRows view={view} gridRef={gridRef} />
          )}
        </Pane>
      </div>
      <Splitter
        label="Width of the queue"
        widthPx={pane.widthPx}
        minPx={240}
        maxPx={520}
        pane="before"
        onResize={pane.onResize}
        onDone={pane.onResized}
      />
    </>
  );
});

function SelectionBar({ selected }: { selected: number }) {
  const state = useAppState();
  const change = useCommandControl('queue.changeTags');
  const none = useCommandControl('story.selectNone');
  async function review() {
    const selection = toSelection(state.session.getState().queueSelection);
    if (!selection || !(await write(state, 'queue.done', { selection }))) return;
    state.session.getState().setQueueSelection(NOTHING_SELECTED);
  }
  return (
    <section aria-label="Selected stories" className={styles['bar']}>
      <p>{selected.toLocaleString('en-GB')} selected</p>
      <Button variant="quiet" onPress={none.onPress} keys={none.keys}>
        Clear
      </Button>
      <Button onPress={change.onPress} isDisabled={change.isDisabled} keys={change.keys}>
        {change.label}
      </Button>
      <Button onPress={() => void review()}>Mark as reviewed</Button>
    </section>
  );
}
