import { X } from 'lucide-react';
import { useEffect } from 'react';
import { Button, IconButton } from './Button.tsx';
import { cx } from './cx.ts';
import layoutStyles from './layout.module.css';
import styles from './Toasts.module.css';

export interface ToastItem {
  id: number;
  tone: 'note' | 'bad';
  text: string;
  action: { label: string; run: () => void } | null;
}

/** Notes close by themselves after this time; errors stay until they are closed. */
const NOTE_MS = 7000;

function Toast({ toast, onClose }: { toast: ToastItem; onClose: (id: number) => void }) {
  useEffect(() => {
    if (toast.tone === 'bad') return;
    const timer = setTimeout(() => onClose(toast.id), NOTE_MS);
    return () => clearTimeout(timer);
  }, [toast, onClose]);
  return (
    <div className={cx(styles['toast'], toast.tone === 'bad' && styles['bad'])}>
      <p className={layoutStyles['wide']}>{toast.text}</p>
      {toast.action ? (
        <Button
          variant="quiet"
          className={styles['action']}
          onPress={() => {
            toast.action?.run();
            onClose(toast.id);
          }}
        >
          {toast.action.label}
        </Button>
      ) : null}
      <IconButton label="Close" icon={<X size={14} aria-hidden="true" />} onPress={() => onClose(toast.id)} />
    </div>
  );
}

export function ToastRegion({ toasts, onClose }: { toasts: readonly ToastItem[]; onClose: (id: number) => void }) {
  return (
    <section className={styles['region']} aria-label="Messages">
      {toasts.map((toast) => (
        <Toast key={toast.id} toast={toast} onClose={onClose} />
      ))}
    </section>
  );
}

/** LiveAnnouncer announces text after an action. `serial` changes so that the same text is announced again. */
export function LiveAnnouncer({ text, serial }: { text: string; serial: number }) {
  return (
    <div className={styles['hidden']} role="status" aria-live="polite" aria-atomic="true">
      <span key={serial}>{text}</span>
    </div>
  );
}
