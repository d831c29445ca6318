import type { ReactNode } from 'react';
import { Button } from './Button.tsx';
import styles from './States.module.css';
import textStyles from './text.module.css';

/** EmptyState says why there is nothing, and what to do next. */
export function EmptyState({ title, children, actions }: { title: string; children?: ReactNode; actions?: ReactNode }) {
  return (
    <div className={styles['state']}>
      <h3 className={textStyles['largeTitle']}>{title}</h3>
      {children ? <div className={textStyles['second']}>{children}</div> : null}
      {actions ? <div className={styles['actions']}>{actions}</div> : null}
    </div>
  );
}

/** ErrorState shows an error's sentence and a retry. */
export function ErrorState({ title, message, onRetry }: { title: string; message: string; onRetry?: () => void }) {
  return (
    <div className={styles['state']} role="alert">
      <h3 className={textStyles['largeTitle']}>{title}</h3>
      <p className={textStyles['second']}>{message}</p>
      {onRetry ? (
        <div className={styles['actions']}>
          <Button onPress={onRetry}>Try again</Button>
        </div>
      ) : null}
    </div>
  );
}
