import { GridListItem } from 'react-aria-components';
import type { SystemCode } from '../../../../shared/models.ts';
import { cx } from '../../../ui/cx.ts';
import type { ZoneWords } from '../zone-heading.ts';
import styles from './EmptyZone.module.css';
import list from './TeaserList.module.css';
import { ZoneHeading } from './ZoneHeading.tsx';

/** EmptyZone is a row for an empty zone, so that a story can be dropped into it and arrow keys reach it. */
export function EmptyZone({ id, heading, system }: { id: string; heading: ZoneWords | null; system: SystemCode }) {
  if (!heading) throw new Error(`an empty zone has a heading: ${id}`);
  const says = `This zone is empty: ${heading.rule}`;
  return (
    <GridListItem
      id={id}
      value={heading}
      textValue={`${heading.name}, empty`}
      aria-label={`Zone ${heading.name}, ${heading.count}. ${says}. Enter opens its rule.`}
      className={cx(list['item'], styles['item'])}
    >
      <ZoneHeading heading={heading} system={system} />
      <p className={styles['room']}>{says}</p>
    </GridListItem>
  );
}
