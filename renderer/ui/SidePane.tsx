import { X } from 'lucide-react';
import { type KeyboardEvent, type ReactNode, useEffect, useRef } from 'react';
import { IconButton } from './Button.tsx';
import { cx } from './cx.ts';
import { isFocusLost } from './lost-focus.ts';
import styles from './SidePane.module.css';
import { Splitter } from './Splitter.tsx';

export interface SidePaneProps {
  /** The accessible name of the region and its splitter. */
  label: string;
  widthPx: number;
  minPx?: number;
  maxPx?: number;
  onResize: (widthPx: number) => void;
  onResized: (widthPx: number) => void;
  /** On a narrow window the pane is a closable drawer over the work. */
  isDrawer: boolean;
  /** A drawer that takes another pane's place instead of covering the work. */
  isDocked?: boolean;
  isOpen: boolean;
  onClose: () => void;
  children: ReactNode;
}

/**
 * SidePane is the right pane: next to the work where there is room, else a drawer that covers or replaces another
 * pane.
 */
export function SidePane(props: SidePaneProps) {
  const { label, widthPx, minPx = 260, maxPx = 720, onResize, onResized, isOpen, onClose, children } = props;
  const { isDrawer, isDocked = false } = props;
  const lies = isDocked ? styles['docked'] : styles['over'];
  const pane = useRef<HTMLElement>(null);
  const opener = useRef<Element | null>(null);

  // A drawer takes the focus when it opens, and restores it when it closes.
  useEffect(() => {
    if (!isDrawer || !isOpen) return;
    opener.current = document.activeElement;
    // A docked drawer leaves the focus alone, unless the focused element has made way for it.
    if (!isDocked || isFocusLost() || !document.activeElement?.checkVisibility()) pane.current?.focus();
    return () => {
      if (isFocusLost() && opener.current instanceof HTMLElement && opener.current.isConnected) opener.current.focus();
    };
  }, [isDrawer, isOpen, isDocked]);

  if (!isOpen) return null;
  function onKeyDown(event: KeyboardEvent) {
    if (isDrawer && event.key === 'Escape' && !event.defaultPrevented) {
      event.preventDefault();
      event.stopPropagation();
      onClose();
    }
  }
  return (
    <>
      {isDrawer ? null : (
        <Splitter
          label={`Width of ${label.toLowerCase()}`}
          widthPx={widthPx}
          minPx={minPx}
          maxPx={maxPx}
          pane="after"
          onResize={onResize}
          onDone={onResized}
        />
      )}
      <aside
        ref={pane}
        tabIndex={isDrawer ? -1 : undefined}
        aria-label={label}
        className={cx(styles['pane'], isDrawer && styles['drawer'], isDrawer && lies)}
        style={{ width: isDrawer ? `min(${Math.max(widthPx, 340)}px, ${isDocked ? 44 : 88}vw)` : widthPx }}
        onKeyDown={onKeyDown}
      >
        {isDrawer ? (
          <div className={styles['close']}>
            <IconButton
              label={`Close ${label.toLowerCase()}`}
              icon={<X size={16} aria-hidden="true" />}
              onPress={onClose}
            />
          </div>
        ) : null}
        {children}
      </aside>
    </>
  );
}
