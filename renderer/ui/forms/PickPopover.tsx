import { type ReactNode, useState } from 'react';
import { Dialog, DialogTrigger, Popover } from 'react-aria-components';
import layoutStyles from '../layout.module.css';
import textStyles from '../text.module.css';
import { PickList, type PickListProps, type PickOption } from './PickList.tsx';
import styles from './PickPopover.module.css';

export type PickPopoverOption = Omit<PickOption, 'content'> & { label: string; detail?: string | undefined };

/** PickPopover opens a type-ahead under a button. Picking closes it, except where several may be picked. */
export function PickPopover({
  button,
  label,
  listLabel = label,
  optionsFor,
  onPick,
  isMultiple = false,
  hasPicked = false,
  ...list
}: Pick<PickListProps, 'placeholder' | 'empty' | 'onPick'> & {
  button: ReactNode;
  label: string;
  listLabel?: string;
  optionsFor: (text: string) => PickPopoverOption[];
  isMultiple?: boolean;
  hasPicked?: boolean;
}) {
  const [isOpen, setOpen] = useState(false);
  const [text, setText] = useState('');
  const options = optionsFor(text).map(({ label: words, detail, ...option }) => ({
    ...option,
    content: (
      <>
        {isMultiple ? (
          <span className={styles['tick']} aria-hidden="true">
            {option.isChecked ? '✓' : ''}
          </span>
        ) : null}
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
      {button}
      <Popover className={styles['popover'] ?? ''} placement="bottom start" offset={4}>
        <Dialog aria-label={label} className={layoutStyles['bare'] ?? ''}>
          <PickList
            {...list}
            label={listLabel}
            text={text}
            onText={setText}
            options={options}
            isMultiple={isMultiple}
            startsBlank={isMultiple}
            onPick={(id) => {
              if (isMultiple) setText('');
              else setOpen(false);
              onPick(id);
            }}
            // Where several may be picked, Enter in the empty field closes the list.
            onEnter={() => {
              if (!isMultiple || text !== '' || !hasPicked) return false;
              setOpen(false);
              return true;
            }}
            onEscape={() => setOpen(false)}
          />
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}
