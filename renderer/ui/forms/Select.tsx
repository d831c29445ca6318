import { Check, ChevronDown } from 'lucide-react';
import {
  Button as AriaButton,
  Select as AriaSelect,
  Label,
  ListBox,
  ListBoxItem,
  Popover,
  SelectValue,
} from 'react-aria-components';
import { cx } from '../cx.ts';
import rowStyles from '../rows.module.css';
import textStyles from '../text.module.css';
import fieldStyles from './Field.module.css';
import styles from './Select.module.css';

interface Choice<V extends string> {
  id: V;
  label: string;
}

export interface SelectProps<V extends string> {
  label: string;
  /** Hides the label visually, for bars and rows where the context names it. */
  hideLabel?: boolean;
  value: V;
  onChange: (value: V) => void;
  options: readonly Choice<V>[];
  isDisabled?: boolean;
  className?: string | undefined;
}

export function Select<V extends string>({
  label,
  hideLabel,
  value,
  onChange,
  options,
  isDisabled,
  className,
}: SelectProps<V>) {
  return (
    <AriaSelect
      value={value}
      onChange={(key) => {
        const chosen = options.find((option) => option.id === key);
        if (chosen) onChange(chosen.id);
      }}
      isDisabled={isDisabled ?? false}
      {...(hideLabel ? { 'aria-label': label } : {})}
      className={cx(fieldStyles['field'], className)}
    >
      {hideLabel ? null : <Label className={fieldStyles['label'] ?? ''}>{label}</Label>}
      <AriaButton className={cx(styles['button'], rowStyles['sunkenHovered'], rowStyles['off'])}>
        <SelectValue className={textStyles['ellipsis'] ?? ''} />
        <ChevronDown size={14} aria-hidden="true" />
      </AriaButton>
      <Popover className={styles['popover'] ?? ''} offset={4}>
        <ListBox className={styles['list'] ?? ''} items={options}>
          {(option) => (
            <ListBoxItem
              id={option.id}
              textValue={option.label}
              className={cx(styles['item'], rowStyles['ringMarked'], rowStyles['current'])}
            >
              {({ isSelected }) => (
                <>
                  <span className={styles['tick']}>{isSelected ? <Check size={14} aria-hidden="true" /> : null}</span>
                  {option.label}
                </>
              )}
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </AriaSelect>
  );
}
