import type { ReactNode } from 'react';
import styles from './Kbd.module.css';

/** A key cap beside what the key does. The label's own words say the action, so readers skip the cap. */
export function Kbd({ children }: { children: ReactNode }) {
  return (
    <span className={styles['kbd']} aria-hidden="true">
      {children}
    </span>
  );
}
