import { type KeyboardEvent, type ReactNode, useId, useRef } from 'react';
import { cx } from './cx.ts';
import layoutStyles from './layout.module.css';
import rowStyles from './rows.module.css';
import styles from './Tabs.module.css';

export interface TabItem<Id extends string> {
  id: Id;
  label: string;
  /** The count on the tab; undefined while it is not counted. */
  count?: string | undefined;
}

/**
 * Tabs is a row of tabs over one panel, which takes the remaining height. React Aria's panel searches its content for
 * a focusable element on every change; ours always contain a field or a list, so it is not used.
 * https://www.w3.org/WAI/ARIA/apg/patterns/tabs/
 */
export function Tabs<Id extends string>({
  label,
  tabs,
  selected,
  onSelect,
  panel,
}: {
  label: string;
  tabs: readonly TabItem<Id>[];
  selected: Id;
  onSelect: (id: Id) => void;
  panel: (id: Id) => ReactNode;
}) {
  const id = useId();
  const list = useRef<HTMLDivElement>(null);
  const panelId = `${id}-panel`;
  const tabId = (tab: Id) => `${id}-${tab}`;

  function onKeyDown(event: KeyboardEvent) {
    if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
    const at = tabs.findIndex((tab) => tab.id === selected);
    const steps: Record<string, number> = {
      ArrowLeft: (at + tabs.length - 1) % tabs.length,
      ArrowRight: (at + 1) % tabs.length,
      Home: 0,
      End: tabs.length - 1,
    };
    const target = tabs[steps[event.key] ?? -1];
    if (!target) return;
    event.preventDefault();
    event.stopPropagation();
    onSelect(target.id);
    list.current?.querySelector<HTMLElement>(`[id="${tabId(target.id)}"]`)?.focus();
  }

  return (
    <div className={layoutStyles['column']}>
      <div ref={list} role="tablist" aria-label={label} className={styles['tabList']} onKeyDown={onKeyDown}>
        {tabs.map(({ id: tab, label: words, count }) => (
          <button
            key={tab}
            type="button"
            role="tab"
            id={tabId(tab)}
            aria-selected={tab === selected}
            aria-controls={tab === selected ? panelId : undefined}
            tabIndex={tab === selected ? 0 : -1}
            className={cx(styles['tab'], rowStyles['ring'])}
            onClick={() => onSelect(tab)}
          >
            {words}
            {count === undefined ? null : <span className={styles['count']}>{count}</span>}
          </button>
        ))}
      </div>
      <div
        key={selected}
        role="tabpanel"
        id={panelId}
        aria-labelledby={tabId(selected)}
        className={layoutStyles['column']}
      >
        {panel(selected)}
      </div>
    </div>
  );
}
