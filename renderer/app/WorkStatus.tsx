import { useAppState, useSession } from '../state/app-state.tsx';
import { cancelWork } from '../state/follow-work.ts';
import { cx } from '../ui/cx.ts';
import rowStyles from '../ui/rows.module.css';
import styles from './StatusLine.module.css';

/** Work that takes a while: what it is, how far it is, and the button that cancels it. */
export function WorkStatus() {
  const state = useAppState();
  const work = useSession(({ work }) => work);
  if (work.kind === 'none') return null;
  if (work.kind === 'ended') return <span>{work.text}</span>;
  return (
    <span className={styles['work']}>
      <span>{work.isCancelling ? 'Cancelling…' : work.text}</span>
      <progress className={styles['bar']} value={work.done} max={Math.max(1, work.total)} aria-label="Progress" />
      <button
        type="button"
        className={cx(styles['link'], rowStyles['sunken'])}
        disabled={work.isCancelling}
        onClick={() => void cancelWork(state)}
      >
        Cancel
      </button>
    </span>
  );
}
