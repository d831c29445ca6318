import { useId } from 'react';
import { TextField } from '../../ui/forms/Field.tsx';
import textStyles from '../../ui/text.module.css';
import styles from './LimitsSection.module.css';
import { LIMIT_FIELDS, type LimitsDraft, limitRefusal } from './limits-draft.ts';

/** LimitsSection edits the limits above which the checks call something too long, too old or too few. */
export function LimitsSection({ draft, onChange }: { draft: LimitsDraft; onChange: (draft: LimitsDraft) => void }) {
  const heading = useId();
  return (
    <section className={styles['section']} aria-labelledby={heading}>
      <h3 id={heading} className={textStyles['title']}>
        Limits of the checks
      </h3>
      <div className={styles['fields']}>
        {LIMIT_FIELDS.map(({ id, label }) => (
          <TextField
            key={id}
            label={label}
            value={draft[id]}
            onChange={(value) => onChange({ ...draft, [id]: value })}
            inputMode="numeric"
            error={limitRefusal(draft, id)}
          />
        ))}
      </div>
    </section>
  );
}
