import { X } from 'lucide-react';
import type { ClipboardEventHandler, FocusEvent, HTMLAttributes, KeyboardEvent, ReactNode, Ref } from 'react';
import {
  Button as AriaButton,
  SearchField as AriaSearchField,
  TextField as AriaTextField,
  FieldError,
  Input,
  Label,
  Text,
  TextArea,
} from 'react-aria-components';
import { cx } from '../cx.ts';
import rowStyles from '../rows.module.css';
import textStyles from '../text.module.css';
import styles from './Field.module.css';

interface FieldProps {
  label: string;
  name?: string;
  value: string;
  onChange: (value: string) => void;
  onBlur?: (event: FocusEvent<Element>) => void;
  onKeyDown?: (event: KeyboardEvent<HTMLInputElement | HTMLTextAreaElement>) => void;
  /** A sentence under the field. It marks the field as invalid. */
  error?: string | null | undefined;
  hint?: ReactNode;
  placeholder?: string;
  autoFocus?: boolean;
  isRequired?: boolean;
  isDisabled?: boolean;
  maxLength?: number;
  /** Uses the serif font, for the journal's own words. */
  copy?: boolean;
  className?: string | undefined;
}

export interface TextFieldProps extends FieldProps {
  type?: 'text' | 'url';
  inputRef?: Ref<HTMLInputElement>;
  inputMode?: HTMLAttributes<HTMLInputElement>['inputMode'];
}

export function TextField({
  type = 'text',
  inputRef,
  placeholder,
  onKeyDown,
  copy,
  inputMode,
  ...rest
}: TextFieldProps) {
  return (
    <FieldFrame {...rest}>
      <Input
        ref={inputRef ?? null}
        type={type}
        {...(inputMode ? { inputMode } : {})}
        {...(placeholder ? { placeholder } : {})}
        {...(onKeyDown ? { onKeyDown } : {})}
        className={cx(styles['input'], copy && styles['copy'])}
      />
    </FieldFrame>
  );
}

export interface TextAreaFieldProps extends FieldProps {
  rows?: number;
  inputRef?: Ref<HTMLTextAreaElement>;
  onPaste?: ClipboardEventHandler<HTMLTextAreaElement>;
}

export function TextAreaField({
  rows = 3,
  inputRef,
  placeholder,
  onKeyDown,
  onPaste,
  copy,
  ...rest
}: TextAreaFieldProps) {
  return (
    <FieldFrame {...rest}>
      <TextArea
        ref={inputRef ?? null}
        rows={rows}
        {...(placeholder ? { placeholder } : {})}
        {...(onKeyDown ? { onKeyDown } : {})}
        {...(onPaste ? { onPaste } : {})}
        className={cx(styles['input'], styles['area'], copy && styles['copy'])}
      />
    </FieldFrame>
  );
}

function FieldFrame({
  label,
  error,
  hint,
  children,
  className,
  onBlur,
  ...field
}: Omit<FieldProps, 'onKeyDown' | 'placeholder' | 'copy'> & { children: ReactNode }) {
  return (
    <AriaTextField
      {...field}
      {...(onBlur ? { onBlur } : {})}
      isInvalid={Boolean(error)}
      validationBehavior="aria"
      className={cx(styles['field'], className)}
    >
      <Label className={styles['label'] ?? ''}>
        {label}
        {field.isRequired ? <span className={styles['required']}> (required)</span> : null}
      </Label>
      {children}
      {error ? (
        <FieldError className={cx(styles['error'], textStyles['bad'])}>{error}</FieldError>
      ) : hint ? (
        <Text slot="description" className={styles['hint'] ?? ''}>
          {hint}
        </Text>
      ) : null}
    </AriaTextField>
  );
}

export interface SearchFieldProps {
  label: string;
  value: string;
  onChange: (value: string) => void;
  placeholder?: string;
  inputRef?: Ref<HTMLInputElement>;
  onKeyDown?: (event: KeyboardEvent<HTMLInputElement>) => void;
  className?: string | undefined;
}

/** SearchField hides its label visually, for a bar where the placeholder says what it searches. */
export function SearchField({ label, value, onChange, placeholder, inputRef, onKeyDown, className }: SearchFieldProps) {
  return (
    <AriaSearchField aria-label={label} value={value} onChange={onChange} className={cx(styles['search'], className)}>
      <Input
        ref={inputRef ?? null}
        {...(placeholder ? { placeholder } : {})}
        {...(onKeyDown ? { onKeyDown } : {})}
        className={cx(styles['input'], styles['searchInput'])}
      />
      {value ? (
        <AriaButton className={cx(styles['clear'], rowStyles['sunkenHovered'])} aria-label="Clear">
          <X size={14} aria-hidden="true" />
        </AriaButton>
      ) : null}
    </AriaSearchField>
  );
}
