import { RotateCcw, X } from 'lucide-react';
import { useState } from 'react';
import type { HistoryChange, HistoryEntry } from '../../../shared/models.ts';
import { counted } from '../../../shared/words/counted.ts';
import { longDay } from '../../../shared/words/day-words.ts';
import { inQuotes } from '../../../shared/words/quotes.ts';
import { useAppState } from '../../state/app-state.tsx';
import { useQuery } from '../../state/queries.ts';
import { write } from '../../state/writes.ts';
import { Button, IconButton } from '../../ui/Button.tsx';
import { Skeleton } from '../../ui/Spinner.tsx';
import { ErrorState } from '../../ui/States.tsx';
import { DOOR_WORDS, localDayAndTime } from './history-model.ts';
import styles from './StepDetails.module.css';

const CHANGES_AT_ONCE = 100;

/** What one step changed, with a way to take it back alone. */
export function StepDetails({ entry, onClose }: { entry: HistoryEntry; onClose: () => void }) {
  const [limit, setLimit] = useState(CHANGES_AT_ONCE);
  const { data, error, retry } = useQuery('history.get', { id: entry.id, limit }, { keepPrevious: true });
  const { day, time } = localDayAndTime(entry.at);
  const shown = data?.groups.reduce((sum, { changes }) => sum + changes.length, 0) ?? 0;
  return (
    <aside className={styles['pane']} aria-label="What this step changed">
      <header className={styles['head']}>
        <h3 className={styles['title']}>{entry.label}</h3>
        <IconButton label="Close the step" icon={<X size={16} aria-hidden="true" />} onPress={onClose} />
      </header>
      <p className={styles['quiet']}>
        {entry.by}, {longDay(day)} at {time}, {DOOR_WORDS[entry.door]}
      </p>
      {entry.kind === 'step' && !entry.undone ? <TakeBack entry={entry} /> : null}
      {error ? <ErrorState title="The step could not be read" message={error.message} onRetry={retry} /> : null}
      {data ? null : <Skeleton lines={4} label="Loading the step" />}
      {data?.groups.map(({ subject, changes }) => (
        <section key={`${subject.kind} ${subject.id}`} className={styles['group']}>
          <h4 className={styles['subject']}>{subject.title}</h4>
          <dl className={styles['changes']}>
            {changes.map((change, index) => (
              // The changes of a step never change their order.
              // biome-ignore lint/suspicious/noArrayIndexKey: see above.
              <Change key={index} change={change} />
            ))}
          </dl>
        </section>
      ))}
      {data && limit < 1000 && limit < data.total ? (
        <Button variant="quiet" onPress={() => setLimit((now) => Math.min(1000, now + 300))}>
          {`Show more (${shown} of ${counted(data.total, 'change', 'changes')})`}
        </Button>
      ) : null}
    </aside>
  );
}

function Change({ change: { what, before, after } }: { change: HistoryChange }) {
  return (
    <div className={styles['change']}>
      <dt>{what}</dt>
      {before === null ? null : (
        <dd>
          <span className={styles['quiet']}>Was</span> {before}
        </dd>
      )}
      {after === null ? null : (
        <dd>
          <span className={styles['quiet']}>Is</span> {after}
        </dd>
      )}
    </div>
  );
}

/** The button that takes a past step back, or the later steps that built on it. */
function TakeBack({ entry }: { entry: HistoryEntry }) {
  const state = useAppState();
  const { data } = useQuery('history.revertible', { id: entry.id });
  if (!data) return null;
  const takeBack = (partly: boolean) => void write(state, 'history.revert', { id: entry.id, partly });
  const icon = <RotateCcw size={15} aria-hidden="true" />;
  if (data.blocked === 0) {
    return (
      <Button icon={icon} onPress={() => takeBack(false)}>
        Undo this step
      </Button>
    );
  }
  return (
    <div className={styles['blocked']}>
      <p>
        Later steps built on {data.rows === 0 ? 'all of it' : `${data.blocked} of ${data.blocked + data.rows} changes`}
        {data.later.length === 0 ? '.' : ':'}
      </p>
      <ul className={styles['later']}>
        {data.later.slice(0, 5).map((later) => (
          <li key={later.id}>
            {inQuotes(later.label)}, {later.by}
          </li>
        ))}
      </ul>
      {data.rows === 0 ? null : (
        <Button icon={icon} onPress={() => takeBack(true)}>
          Undo the rest
        </Button>
      )}
    </div>
  );
}
