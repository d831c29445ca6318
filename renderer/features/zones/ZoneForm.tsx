import type { Ref } from 'react';
import fieldStyles from '../../ui/forms/Field.module.css';
import { TextField } from '../../ui/forms/Field.tsx';
import { Switch } from '../../ui/forms/Switch.tsx';
import styles from './RuleForm.module.css';
import { RuleForm } from './RuleForm.tsx';
import { PROMINENCE_LABELS } from './ZoneList.tsx';
import { type DraftZone, LONGEST_NAME, type ZoneErrors } from './zones-draft.ts';

const PROMINENCES = [
  { id: 'lead', label: PROMINENCE_LABELS.lead, means: 'Large' },
  { id: 'standard', label: PROMINENCE_LABELS.standard, means: 'Standard' },
  { id: 'brief', label: PROMINENCE_LABELS.brief, means: 'Small' },
] as const;

/** ZoneForm edits one zone: its name, limit, size on the page, and rule. */
export function ZoneForm({
  zone,
  errors = {},
  onChange,
  formRef,
}: {
  zone: DraftZone;
  errors: ZoneErrors | undefined;
  onChange: (change: Partial<DraftZone>) => void;
  formRef: Ref<HTMLElement>;
}) {
  return (
    <section ref={formRef} aria-label={`Zone ${zone.name.trim()}`} className={styles['form']}>
      <div className={styles['head']}>
        <TextField
          label="Name"
          name="name"
          value={zone.name}
          onChange={(name) => onChange({ name })}
          error={errors.name}
          maxLength={LONGEST_NAME}
          className={styles['name']}
        />
        <TextField
          label="Maximum teasers"
          name="limit"
          value={zone.limit}
          onChange={(limit) => onChange({ limit })}
          inputMode="numeric"
          error={errors.limit}
          className={styles['limit']}
        />
        <div className={fieldStyles['field']}>
          <span className={fieldStyles['label']} aria-hidden="true">
            Size on the page
          </span>
          <Switch
            label="Size on the page"
            value={zone.prominence}
            onChange={(prominence) => onChange({ prominence })}
            options={PROMINENCES}
          />
        </div>
      </div>
      <RuleForm zone={zone} errors={errors} onChange={onChange} />
    </section>
  );
}
