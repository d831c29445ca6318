import type { ReactNode } from 'react';
import { cx } from './cx.ts';
import layoutStyles from './layout.module.css';
import styles from './Pane.module.css';

/** PaneHeader is a pane's top bar: its name, its content, its actions. */
export function PaneHeader({ title, detail, children }: { title: string; detail?: ReactNode; children?: ReactNode }) {
  return (
    <header className={styles['header']}>
      <h2 className={styles['title']} title={title}>
        {title}
      </h2>
      {detail ? <span className={styles['detail']}>{detail}</span> : null}
      {children ? <div className={layoutStyles['actions']}>{children}</div> : null}
    </header>
  );
}

export function Pane({
  label,
  tone = 'paper',
  className,
  children,
}: {
  label: string;
  tone?: 'paper' | 'panel';
  className?: string | undefined;
  children: ReactNode;
}) {
  return (
    <section aria-label={label} className={cx(styles['pane'], tone === 'panel' && styles['panel'], className)}>
      {children}
    </section>
  );
}
