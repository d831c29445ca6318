import { useEffect } from 'react';
import { counted } from '../../../../shared/words/counted.ts';
import { useSession } from '../../../state/app-state.tsx';
import { useQuery, useSystemsByCode } from '../../../state/queries.ts';
import { NOTHING_SELECTED, type SelectionState } from '../../../state/selection.ts';
import { Chip } from '../../../ui/Chip.tsx';
import layoutStyles from '../../../ui/layout.module.css';
import { PaneHeader } from '../../../ui/Pane.tsx';
import { Skeleton } from '../../../ui/Spinner.tsx';
import { ErrorState } from '../../../ui/States.tsx';
import textStyles from '../../../ui/text.module.css';
import { CommandButton } from '../CommandButton.tsx';
import { formatOutside, selectionInput } from '../selected-words.ts';
import { SystemChip } from '../table/cells.tsx';
import { shareOf } from '../tags/tag-model.ts';
import styles from './Details.module.css';

/** SeveralStories shows what the selected stories have in common, and the actions on all of them. */
export function SeveralStories({ selection }: { selection: SelectionState }) {
  const query = useSession((s) => s.query);
  const state = useQuery('tags.state', selectionInput(selection, query), { keepPrevious: true });
  const byCode = useSystemsByCode();
  const total = state.data?.total ?? 0;
  const setSelection = useSession((s) => s.setSelection);
  // After an import is undone its stories are gone, so clear an empty selection.
  const hasGone = state.data?.total === 0 && !state.isPrevious && !state.loading;
  useEffect(() => {
    if (hasGone) setSelection(NOTHING_SELECTED);
  }, [hasGone, setSelection]);
  const title = state.data ? counted(total, 'story', 'stories') : 'Stories';
  return (
    <>
      <PaneHeader title={title} detail={`selected${formatOutside(total, state.data?.outside ?? 0)}`} />
      <div className={layoutStyles['paddedScroller']}>
        {state.error ? (
          <ErrorState title="The tags could not be read" message={state.error.message} onRetry={state.retry} />
        ) : !state.data ? (
          <Skeleton lines={5} label="Loading tags" />
        ) : (
          <>
            <section className={styles['section']}>
              <h3 className={styles['heading']}>Filed to</h3>
              <ul className={layoutStyles['lines']}>
                {state.data.national > 0 ? (
                  <li className={styles['share']}>
                    <Chip tone="outline">National</Chip>
                    <span>{shareOf(state.data.national, total)}</span>
                  </li>
                ) : null}
                {state.data.systems.map(({ code, count }) => (
                  <li key={code} className={styles['share']}>
                    {count === total ? (
                      <SystemChip system={byCode.get(code)} code={code} />
                    ) : (
                      <Chip>{byCode.get(code)?.shortName ?? code}</Chip>
                    )}
                    <span>{shareOf(count, total)}</span>
                  </li>
                ))}
                {state.data.national === 0 && state.data.systems.length === 0 ? (
                  <li className={textStyles['quiet']}>None of them is filed.</li>
                ) : null}
              </ul>
              <div className={styles['actions']}>
                <CommandButton id="story.addSystems" variant="primary" />
                <CommandButton id="story.removeSystems" />
                <CommandButton id="story.changeTags" />
              </div>
            </section>
            <section className={styles['section']}>
              <h3 className={styles['heading']}>National</h3>
              <div className={styles['actions']}>
                <CommandButton id="story.makeNational" />
                <CommandButton id="story.endNational" />
              </div>
            </section>
            <section className={styles['section']}>
              <h3 className={styles['heading']}>In the queue</h3>
              <div className={styles['actions']}>
                <CommandButton id="story.markReviewed" />
                <CommandButton id="story.reopen" />
              </div>
            </section>
            <section className={styles['section']}>
              <h3 className={styles['heading']}>On pages and in exports</h3>
              <div className={styles['actions']}>
                <CommandButton id="story.shelve" />
                <CommandButton id="story.withdraw" />
                <CommandButton id="story.bringBack" />
              </div>
            </section>
          </>
        )}
      </div>
    </>
  );
}
