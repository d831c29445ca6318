// biome-ignore-all lint/a11y/useSemanticElements: three buttons that belong together, inside no form.
import { STRENGTHS, type Strength } from '../../../shared/models.ts';
import { cx } from '../../ui/cx.ts';
import { STRENGTH_LABELS, STRENGTH_MEANS } from './queue-words.ts';
import styles from './StrengthSwitch.module.css';

/** How much a story concerns a system it is filed to: one press changes it. */
export function StrengthSwitch({
  name,
  value,
  onChange,
}: {
  name: string;
  value: Strength;
  onChange: (strength: Strength) => void;
}) {
  return (
    <div role="group" aria-label={`How much the story concerns ${name}`} className={styles['switch']}>
      {STRENGTHS.map((strength) => (
        <button
          key={strength}
          type="button"
          aria-pressed={strength === value}
          title={STRENGTH_MEANS[strength]}
          className={cx(styles['choice'], strength === value && styles['chosen'])}
          onClick={() => onChange(strength)}
        >
          {STRENGTH_LABELS[strength]}
        </button>
      ))}
    </div>
  );
}
