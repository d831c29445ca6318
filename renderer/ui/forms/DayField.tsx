import { CalendarDate, parseDate, parseTime, type Time } from '@internationalized/date';
import { X } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import {
  Button as AriaButton,
  DateField as AriaDateField,
  TimeField as AriaTimeField,
  DateInput,
  DateSegment,
  FieldError,
  Label,
  Text,
} from 'react-aria-components';
import { cx } from '../cx.ts';
import rowStyles from '../rows.module.css';
import textStyles from '../text.module.css';
import styles from './DayField.module.css';
import fieldStyles from './Field.module.css';

interface DayFieldProps {
  label: string;
  name?: string;
  /** `YYYY-MM-DD`, or for a time `HH:MM`; empty while there is none. */
  value: string;
  onChange: (value: string) => void;
  onBlur?: () => void;
  error?: string | null | undefined;
  hint?: ReactNode;
  className?: string | undefined;
}

/** While the digits of a year are typed it is 2, 20 and 202 first. */
const FIRST_YEAR = 1000;

/** DayField is a day as day, month and year in English order, whatever language the computer has. */
export function DayField({ label, value, onChange, onBlur, className, ...rest }: DayFieldProps) {
  // What is typed is no day yet while the year is not complete; then it lives here alone.
  const [typed, setTyped] = useState<{ day: CalendarDate | null; reported: string } | null>(null);
  const shown = typed && typed.reported === value ? typed.day : toDay(value);

  function take(day: CalendarDate | null) {
    const reported = day && day.year >= FIRST_YEAR ? day.toString() : '';
    setTyped({ day, reported });
    if (reported !== value) onChange(reported);
  }

  return (
    <AriaDateField
      value={shown}
      onChange={(day) => take(day ? new CalendarDate(day.year, day.month, day.day) : null)}
      {...(onBlur ? { onBlur } : {})}
      granularity="day"
      isInvalid={Boolean(rest.error)}
      validationBehavior="aria"
      shouldForceLeadingZeros
      className={cx(fieldStyles['field'], className)}
    >
      <SegmentedField label={label} {...rest} onClear={shown ? () => take(null) : null} />
    </AriaDateField>
  );
}

/** TimeField is a time of day in 24 hours. */
export function TimeField({ label, value, onChange, onBlur, className, ...rest }: DayFieldProps) {
  const shown = toTime(value);
  return (
    <AriaTimeField
      value={shown}
      onChange={(time) => onChange(time ? time.toString().slice(0, 5) : '')}
      {...(onBlur ? { onBlur } : {})}
      granularity="minute"
      hourCycle={24}
      isInvalid={Boolean(rest.error)}
      validationBehavior="aria"
      shouldForceLeadingZeros
      className={cx(fieldStyles['field'], className)}
    >
      <SegmentedField label={label} {...rest} onClear={shown ? () => onChange('') : null} />
    </AriaTimeField>
  );
}

function SegmentedField({
  label,
  name,
  error,
  hint,
  onClear,
}: Pick<DayFieldProps, 'label' | 'name' | 'error' | 'hint'> & { onClear: (() => void) | null }) {
  return (
    <>
      <Label className={fieldStyles['label'] ?? ''}>{label}</Label>
      <div className={styles['frame']}>
        <DateInput className={cx(fieldStyles['input'], styles['input'])} data-field={name}>
          {(segment) => <DateSegment segment={segment} className={styles['segment'] ?? ''} />}
        </DateInput>
        {onClear ? (
          <AriaButton
            slot={null}
            className={cx(styles['clear'], rowStyles['sunkenHovered'])}
            aria-label={`Clear ${label.toLowerCase()}`}
            onPress={onClear}
          >
            <X size={14} aria-hidden="true" />
          </AriaButton>
        ) : null}
      </div>
      {error ? (
        <FieldError className={cx(fieldStyles['error'], textStyles['bad'])}>{error}</FieldError>
      ) : hint ? (
        <Text slot="description" className={fieldStyles['hint'] ?? ''}>
          {hint}
        </Text>
      ) : null}
    </>
  );
}

function toDay(text: string): CalendarDate | null {
  try {
    return parseDate(text);
  } catch {
    // An empty field, or a value that is no day of the calendar.
    return null;
  }
}

function toTime(text: string): Time | null {
  try {
    return parseTime(text);
  } catch {
    return null;
  }
}
