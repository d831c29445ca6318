import type { ReactElement } from 'react';
import { Tooltip, TooltipTrigger } from 'react-aria-components';
import { Kbd } from './Kbd.tsx';
import styles from './Tooltip.module.css';

/** WithTooltip wraps one focusable element. The tooltip shows on hover and on keyboard focus. */
export function WithTooltip({
  text,
  keys,
  children,
}: {
  text: string;
  keys?: string | null | undefined;
  children: ReactElement;
}) {
  return (
    <TooltipTrigger delay={500} closeDelay={0}>
      {children}
      <Tooltip className={styles['tooltip'] ?? ''} offset={6}>
        {text}
        {keys ? <Kbd>{keys}</Kbd> : null}
      </Tooltip>
    </TooltipTrigger>
  );
}
