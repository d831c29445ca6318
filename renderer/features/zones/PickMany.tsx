import { ChevronDown, X } from 'lucide-react';
import { type ReactNode, type Ref, useRef, useState } from 'react';
import { Dialog, DialogTrigger, Group, Popover } from 'react-aria-components';
import { Button, IconButton } from '../../ui/Button.tsx';
import { cx } from '../../ui/cx.ts';
import { PickList, type PickOption } from '../../ui/forms/PickList.tsx';
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
  optionsFor: (text: string) => (Omit<PickOption, 'content' | 'isChecked'> & { label: string; detail?: string })[];
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
      {chosen.length > 0 ? (
        <ul className={layoutStyles['chips']} aria-label={`${label}: chosen`}>
          {chosen.map(({ id, label: words }) => (
            <li key={id} className={layoutStyles['token']}>
              <span>{words}</span>
              <IconButton
                label={`Remove ${words}`}
                icon={<X size={13} aria-hidden="true" />}
                className={styles['drop']}
                onPress={() => {
                  onDrop(id);
                  // The button disappears with its line, so move the focus to the opener.
                  button.current?.focus();
                }}
              />
            </li>
          ))}
        </ul>
      ) : null}
      <Opener
        ref={button}
        {...{ label, opener, placeholder, optionsFor, isPicked, onPick, empty }}
        hasChosen={chosen.length > 0}
      />
      {error ? <span className={cx(styles['error'], textStyles['bad'])}>{error}</span> : null}
      {hint && !error ? <span className={cx(styles['hint'], textStyles['quiet'])}>{hint}</span> : null}
    </Group>
  );
}

function Opener({
  ref,
  label,
  opener,
  placeholder,
  optionsFor,
  isPicked,
  onPick,
  empty,
  hasChosen,
}: Pick<
  Parameters<typeof PickMany>[0],
  'label' | 'opener' | 'placeholder' | 'optionsFor' | 'isPicked' | 'onPick' | 'empty'
> & { ref: Ref<HTMLButtonElement>; hasChosen: boolean }) {
  const [isOpen, setOpen] = useState(false);
  const [text, setText] = useState('');
  const options = optionsFor(text).map(({ label: words, detail, ...option }) => ({
    ...option,
    isChecked: isPicked(option.id),
    content: (
      <>
        <span className={layoutStyles['tick']} aria-hidden="true">
          {isPicked(option.id) ? '✓' : ''}
        </span>
        <span className={textStyles['line']}>{words}</span>
        {detail ? <span className={textStyles['shortDetail']}>{detail}</span> : null}
      </>
    ),
  }));
  return (
    <DialogTrigger
      isOpen={isOpen}
      onOpenChange={(open) => {
        setOpen(open);
        if (open) setText('');
      }}
    >
      <Button ref={ref}>
        <span className={layoutStyles['pair']}>
          {opener}
          <ChevronDown size={14} aria-hidden="true" />
        </span>
      </Button>
      <Popover className={layoutStyles['popover'] ?? ''} placement="bottom start" offset={4}>
        <Dialog aria-label={label} className={layoutStyles['bare'] ?? ''}>
          <PickList
            label={label}
            placeholder={placeholder}
            text={text}
            onText={setText}
            options={options}
            isMultiple
            startsBlank
            onPick={(id) => {
              onPick(id);
              setText('');
            }}
            // Enter in the empty field closes the list.
            onEnter={() => {
              if (text !== '' || !hasChosen) return false;
              setOpen(false);
              return true;
            }}
            onEscape={() => setOpen(false)}
            empty={empty}
          />
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}
