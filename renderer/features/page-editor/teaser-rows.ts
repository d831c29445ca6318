import type { EditorTeaser, PageView, StoryId } from '../../../shared/models.ts';
import { longDay } from '../../../shared/words/day-words.ts';
import { inQuotes } from '../../../shared/words/quotes.ts';
import { type Gap, isGap } from './placing/gap-actions.ts';
import { headingOf, type ZoneWords } from './zone-heading.ts';

/** The rows of the list of teasers: the teasers, the gaps that pinned stories leave which do not show, and empty zones. */

/** A zone of several in which nothing stands. */
export interface Vacancy {
  vacantZone: string;
}

/** Teasers and gaps are the objects of the page themselves: a row is drawn anew only when its own changes. */
export type Row = EditorTeaser | Gap | Vacancy;

export function isTeaser(row: Row): row is EditorTeaser {
  return 'position' in row;
}

export function isVacancy(row: Row): row is Vacancy {
  return 'vacantZone' in row;
}

const GAP_KEY = 'gap:';
const ZONE_KEY = 'zone:';

export function keyOfGap(articleId: StoryId): string {
  return `${GAP_KEY}${articleId}`;
}

export function keyOfRow(row: Row): string {
  if (isVacancy(row)) return `${ZONE_KEY}${row.vacantZone}`;
  return isTeaser(row) ? row.articleId : keyOfGap(row.articleId);
}

/** The story whose gap a row's key names, or null for a teaser's. */
export function gapOfKey(key: string | undefined): StoryId | null {
  return key?.startsWith(GAP_KEY) ? (key.slice(GAP_KEY.length) as StoryId) : null;
}

/** The zone whose empty row a key names, or null for any other. */
export function vacantZoneOfKey(key: string | undefined): string | null {
  return key?.startsWith(ZONE_KEY) ? key.slice(ZONE_KEY.length) : null;
}

/** What a row needs to know of the page around it, and its own object does not say. */
export interface Surroundings {
  /** The heading of the zone, on its first row. */
  heading: ZoneWords | null;
  /** The number on the page: of a gap, the one that its story keeps; of an empty zone, the one its first would have. */
  number: number | null;
}

export interface Rows {
  rows: Row[];
  /** By key, and only of rows that have any: whatever stands here has all rows drawn anew when it changes. */
  around: [string, Surroundings][];
}

/** A gap stands before the teaser that has its number now; the numbers close up over it. */
export function rowsOf(page: PageView): Rows {
  const rows: Row[] = [];
  const around: [string, Surroundings][] = [];
  let start = 0;
  for (const zone of page.zones) {
    const { id, teasers } = zone;
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
    // A page of one zone that is empty says so as a whole.
    if (rows.length === first && page.zones.length > 1) rows.push({ vacantZone: id });
    for (const [index, row] of rows.slice(first).entries()) {
      const heading = index === 0 ? headingOf(zone) : null;
      const number = numberOf(row, start);
      if (heading || number !== null) around.push([keyOfRow(row), { heading, number }]);
    }
    start += teasers.length;
  }
  return { rows, around };
}

/** A teaser says its own. */
function numberOf(row: Row, start: number): number | null {
  if (isTeaser(row)) return null;
  return isVacancy(row) ? start + 1 : start + row.pinNumber;
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
