import { type KeyboardEvent, type ReactNode, useId, useRef } from 'react';
import styles from './Tabs.module.css';

export interface TabItem<Id extends string> {
  id: Id;
  label: string;
  /** How many things wait behind it; left out while nobody has counted. */
  count?: string | undefined;
}

/**
 * A row of tabs over one panel at a time, which takes the height that is left. React Aria's panel looks through all it
 * holds for something that takes the focus, with every change in it; ours always hold a field or a list.
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
    <div className={styles['tabs']}>
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
            className={styles['tab']}
            onClick={() => onSelect(tab)}
          >
            {words}
            {count === undefined ? null : <span className={styles['count']}>{count}</span>}
          </button>
        ))}
      </div>
      <div key={selected} role="tabpanel" id={panelId} aria-labelledby={tabId(selected)} className={styles['panel']}>
        {panel(selected)}
      </div>
    </div>
  );
}
