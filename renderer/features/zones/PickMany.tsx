import { ChevronDown } from 'lucide-react';
import { type ReactNode, useRef } from 'react';
import { Group } from 'react-aria-components';
import { Button } from '../../ui/Button.tsx';
import { cx } from '../../ui/cx.ts';
import { PickedList } from '../../ui/forms/PickedList.tsx';
import { PickPopover, type PickPopoverOption } from '../../ui/forms/PickPopover.tsx';
import layoutStyles from '../../ui/layout.module.css';
import textStyles from '../../ui/text.module.css';
import styles from './PickMany.module.css';

/** PickMany lists the picked options, each removable, and opens a type-ahead to pick more. */
export function PickMany({
  label,
  opener,
  chosen,
  placeholder,
  optionsFor,
  isPicked,
  onPick,
  onDrop,
  empty,
  error,
  hint,
}: {
  label: string;
  /** The button's label. */
  opener: string;
  chosen: readonly { id: string; label: string }[];
  placeholder: string;
  optionsFor: (text: string) => Omit<PickPopoverOption, 'isChecked'>[];
  isPicked: (id: string) => boolean;
  onPick: (id: string) => void;
  onDrop: (id: string) => void;
  /** Shown when nothing is found. */
  empty: string;
  error?: string | null | undefined;
  hint?: ReactNode;
}) {
  const button = useRef<HTMLButtonElement>(null);
  return (
    <Group aria-label={label} className={styles['field'] ?? ''}>
      <PickedList label={`${label}: chosen`} picked={chosen} onDrop={onDrop} opener={button} />
      <PickPopover
        button={
          <Button ref={button}>
            <span className={layoutStyles['pair']}>
              {opener}
              <ChevronDown size={14} aria-hidden="true" />
            </span>
          </Button>
        }
        {...{ label, placeholder, onPick, empty }}
        isMultiple
        hasPicked={chosen.length > 0}
        optionsFor={(text) => optionsFor(text).map((option) => ({ ...option, isChecked: isPicked(option.id) }))}
      />
      {error ? <span className={cx(styles['error'], textStyles['bad'])}>{error}</span> : null}
      {hint && !error ? <span className={cx(styles['hint'], textStyles['quiet'])}>{hint}</span> : null}
    </Group>
  );
}
