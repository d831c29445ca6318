import type { ReactNode } from 'react';
import styles from './Chip.module.css';
import { cx } from './cx.ts';

/** `outline`: applies everywhere. `former`: closed. `partial`: some of a selection. */
export type ChipTone = 'named' | 'likely' | 'possible' | 'bad' | 'plain' | 'outline' | 'former';

export function Chip({
  tone = 'plain',
  title,
  className,
  children,
}: {
  tone?: ChipTone;
  title?: string | undefined;
  className?: string | undefined;
  children: ReactNode;
}) {
  return (
    <span className={cx(styles['chip'], styles[tone], className)} title={title}>
      {children}
    </span>
  );
}
