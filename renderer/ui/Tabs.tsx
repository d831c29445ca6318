import type { ReactNode } from 'react';
import { Tabs as AriaTabs, Tab, TabList, TabPanel } from 'react-aria-components';
import styles from './Tabs.module.css';

export interface TabItem<Id extends string> {
  id: Id;
  label: string;
  /** How many things wait behind it; left out while nobody has counted. */
  count?: string | undefined;
}

/** A row of tabs over one panel at a time, which takes the height that is left. */
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
  return (
    <AriaTabs selectedKey={selected} onSelectionChange={(key) => onSelect(key as Id)} className={styles['tabs'] ?? ''}>
      <TabList aria-label={label} className={styles['tabList'] ?? ''}>
        {tabs.map(({ id, label: words, count }) => (
          <Tab key={id} id={id} className={styles['tab'] ?? ''}>
            {words}
            {count === undefined ? null : <span className={styles['count']}>{count}</span>}
          </Tab>
        ))}
      </TabList>
      {tabs.map(({ id }) => (
        <TabPanel key={id} id={id} className={styles['panel'] ?? ''}>
          {panel(id)}
        </TabPanel>
      ))}
    </AriaTabs>
  );
}
