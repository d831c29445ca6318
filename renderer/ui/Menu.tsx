import { Check } from 'lucide-react';
import type { ReactElement, ReactNode, RefObject } from 'react';
import { Menu as AriaMenu, MenuItem as AriaMenuItem, MenuTrigger, Popover, Separator } from 'react-aria-components';
import { cx } from './cx.ts';
import { Kbd } from './Kbd.tsx';
import layoutStyles from './layout.module.css';
import styles from './Menu.module.css';
import rowStyles from './rows.module.css';
import textStyles from './text.module.css';

export type MenuEntry =
  | {
      kind: 'item';
      id: string;
      label: string;
      icon?: ReactNode;
      keys?: string | null | undefined;
      isDisabled?: boolean;
      /** Set for toggles: shows a tick and is announced as checked or not. */
      isChecked?: boolean;
      danger?: boolean;
    }
  | { kind: 'line'; id: string };

/** The entries, or a function that makes them when the menu opens. */
export type MenuEntries = readonly MenuEntry[] | (() => readonly MenuEntry[]);

function Entries({
  label,
  entries: given,
  onAction,
}: {
  label: string;
  entries: MenuEntries;
  onAction: (id: string) => void;
}) {
  const entries = typeof given === 'function' ? given() : given;
  const disabledKeys = entries.filter((entry) => entry.kind === 'item' && entry.isDisabled).map((entry) => entry.id);
  return (
    <AriaMenu
      aria-label={label}
      className={styles['menu'] ?? ''}
      onAction={(key) => onAction(String(key))}
      disabledKeys={disabledKeys}
    >
      {entries.map((entry) =>
        entry.kind === 'line' ? (
          <Separator key={entry.id} id={entry.id} className={styles['line'] ?? ''} />
        ) : (
          <AriaMenuItem
            key={entry.id}
            id={entry.id}
            textValue={
              entry.isChecked === undefined ? entry.label : `${entry.label}${entry.isChecked ? ', shown' : ', hidden'}`
            }
            {...(entry.isChecked === undefined
              ? {}
              : { 'aria-label': `${entry.label}${entry.isChecked ? ', on' : ', off'}` })}
            className={cx(
              styles['item'],
              rowStyles['ringMarked'],
              rowStyles['current'],
              rowStyles['off'],
              entry.danger && textStyles['bad'],
            )}
          >
            <span className={styles['icon']}>
              {entry.isChecked ? <Check size={14} aria-hidden="true" /> : entry.icon}
            </span>
            <span className={layoutStyles['fill']}>{entry.label}</span>
            {entry.keys ? <Kbd>{entry.keys}</Kbd> : null}
          </AriaMenuItem>
        ),
      )}
    </AriaMenu>
  );
}

/** MenuButton opens a menu from its child, a button. */
export function MenuButton({
  label,
  entries,
  onAction,
  children,
}: {
  label: string;
  entries: MenuEntries;
  onAction: (id: string) => void;
  children: ReactElement;
}) {
  return (
    <MenuTrigger>
      {children}
      <Popover className={styles['popover'] ?? ''} offset={4}>
        <Entries label={label} entries={entries} onAction={onAction} />
      </Popover>
    </MenuTrigger>
  );
}

/** ContextMenu opens at a point, for a right click or the menu key. `anchor` is a small element at that point. */
export function ContextMenu({
  label,
  entries,
  onAction,
  anchor,
  isOpen,
  onClose,
}: {
  label: string;
  entries: MenuEntries;
  onAction: (id: string) => void;
  anchor: RefObject<Element | null>;
  isOpen: boolean;
  onClose: () => void;
}) {
  return (
    <Popover
      aria-label={label}
      className={styles['popover'] ?? ''}
      triggerRef={anchor}
      isOpen={isOpen}
      onOpenChange={(open) => (open ? undefined : onClose())}
      placement="bottom start"
      offset={2}
    >
      <Entries
        label={label}
        entries={entries}
        onAction={(id) => {
          onClose();
          onAction(id);
        }}
      />
    </Popover>
  );
}
