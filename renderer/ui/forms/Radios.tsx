import type { ReactNode } from 'react';
import { Label, Radio, RadioGroup } from 'react-aria-components';
import { cx } from '../cx.ts';
import layoutStyles from '../layout.module.css';
import fieldStyles from './Field.module.css';
import styles from './Radios.module.css';

/** Radios offers a few choices in whole phrases, one below the other. */
export function Radios<Id extends string>({
  label,
  value,
  onChange,
  options,
  className,
}: {
  label: string;
  value: Id;
  onChange: (id: Id) => void;
  options: readonly { id: Id; label: ReactNode }[];
  className?: string | undefined;
}) {
  return (
    <RadioGroup
      value={value}
      onChange={(chosen) => {
        const option = options.find(({ id }) => id === chosen);
        if (option) onChange(option.id);
      }}
      className={cx(layoutStyles['tight'], className)}
    >
      <Label className={fieldStyles['label'] ?? ''}>{label}</Label>
      {options.map((option) => (
        <Radio key={option.id} value={option.id} className={styles['radio'] ?? ''}>
          {option.label}
        </Radio>
      ))}
    </RadioGroup>
  );
}
