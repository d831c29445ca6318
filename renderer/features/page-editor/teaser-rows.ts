import type { EditorTeaser, PageView, StoryId } from '../../../shared/models.ts';
import { longDay } from '../../../shared/words/day-words.ts';
import { inQuotes } from '../../../shared/words/quotes.ts';
import { type Gap, isGap } from './placing/gap-actions.ts';
import { headingOf, type ZoneWords } from './zone-heading.ts';

/** An empty zone of a page with several zones. */
export interface Vacancy {
  vacantZone: string;
}

/** Rows are the page's own teaser and gap objects, so that a row renders again only when its object changes. */
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

/** Returns the story of a gap's key, or null for another row. */
export function gapOfKey(key: string | undefined): StoryId | null {
  return key?.startsWith(GAP_KEY) ? (key.slice(GAP_KEY.length) as StoryId) : null;
}

/** Returns the zone of an empty row's key, or null for another row. */
export function vacantZoneOfKey(key: string | undefined): string | null {
  return key?.startsWith(ZONE_KEY) ? key.slice(ZONE_KEY.length) : null;
}

/** What a row needs to know about the page in addition to its own object. */
export interface Surroundings {
  /** The zone's heading, on its first row only. */
  heading: ZoneWords | null;
  /**
   * The number on the page: for a gap, the pinned number; for an empty zone, the number its first teaser would have.
   */
  number: number | null;
}

export interface Rows {
  rows: Row[];
  /** Entries only for rows that have any, by key. A change here renders all rows. */
  around: [string, Surroundings][];
}

/** Lists the rows. A gap comes before the teaser that has its number now. */
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
    // A page with one empty zone shows an empty state instead.
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

/** Teasers know their own number, so the result is null for them. */
function numberOf(row: Row, start: number): number | null {
  if (isTeaser(row)) return null;
  return isVacancy(row) ? start + 1 : start + row.pinNumber;
}

/** `Gap at 3: “A ward opens” is pinned here but withdrawn`. */
export function formatGap(gap: Pick<Gap, 'headline' | 'why' | 'until'>, number: number): string {
  const reasons: Record<Gap['why'], string> = {
    withdrawn: 'withdrawn',
    embargoed: 'under embargo',
    'not-out-yet': 'not out yet',
    over: gap.until === null ? 'over' : `over: its last day was ${longDay(gap.until)}`,
  };
  return `Gap at ${number}: ${inQuotes(gap.headline)} is pinned here but ${reasons[gap.why]}`;
}
