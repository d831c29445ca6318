// biome-ignore-all lint/a11y/useSemanticElements: buttons that belong together, inside no form.
import { cx } from '../cx.ts';
import styles from './Switch.module.css';

/** A few choices of which one holds, one press apart. */
export function Switch<Id extends string>({
  label,
  value,
  onChange,
  options,
  isNarrow = false,
}: {
  label: string;
  value: Id;
  onChange: (id: Id) => void;
  /** `means` says more of an option where its word is short. */
  options: readonly { id: Id; label: string; means?: string }[];
  /** Where there is little room beside it. */
  isNarrow?: boolean;
}) {
  return (
    <div role="group" aria-label={label} className={cx(styles['switch'], isNarrow && styles['narrow'])}>
      {options.map(({ id, label: words, means }) => (
        <button
          key={id}
          type="button"
          aria-pressed={id === value}
          title={means}
          className={cx(styles['choice'], id === value && styles['chosen'])}
          onClick={() => onChange(id)}
        >
          {words}
        </button>
      ))}
    </div>
  );
}
