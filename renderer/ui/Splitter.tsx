import { type KeyboardEvent, type PointerEvent, useRef } from 'react';
import styles from './Splitter.module.css';

/**
 * Splitter is the line between two panes. Drag it, or focus it and use the arrow keys (Shift for big steps), Home and
 * End. `pane` is the side of the pane whose width it sets.
 */
export function Splitter({
  label,
  widthPx,
  minPx,
  maxPx,
  pane,
  onResize,
  onDone,
}: {
  label: string;
  widthPx: number;
  minPx: number;
  maxPx: number;
  pane: 'before' | 'after';
  onResize: (widthPx: number) => void;
  /** Called after a drag or key press, with the width to save. */
  onDone: (widthPx: number) => void;
}) {
  const drag = useRef<{ x: number; widthPx: number } | null>(null);
  const sign = pane === 'before' ? 1 : -1;
  const within = (px: number) => Math.round(Math.max(minPx, Math.min(maxPx, px)));

  function onPointerDown(event: PointerEvent<HTMLDivElement>) {
    event.currentTarget.setPointerCapture(event.pointerId);
    drag.current = { x: event.clientX, widthPx };
  }
  function onPointerMove(event: PointerEvent<HTMLDivElement>) {
    if (drag.current) onResize(within(drag.current.widthPx + sign * (event.clientX - drag.current.x)));
  }
  function onPointerUp() {
    if (!drag.current) return;
    drag.current = null;
    onDone(widthPx);
  }
  function onKeyDown(event: KeyboardEvent) {
    const step = event.shiftKey ? 64 : 16;
    const target = {
      ArrowLeft: widthPx - sign * step,
      ArrowRight: widthPx + sign * step,
      Home: minPx,
      End: maxPx,
    }[event.key];
    if (target === undefined) return;
    event.preventDefault();
    onResize(within(target));
    onDone(within(target));
  }

  return (
    // biome-ignore lint/a11y/useSemanticElements: a separator that moves has no element of its own.
    <div
      role="separator"
      tabIndex={0}
      aria-label={label}
      aria-orientation="vertical"
      aria-valuenow={widthPx}
      aria-valuemin={minPx}
      aria-valuemax={maxPx}
      className={styles['splitter']}
      onPointerDown={onPointerDown}
      onPointerMove={onPointerMove}
      onPointerUp={onPointerUp}
      onPointerCancel={onPointerUp}
      onKeyDown={onKeyDown}
    />
  );
}
