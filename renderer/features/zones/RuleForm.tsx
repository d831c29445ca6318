import { Group } from 'react-aria-components';
import { LENDERS } from '../../../shared/pages/fill-rules.ts';
import { STRENGTHS } from '../../../shared/tagging/strengths.ts';
import { Checkbox } from '../../ui/forms/Checkbox.tsx';
import fieldStyles from '../../ui/forms/Field.module.css';
import { TextField } from '../../ui/forms/Field.tsx';
import { Radios } from '../../ui/forms/Radios.tsx';
import { Select } from '../../ui/forms/Select.tsx';
import textStyles from '../../ui/text.module.css';
import { KindsField } from './KindsField.tsx';
import styles from './RuleForm.module.css';
import type { DraftZone, ZoneErrors } from './zones-draft.ts';

const STRENGTH_LABELS = { about: 'About it', affects: 'Affecting it', mentioned: 'Mentioning it' } as const;

const FILLERS = [
  { id: 'rule', label: 'A rule fills the places that editors leave free' },
  { id: 'hand', label: 'By editors only: a place stays empty until an editor fills it' },
] as const;

const NATIONAL = [
  { id: 'with', label: 'National stories too' },
  { id: 'without', label: 'No national stories' },
  { id: 'only', label: 'Only national stories' },
] as const;

const FIRST = [
  { id: 'newest', label: 'Newest first' },
  { id: 'local', label: 'Local before national' },
  { id: 'about', label: 'About it before others' },
] as const;

const LENDER_LABELS = {
  region: 'From others of its region',
  cluster: 'From its cluster',
  predecessors: 'From its predecessors',
} as const;
const BORROW = [
  { id: 'none', label: 'Do not borrow' },
  ...LENDERS.map((id) => ({ id, label: LENDER_LABELS[id] })),
] as const;

/** RuleForm edits the rule that fills the zone. */
export function RuleForm({
  zone,
  errors,
  onChange,
}: {
  zone: DraftZone;
  errors: ZoneErrors;
  onChange: (change: Partial<DraftZone>) => void;
}) {
  const hasLocal = zone.national !== 'only';
  return (
    <>
      <Radios
        label="What fills it"
        value={zone.byHand ? 'hand' : 'rule'}
        onChange={(id) => onChange({ byHand: id === 'hand' })}
        options={FILLERS}
      />
      {zone.byHand ? null : (
        <>
          <Group aria-labelledby="zone-strengths" className={styles['group'] ?? ''}>
            <span id="zone-strengths" className={fieldStyles['label']}>
              Stories filed to the system as
            </span>
            <div className={styles['boxes']}>
              {STRENGTHS.map((strength) => (
                <Checkbox
                  key={strength}
                  isSelected={hasLocal && zone.strengths.includes(strength)}
                  isDisabled={!hasLocal}
                  onChange={(isOn) =>
                    onChange({
                      strengths: STRENGTHS.filter((one) => (one === strength ? isOn : zone.strengths.includes(one))),
                    })
                  }
                >
                  {STRENGTH_LABELS[strength]}
                </Checkbox>
              ))}
            </div>
            {hasLocal ? null : <span className={fieldStyles['hint']}>Only national stories appear here.</span>}
          </Group>
          <div className={styles['pair']}>
            <Select
              label="National"
              value={zone.national}
              onChange={(national) => onChange({ national })}
              options={NATIONAL}
            />
            <Select
              label="Which come first"
              value={zone.first}
              onChange={(first) => onChange({ first })}
              options={FIRST}
            />
            <TextField
              label="Maximum age in days"
              name="maxAge"
              value={zone.maxAge}
              onChange={(maxAge) => onChange({ maxAge })}
              inputMode="numeric"
              hint="Leave blank for any age."
              error={errors.maxAge}
              className={styles['short']}
            />
          </div>
          <KindsField kinds={zone.kinds} onChange={(kinds) => onChange({ kinds })} error={errors.kinds} />
          <div className={styles['pair']}>
            <Select
              label="Borrow when thin"
              value={zone.borrow.from}
              onChange={(from) => onChange({ borrow: { ...zone.borrow, from } })}
              options={BORROW}
            />
            {zone.borrow.from === 'none' ? null : (
              <TextField
                label="Up to how many teasers"
                name="upTo"
                value={zone.borrow.upTo}
                onChange={(upTo) => onChange({ borrow: { ...zone.borrow, upTo } })}
                inputMode="numeric"
                error={errors.upTo}
              />
            )}
          </div>
          {zone.borrow.from === 'none' ? null : (
            <p className={textStyles['smallSecond']}>
              The system a story is borrowed from is always shown, here and to readers.
            </p>
          )}
        </>
      )}
    </>
  );
}
