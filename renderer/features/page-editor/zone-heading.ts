import type { PageView } from '../../../shared/models.ts';
import { formatRule } from '../../../shared/pages/fill-rules.ts';

type Zone = PageView['zones'][number];

/** `3 of 4` */
export function zoneCount({ teasers, limit }: { teasers: readonly unknown[]; limit: number }): string {
  return `${teasers.length} of ${limit}`;
}

/** The words of a zone's heading, as plain data, so that rows render again only when they change. */
export interface ZoneWords {
  zoneId: string;
  name: string;
  count: string;
  rule: string;
}

export function headingOf(zone: Zone): ZoneWords {
  const hasPins = zone.teasers.some(({ placed }) => placed === 'pinned');
  const rule = formatRule(zone.rule);
  return { zoneId: zone.id, name: zone.name, count: zoneCount(zone), rule: hasPins ? `pins, then ${rule}` : rule };
}
