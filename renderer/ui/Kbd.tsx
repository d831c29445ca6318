import type { ReactNode } from 'react';
import styles from './Kbd.module.css';

/**
 * Kbd draws a key cap. Screen readers skip it, because the label names the action, unless it is a word of a sentence.
 */
export function Kbd({ children, isSpoken = false }: { children: ReactNode; isSpoken?: boolean }) {
  return (
    <span className={styles['kbd']} {...(isSpoken ? {} : { 'aria-hidden': true })}>
      {children}
    </span>
  );
}
