import { longDay } from '../../../shared/day-words.ts';
import type { ArticleId, EditorTeaser, PageView } from '../../../shared/models.ts';
import { inQuotes } from '../../../shared/quotes.ts';
import { type Gap, isGap } from '../../commands/gap-actions.ts';

/** The rows of the list of teasers: the teasers, and the gaps that pinned stories leave which do not show. */

/** The objects of the page themselves: a row is drawn anew only when its own changes. */
export type Row = EditorTeaser | Gap;

export function isTeaser(row: Row): row is EditorTeaser {
  return 'position' in row;
}

const GAP_KEY = 'gap:';

export function keyOfGap(articleId: ArticleId): string {
  return `${GAP_KEY}${articleId}`;
}

export function keyOfRow(row: Row): string {
  return isTeaser(row) ? row.articleId : keyOfGap(row.articleId);
}

/** The story whose gap a row's key names, or null for a teaser's. */
export function gapOfKey(key: string | undefined): ArticleId | null {
  return key?.startsWith(GAP_KEY) ? (key.slice(GAP_KEY.length) as ArticleId) : null;
}

/** What a row needs to know of the page around it. */
export interface Surroundings {
  /** The heading of the zone, on its first row. */
  heading: { name: string; count: string } | null;
  /** The number on the page: of a gap, the one that its story keeps. */
  number: number;
}

export interface Rows {
  rows: Row[];
  around: [string, Surroundings][];
}

/** A gap stands before the teaser that has its number now; the numbers close up over it. */
export function rowsOf(page: PageView): Rows {
  const rows: Row[] = [];
  const around: [string, Surroundings][] = [];
  let start = 0;
  for (const { id, name, limit, teasers } of page.zones) {
    const first = rows.length;
    const gaps = page.waiting
      .filter(isGap)
      .filter(({ zoneId }) => zoneId === id)
      .sort((a, b) => a.pinNumber - b.pinNumber);
    for (const [index, teaser] of teasers.entries()) {
      while (gaps[0] && gaps[0].pinNumber <= index + 1) rows.push(...gaps.splice(0, 1));
      rows.push(teaser);
    }
    rows.push(...gaps);
    for (const [index, row] of rows.slice(first).entries()) {
      const heading = index === 0 ? { name, count: `${teasers.length} of ${limit}` } : null;
      const number = isTeaser(row) ? row.position : start + row.pinNumber;
      around.push([keyOfRow(row), { heading, number }]);
    }
    start += teasers.length;
  }
  return { rows, around };
}

/** `Gap at 3: “A ward opens” is pinned here but withdrawn`. */
export function gapWords(gap: Pick<Gap, 'headline' | 'why' | 'until'>, number: number): string {
  const reasons: Record<Gap['why'], string> = {
    withdrawn: 'withdrawn',
    embargoed: 'under embargo',
    'not-out-yet': 'not out yet',
    over: gap.until === null ? 'over' : `over: its last day was ${longDay(gap.until)}`,
  };
  return `Gap at ${number}: ${inQuotes(gap.headline)} is pinned here but ${reasons[gap.why]}`;
}
