import { Check, Minus } from 'lucide-react';
import type { ReactNode } from 'react';
import { Checkbox as AriaCheckbox } from 'react-aria-components';
import styles from './Checkbox.module.css';

export function Checkbox({
  isSelected,
  isIndeterminate = false,
  isDisabled = false,
  onChange,
  label,
  children,
}: {
  isSelected: boolean;
  isIndeterminate?: boolean;
  isDisabled?: boolean;
  onChange: (isSelected: boolean) => void;
  /** Required when there is no text next to the box. */
  label?: string;
  children?: ReactNode;
}) {
  return (
    <AriaCheckbox
      isSelected={isSelected}
      isIndeterminate={isIndeterminate}
      isDisabled={isDisabled}
      onChange={onChange}
      {...(label ? { 'aria-label': label } : {})}
      className={styles['checkbox'] ?? ''}
    >
      <span className={styles['box']} aria-hidden="true">
        {isIndeterminate ? <Minus size={12} /> : isSelected ? <Check size={12} /> : null}
      </span>
      {children}
    </AriaCheckbox>
  );
}
