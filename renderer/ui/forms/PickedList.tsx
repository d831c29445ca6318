import { X } from 'lucide-react';
import type { ReactNode, RefObject } from 'react';
import { IconButton } from '../Button.tsx';
import layoutStyles from '../layout.module.css';
import textStyles from '../text.module.css';
import styles from './PickedList.module.css';

/** PickedList lists what is picked; each item can be removed. */
export function PickedList({
  label,
  picked,
  onDrop,
  opener,
}: {
  label: string;
  picked: readonly { id: string; label: string; detail?: ReactNode }[];
  onDrop: (id: string) => void;
  /** The button that picks more. */
  opener: RefObject<HTMLButtonElement | null>;
}) {
  if (picked.length === 0) return null;
  return (
    <ul className={layoutStyles['chips']} aria-label={label}>
      {picked.map(({ id, label: words, detail }) => (
        <li key={id} className={styles['one']}>
          <span>
            {words}
            {detail ? <span className={textStyles['second']}> {detail}</span> : null}
          </span>
          <IconButton
            label={`Remove ${words}`}
            icon={<X size={13} aria-hidden="true" />}
            className={styles['drop']}
            onPress={() => {
              onDrop(id);
              // The button disappears with its line, so move the focus to the opener.
              opener.current?.focus();
            }}
          />
        </li>
      ))}
    </ul>
  );
}
