import styles from './Spinner.module.css';

export function Spinner({ label }: { label: string }) {
  return <span role="img" aria-label={label} className={styles['spinner']} />;
}

/** Skeleton shows grey lines while text loads. */
export function Skeleton({ lines = 3, label = 'Loading' }: { lines?: number; label?: string }) {
  return (
    <div className={styles['skeleton']} role="img" aria-label={label}>
      {Array.from({ length: lines }, (_, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the lines are alike and never reorder.
        <span key={index} style={{ width: `${88 - ((index * 23) % 50)}%` }} />
      ))}
    </div>
  );
}
