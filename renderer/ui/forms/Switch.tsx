// biome-ignore-all lint/a11y/useSemanticElements: related buttons outside a form.
import { cx } from '../cx.ts';
import rowStyles from '../rows.module.css';
import styles from './Switch.module.css';

/** Switch offers a few choices, of which one applies. */
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
  /** `means` explains an option with a short label. */
  options: readonly { id: Id; label: string; means?: string }[];
  /** For places with little room. */
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
          className={cx(styles['choice'], rowStyles['sunken'], rowStyles['ring'], id === value && styles['chosen'])}
          onClick={() => onChange(id)}
        >
          {words}
        </button>
      ))}
    </div>
  );
}
