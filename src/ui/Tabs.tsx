import type { ReactElement, ReactNode } from 'react';
import { Tabs as AriaTabs, Tab, TabList, TabPanel } from 'react-aria-components/Tabs';
import { cx } from './cx.ts';
import styles from './Tabs.module.css';

export interface TabItem<Id extends string> {
  readonly id: Id;
  readonly label: string;
}

export interface TabsProps<Id extends string> {
  /** Name of the list of tabs. */
  readonly label: string;
  readonly items: readonly TabItem<Id>[];
  readonly selected: Id;
  readonly onSelect: (id: Id) => void;
  readonly variant?: 'pill' | 'underline';
  /** Content of the selected tab; the others are not mounted. */
  readonly children: ReactNode;
  /** Something at the far end of the row of tabs. */
  readonly end?: ReactNode;
}

/** Tabs as in a desktop tool: a row of quiet words over a panel that fills the rest. Arrows walk, Home and End jump. */
export function Tabs<Id extends string>(props: TabsProps<Id>): ReactElement {
  const { label, items, selected, onSelect, variant = 'pill', children, end } = props;
  return (
    <AriaTabs
      className={cx(styles.tabs, styles[variant])}
      selectedKey={selected}
      onSelectionChange={(key) => onSelect(key as Id)}
    >
      <div className={styles.bar}>
        <TabList className={cx(styles.list)} aria-label={label}>
          {items.map((item) => (
            <Tab key={item.id} id={item.id} className={cx(styles.tab)}>
              {/* The hidden bold copy keeps the width when the tab becomes bold. */}
              <span className={styles.label} data-label={item.label}>
                {item.label}
              </span>
            </Tab>
          ))}
        </TabList>
        {end}
      </div>
      {/* The key gives each panel its own element: a kept one keeps its first id, which its tab then doesn't name. */}
      <TabPanel key={selected} id={selected} className={cx(styles.panel)}>
        {children}
      </TabPanel>
    </AriaTabs>
  );
}
