import type { PageSummary } from '../../../shared/models.ts';

/** The fields that order pages. Page summaries and systems both have them. */
type Listed = Pick<PageSummary, 'code' | 'shortName' | 'region' | 'active' | 'activeTo'>;

export interface PagesList<T extends Listed> {
  regions: { region: string; pages: T[] }[];
  /** Pages of former systems, the newest end first. */
  former: T[];
}

/** Groups active systems by region, both in the register's order, and former systems apart. */
export function groupPages<T extends Listed>(pages: readonly T[]): PagesList<T> {
  const regions = new Map<string, T[]>();
  const former: T[] = [];
  for (const page of pages) {
    if (!page.active) former.push(page);
    else regions.set(page.region, [...(regions.get(page.region) ?? []), page]);
  }
  return {
    regions: [...regions]
      .sort(([a], [b]) => a.localeCompare(b, 'en-GB'))
      .map(([region, members]) => ({ region, pages: members.sort(byName) })),
    former: former.sort((a, b) => (b.activeTo ?? '').localeCompare(a.activeTo ?? '') || byName(a, b)),
  };
}

function byName(a: Listed, b: Listed): number {
  return a.shortName.localeCompare(b.shortName, 'en-GB');
}

/**
 * Returns the page before or after this one, in the order of the list and wrapping at the ends; null when there is no
 * other.
 */
export function neighbour<T extends Listed>(
  pages: readonly T[],
  code: string,
  direction: 'previous' | 'next',
): T | null {
  const { regions, former } = groupPages(pages);
  const order = [...regions.flatMap((region) => region.pages), ...former];
  const index = order.findIndex((page) => page.code === code);
  if (index < 0) return order[0] ?? null;
  const found = order[(index + (direction === 'next' ? 1 : order.length - 1)) % order.length];
  return found && found.code !== code ? found : null;
}
