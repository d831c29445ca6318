import { X } from 'lucide-react';
import type { ReactNode } from 'react';
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { IconButton } from './Button.tsx';
import { cx } from './cx.ts';
import styles from './Dialog.module.css';

export interface DialogProps {
  title: string;
  onClose: () => void;
  children: ReactNode;
  /** Buttons at the foot, the main one last. */
  footer?: ReactNode;
  /** `full` is for columns: it takes the window's height, and each column scrolls by itself. */
  width?: 'narrow' | 'middle' | 'wide' | 'full';
  role?: 'dialog' | 'alertdialog';
  /** Hides the title visually, for a dialog that is one field and a list. */
  bare?: boolean;
  /** A click outside closes the dialog. Off while there is unsaved text. */
  isDismissable?: boolean;
}

export function Dialog({
  title,
  onClose,
  children,
  footer,
  width = 'middle',
  role = 'dialog',
  bare,
  isDismissable = true,
}: DialogProps) {
  return (
    <ModalOverlay
      isOpen
      isDismissable={isDismissable}
      onOpenChange={(open) => (open ? undefined : onClose())}
      className={cx(styles['veil'], bare && styles['high'])}
    >
      <Modal className={cx(styles['modal'], styles[width])}>
        <AriaDialog role={role} className={styles['dialog'] ?? ''} {...(bare ? { 'aria-label': title } : {})}>
          {bare ? null : (
            <header className={styles['header']}>
              <Heading slot="title" className={styles['title'] ?? ''}>
                {title}
              </Heading>
              <IconButton label="Close" icon={<X size={16} aria-hidden="true" />} onPress={onClose} />
            </header>
          )}
          <div className={cx(styles['body'], bare && styles['bare'], width === 'full' && styles['filled'])}>
            {children}
          </div>
          {footer ? <div className={styles['footer']}>{footer}</div> : null}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}
