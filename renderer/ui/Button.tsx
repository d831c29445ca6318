import type { ReactNode, Ref } from 'react';
import { Button as AriaButton, type ButtonProps as AriaButtonProps } from 'react-aria-components';
import styles from './Button.module.css';
import { cx } from './cx.ts';
import { Kbd } from './Kbd.tsx';
import { Spinner } from './Spinner.tsx';
import { WithTooltip } from './Tooltip.tsx';

export interface ButtonProps extends Omit<AriaButtonProps, 'children' | 'className' | 'style'> {
  children: ReactNode;
  variant?: 'primary' | 'plain' | 'quiet' | 'danger';
  icon?: ReactNode;
  /** The shortcut, shown as a key cap in the platform's notation. */
  keys?: string | null | undefined;
  className?: string | undefined;
  ref?: Ref<HTMLButtonElement>;
}

export function Button({ variant = 'plain', icon, keys, children, className, isPending, ...rest }: ButtonProps) {
  return (
    <AriaButton
      {...rest}
      {...(isPending === undefined ? {} : { isPending })}
      className={cx(styles['button'], styles[variant], className)}
    >
      {isPending ? <Spinner label="Working" /> : icon}
      <span className={styles['label']}>{children}</span>
      {keys ? <Kbd>{keys}</Kbd> : null}
    </AriaButton>
  );
}

export interface IconButtonProps extends Omit<AriaButtonProps, 'children' | 'className' | 'style'> {
  /** The accessible name, also shown as the tooltip. */
  label: string;
  icon: ReactNode;
  keys?: string | null | undefined;
  className?: string | undefined;
  ref?: Ref<HTMLButtonElement>;
}

export function IconButton({ label, icon, keys, className, ...rest }: IconButtonProps) {
  return (
    <WithTooltip text={label} keys={keys}>
      <AriaButton {...rest} aria-label={label} className={cx(styles['icon'], className)}>
        {icon}
      </AriaButton>
    </WithTooltip>
  );
}
