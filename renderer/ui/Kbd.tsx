import type { ReactNode } from 'react';
import styles from './Kbd.module.css';

/**
 * A key cap beside what the key does. The label's own words say the action, so readers skip the cap,
 * unless it is a word of the sentence it stands in.
 */
export function Kbd({ children, isSpoken = false }: { children: ReactNode; isSpoken?: boolean }) {
  return (
    <span className={styles['kbd']} {...(isSpoken ? {} : { 'aria-hidden': true })}>
      {children}
    </span>
  );
}
