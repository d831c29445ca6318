import { X } from 'lucide-react';
import { useCallback, useEffect, useRef, useState, useSyncExternalStore } from 'react';
import {
  UNSTABLE_ToastRegion as AriaToastRegion,
  Text,
  UNSTABLE_Toast as Toast,
  UNSTABLE_ToastQueue as ToastQueue,
} from 'react-aria-components/Toast';
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
/** With a button there is more to decide. */
const NOTE_WITH_ACTION_MS = 12_000;
/** The caller limits the notices itself, and this limit must not hide one of them. */
const MOST_SHOWN = 20;

/**
 * ToastRegion shows the notices. Their time stops while the pointer or the focus is on one of them, and F6 moves
 * the focus there.
 */
export function ToastRegion({ toasts, onClose }: { toasts: readonly ToastItem[]; onClose: (id: number) => void }) {
  const [queue] = useState(() => new ToastQueue<ToastItem>({ maxVisibleToasts: MOST_SHOWN }));
  const shown = useSyncExternalStore(
    useCallback((listener: () => void) => queue.subscribe(listener), [queue]),
    () => queue.visibleToasts,
  );
  const keys = useRef(new Map<number, string>());

  // The queue owns the time that is left; the caller owns which notices there are.
  useEffect(() => {
    const { current: open } = keys;
    for (const [id, key] of [...open]) {
      if (toasts.some((toast) => toast.id === id)) continue;
      open.delete(id);
      queue.close(key);
    }
    for (const toast of toasts) {
      if (open.has(toast.id)) continue;
      const timeout = toast.action ? NOTE_WITH_ACTION_MS : NOTE_MS;
      const key = queue.add(toast, {
        ...(toast.tone === 'bad' ? {} : { timeout }),
        onClose: () => {
          if (open.delete(toast.id)) onClose(toast.id);
        },
      });
      open.set(toast.id, key);
    }
  }, [toasts, onClose, queue]);

  // React Aria takes an empty region for no place to go to with F6, and does not look again.
  if (shown.length === 0) return null;
  return (
    <AriaToastRegion queue={queue} className={styles['region'] ?? ''} aria-label="Messages">
      {({ toast }) => (
        <Toast toast={toast} className={cx(styles['toast'], toast.content.tone === 'bad' && styles['bad'])}>
          {/* The window's own announcer speaks it: with React Aria's content it would be spoken twice. */}
          <Text slot="title" elementType="p" className={layoutStyles['wide'] ?? ''}>
            {toast.content.text}
          </Text>
          {toast.content.action ? (
            <Button
              slot={null}
              variant="quiet"
              className={styles['action']}
              onPress={() => {
                toast.content.action?.run();
                onClose(toast.content.id);
              }}
            >
              {toast.content.action.label}
            </Button>
          ) : null}
          <IconButton slot="close" label="Close" icon={<X size={14} aria-hidden="true" />} />
        </Toast>
      )}
    </AriaToastRegion>
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
