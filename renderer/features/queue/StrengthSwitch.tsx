import { STRENGTHS, type Strength } from '../../../shared/models.ts';
import { Switch } from '../../ui/forms/Switch.tsx';
import { STRENGTH_LABELS, STRENGTH_MEANS } from './queue-words.ts';

/** StrengthSwitch sets how much a story concerns a system. One press changes it. */
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
    <Switch
      label={`How much the story concerns ${name}`}
      value={value}
      onChange={onChange}
      options={STRENGTHS.map((id) => ({ id, label: STRENGTH_LABELS[id], means: STRENGTH_MEANS[id] }))}
      isNarrow
    />
  );
}
