import { STRENGTHS, type Strength } from '../../../shared/models.ts';
import { Switch } from '../../ui/forms/Switch.tsx';
import { STRENGTH_LABELS, STRENGTH_MEANS } from './queue-words.ts';

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
    <Switch
      label={`How much the story concerns ${name}`}
      value={value}
      onChange={onChange}
      options={STRENGTHS.map((id) => ({ id, label: STRENGTH_LABELS[id], means: STRENGTH_MEANS[id] }))}
      isNarrow
    />
  );
}
