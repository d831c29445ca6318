import type { CommandId } from '../../../shared/command-list.ts';
import { useCommandControl } from '../../commands/context.tsx';
import { useQuery, useSystemsByCode } from '../../state/queries.ts';
import { type SelectionState, toSelection } from '../../state/selection.ts';
import { Button, type ButtonProps } from '../../ui/Button.tsx';
import { Chip } from '../../ui/Chip.tsx';
import { PaneHeader } from '../../ui/Pane.tsx';
import { Skeleton } from '../../ui/Spinner.tsx';
import { ErrorState } from '../../ui/States.tsx';
import { SystemChip } from './cells.tsx';
import styles from './Details.module.css';
import { shareOf } from './tag-model.ts';

export function CommandButton({ id, variant }: { id: CommandId; variant?: ButtonProps['variant'] }) {
  const control = useCommandControl(id);
  return (
    <Button
      {...(variant ? { variant } : {})}
      onPress={control.onPress}
      isDisabled={control.isDisabled}
      keys={control.keys}
    >
      {control.label}
    </Button>
  );
}

/** What the selected stories have in common, and what can be done to all of them in one step. */
export function SeveralStories({ selection }: { selection: SelectionState }) {
  const asked = toSelection(selection);
  const state = useQuery('tags.state', asked ? { selection: asked } : null, { keepPrevious: true });
  const byCode = useSystemsByCode();
  const total = state.data?.total ?? 0;
  const title = state.data ? `${total.toLocaleString('en-GB')} ${total === 1 ? 'story' : 'stories'}` : 'Stories';
  return (
    <>
      <PaneHeader title={title} detail="selected" />
      <div className={styles['scroll']}>
        {state.error ? (
          <ErrorState title="The tags could not be read" message={state.error.message} onRetry={state.retry} />
        ) : !state.data ? (
          <Skeleton lines={5} label="Loading tags" />
        ) : (
          <>
            <section className={styles['section']}>
              <h3 className={styles['heading']}>Filed to</h3>
              <ul className={styles['tags']}>
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
                  <li className={styles['quiet']}>None of them is filed.</li>
                ) : null}
              </ul>
              <div className={styles['actions']}>
                <CommandButton id="story.addSystems" variant="primary" />
                <CommandButton id="story.removeSystems" />
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
              <h3 className={styles['heading']}>On pages and in exports</h3>
              <div className={styles['actions']}>
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
