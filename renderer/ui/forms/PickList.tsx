import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef, useState } from 'react';
import { cx } from '../cx.ts';
import styles from './PickList.module.css';

export interface PickOption {
  id: string;
  content: ReactNode;
  /** Options of one section are grouped under its name. */
  section?: string;
  isDisabled?: boolean;
  isChecked?: boolean;
}

export interface PickListProps {
  label: string;
  text: string;
  onText: (text: string) => void;
  /** The options in final order; the list does not filter. */
  options: readonly PickOption[];
  onPick: (id: string) => void;
  placeholder?: string;
  /** Shown when the list is empty. */
  empty: ReactNode;
  icon?: ReactNode;
  /** Allows several picks; each option knows whether it is picked. */
  isMultiple?: boolean;
  /** Enter picks nothing until something is typed or the arrow keys are used. */
  startsBlank?: boolean;
  /** Called before Enter picks. Returns true when it has handled Enter itself. */
  onEnter?: (isWithModifier: boolean) => boolean;
  /** Called on Backspace in the empty field. */
  onBackspace?: () => void;
  onEscape?: () => void;
  className?: string | undefined;
}

/** Groups options by section, in the order the sections first appear. */
function inSections(options: readonly PickOption[]): { section: string; members: PickOption[] }[] {
  const sections = new Map<string, PickOption[]>();
  for (const option of options) {
    const members = sections.get(option.section ?? '');
    if (members) members.push(option);
    else sections.set(option.section ?? '', [option]);
  }
  return [...sections].map(([section, members]) => ({ section, members }));
}

/** Enter picks the best match. When that is disabled Enter picks nothing: the second best is not what was meant. */
function bestOf(options: readonly PickOption[]): PickOption | null {
  const first = options[0];
  return first && !first.isDisabled ? first : null;
}

/**
 * PickList is a field with an always open list of matches below. The focus stays in the field; arrow keys move
 * through the list, Enter picks.
 */
export function PickList(props: PickListProps) {
  const { startsBlank, onEnter, onBackspace, onEscape } = props;
  const { label, text, onText, options, onPick, placeholder, empty, icon, isMultiple, className } = props;
  const listId = useId();
  const field = useRef<HTMLInputElement>(null);
  const list = useRef<HTMLDivElement>(null);
  const [activeId, setActiveId] = useState<string | null>(null);
  const usable = options.filter((option) => !option.isDisabled);
  const active =
    usable.find((option) => option.id === activeId) ?? (startsBlank && text === '' ? null : bestOf(options));
  const optionId = (id: string) => `${listId}-${id}`;

  useEffect(() => field.current?.focus(), []);

  // A new text makes a new list, so Enter picks its best match.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the effect runs on every new text.
  useEffect(() => {
    setActiveId(null);
    list.current?.scrollTo({ top: 0 });
  }, [text]);

  function moveTo(index: number) {
    const target = usable[Math.max(0, Math.min(usable.length - 1, index))];
    if (!target) return;
    setActiveId(target.id);
    document.getElementById(optionId(target.id))?.scrollIntoView({ block: 'nearest' });
  }

  function onKeyDown(event: KeyboardEvent) {
    const at = active ? usable.indexOf(active) : -1;
    const steps: Record<string, number> = {
      ArrowDown: at === usable.length - 1 ? 0 : at + 1,
      ArrowUp: at <= 0 ? usable.length - 1 : at - 1,
      PageDown: at + 8,
      PageUp: at - 8,
    };
    const step = steps[event.key];
    if (step !== undefined) {
      event.preventDefault();
      moveTo(step);
    } else if (event.key === 'Enter') {
      event.preventDefault();
      if (onEnter?.(event.ctrlKey || event.metaKey)) return;
      if (active) onPick(active.id);
    } else if (event.key === 'Backspace' && text === '') {
      onBackspace?.();
    } else if (event.key === 'Escape' && onEscape) {
      event.stopPropagation();
      event.preventDefault();
      onEscape();
    }
  }

  return (
    <div className={cx(styles['picklist'], className)}>
      <div className={styles['field']}>
        {icon}
        <input
          ref={field}
          className={styles['input']}
          role="combobox"
          aria-label={label}
          aria-expanded={options.length > 0}
          aria-controls={listId}
          aria-autocomplete="list"
          {...(active ? { 'aria-activedescendant': optionId(active.id) } : {})}
          value={text}
          placeholder={placeholder}
          onChange={(event) => onText(event.target.value)}
          onKeyDown={onKeyDown}
          autoComplete="off"
          spellCheck={false}
        />
      </div>
      {options.length === 0 ? (
        <div id={listId} className={styles['empty']} role="status">
          {empty}
        </div>
      ) : (
        <div
          ref={list}
          id={listId}
          role="listbox"
          aria-label={label}
          aria-multiselectable={isMultiple ? true : undefined}
          className={styles['list']}
        >
          {inSections(options).map(({ section, members }) => (
            // biome-ignore lint/a11y/useSemanticElements: a group of options has no element of its own.
            <div key={section} role="group" aria-label={section || label}>
              {section ? (
                <div className={styles['section']} role="presentation">
                  {section}
                </div>
              ) : null}
              {members.map((option) => (
                // biome-ignore lint/a11y/useFocusableInteractive: the focus stays in the field, which names the active option.
                // biome-ignore lint/a11y/useKeyWithClickEvents: the field handles the keys.
                <div
                  key={option.id}
                  id={optionId(option.id)}
                  role="option"
                  aria-selected={isMultiple ? Boolean(option.isChecked) : option.id === active?.id}
                  aria-disabled={option.isDisabled ? true : undefined}
                  className={cx(
                    styles['option'],
                    option.id === active?.id && styles['active'],
                    option.isDisabled && styles['disabled'],
                  )}
                  // Keep the focus in the field while the mouse picks.
                  onMouseDown={(event) => event.preventDefault()}
                  onMouseMove={() =>
                    option.isDisabled || option.id === active?.id ? undefined : setActiveId(option.id)
                  }
                  onClick={() => (option.isDisabled ? undefined : onPick(option.id))}
                >
                  {option.content}
                </div>
              ))}
            </div>
          ))}
        </div>
      )}
    </div>
  );
}
