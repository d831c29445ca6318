import { Settings2 } from 'lucide-react';
import type { PageView } from '../../../shared/models.ts';
import { ruleWords } from '../../../shared/zones.ts';
import { useAppState } from '../../state/app-state.tsx';
import { IconButton } from '../../ui/Button.tsx';
import styles from './ZoneHeading.module.css';

type Zone = PageView['zones'][number];

/** `3 of 4` */
export function zoneCount({ teasers, limit }: { teasers: readonly unknown[]; limit: number }): string {
  return `${teasers.length} of ${limit}`;
}

/** What a zone's heading says; plain data, so that rows are drawn anew only when it says something else. */
export interface ZoneWords {
  zoneId: string;
  name: string;
  count: string;
  rule: string;
}

export function headingOf(zone: Zone): ZoneWords {
  const hasPins = zone.teasers.some(({ placed }) => placed === 'pinned');
  const rule = ruleWords(zone.rule);
  return { zoneId: zone.id, name: zone.name, count: zoneCount(zone), rule: hasPins ? `pins, then ${rule}` : rule };
}

/** A zone's heading stands in its first row: rows alone are what a drag can go between. */
export function ZoneHeading({ heading, system }: { heading: ZoneWords; system: PageView['system']['code'] }) {
  const { session } = useAppState();
  const { zoneId, name, count, rule } = heading;
  return (
    <div className={styles['heading']}>
      <p className={styles['words']}>
        <strong>{name}</strong> {count}, {rule}
      </p>
      <IconButton
        label={`Zone ${name}: limit and rule`}
        icon={<Settings2 size={14} aria-hidden="true" />}
        className={styles['change']}
        onPress={() => session.getState().openDialog({ kind: 'page-zones', system, zoneId })}
      />
    </div>
  );
}
