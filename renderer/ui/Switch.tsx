// biome-ignore-all lint/a11y/useSemanticElements: buttons that belong together, inside no form.
import { cx } from './cx.ts';
import styles from './Switch.module.css';

/** A few ways to see the same thing, one press apart. */
export function Switch<Id extends string>({
  label,
  value,
  onChange,
  options,
}: {
  label: string;
  value: Id;
  onChange: (id: Id) => void;
  options: readonly { id: Id; label: string }[];
}) {
  return (
    <div role="group" aria-label={label} className={styles['switch']}>
      {options.map(({ id, label: words }) => (
        <button
          key={id}
          type="button"
          aria-pressed={id === value}
          className={cx(styles['choice'], id === value && styles['chosen'])}
          onClick={() => onChange(id)}
        >
          {words}
        </button>
      ))}
    </div>
  );
}
