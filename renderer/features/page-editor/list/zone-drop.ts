import type { ItemDropTarget } from 'react-aria-components';
import type { PageView } from '../../../../shared/models.ts';
import { vacantZoneOfKey } from '../teaser-rows.ts';

type Zone = PageView['zones'][number];

/**
 * Where a drop makes a zone longer, or is the first in it; null where a number of the page says it all. By such
 * a number nothing gets into an empty zone, and behind the last of a zone with room it would mean the next zone.
 */
export function roomAt(
  zones: readonly Zone[],
  ids: readonly string[],
  { key, dropPosition }: Pick<ItemDropTarget, 'key' | 'dropPosition'>,
): { zone: Zone; number: number } | null {
  const vacant = vacantZoneOfKey(String(key));
  const holds = ({ teasers }: Zone, id: unknown) => teasers.some(({ articleId }) => articleId === id);
  const zone = zones.find((one) => (vacant === null ? holds(one, key) : one.id === vacant));
  if (!zone || zone.teasers.length >= zone.limit || ids.some((id) => holds(zone, id))) return null;
  const at = zone.teasers.findIndex(({ articleId }) => articleId === key);
  return { zone, number: at < 0 ? 1 : at + (dropPosition === 'after' ? 2 : 1) };
}
