import type { StoryId, SystemCode } from '../../../../shared/models.ts';
import type { SeenTeaser, SeenTeasers } from '../../../../shared/pages/seen-teaser.ts';
import { quoted } from '../../context.ts';
import type { Actor } from '../../core/changes.ts';
import type { Touched } from '../../core/last-change.ts';
import { checkSeen, type Json, type Values } from '../../core/seen.ts';
import type { ReadDb } from '../../core/sql.ts';
import { getStory } from '../../stories/story-rows.ts';
import { rowOfField } from '../../stories/story-seen.ts';
import { NO_WORDS, shownImage } from '../layout/overrides.ts';
import { findPlacement } from '../layout/page-rows.ts';
import { type ResolvedPage, slotsOf } from '../layout/resolve-page.ts';

const POSITION_FIELDS = ['placed', 'zoneId', 'pinNumber', 'rank', 'above'] as const;
type Position = Pick<SeenTeaser, (typeof POSITION_FIELDS)[number]> & { number?: number | null };

/** What a write compares of one story on a page: its place as one value, its words, image and days. */
interface TeaserWas {
  values: Values & { position: Position };
  /** What a write may take away. */
  placementId: string | null;
}

/** A story as a page shows it now, or waits to show it. What is off the page shows no words. */
function teaserNow(db: ReadDb, page: ResolvedPage, id: StoryId): TeaserWas['values'] {
  const slots = slotsOf(page);
  const index = slots.findIndex(({ item }) => item.articleId === id);
  const slot = slots[index];
  const placement = findPlacement(db, page.system.code, id);
  const placed = slot?.placed ?? placement?.standing ?? null;
  const position = {
    placed,
    zoneId: page.zones.find(({ slots }) => slots.some((one) => one === slot))?.id ?? placement?.zoneId ?? null,
    pinNumber: slot?.pinNumber ?? placement?.pinNumber ?? null,
    rank: placed === 'free' ? (slot?.rank ?? placement?.rank ?? null) : null,
    above: slots[index - 1]?.item.articleId ?? null,
    number: slot ? index + 1 : null,
  };
  if (placed === null || placed === 'off') return { position };
  const story = getStory(db, id);
  const words = placement?.words ?? NO_WORDS;
  const image = shownImage(db, story, placement);
  return {
    position,
    headline: words.headline ?? story.headline,
    standfirst: words.standfirst ?? story.standfirst,
    kicker: words.kicker ?? story.kicker,
    alt: image?.alt ?? null,
    image: image?.src ?? null,
    from: placement?.from ?? null,
    until: placement?.until ?? null,
  };
}

export function teasersNow(db: ReadDb, page: ResolvedPage, seen: SeenTeasers = {}): Map<StoryId, TeaserWas> {
  return new Map(
    (Object.keys(seen) as StoryId[]).map((id) => {
      const placementId = findPlacement(db, page.system.code, id)?.id ?? null;
      return [id, { values: teaserNow(db, page, id), placementId }];
    }),
  );
}

/**
 * Throws `conflict` where a step changes on one of the stories what its editor has not seen. `after` is null for a step
 * that was refused: what the editor had not seen is the better reason.
 */
export function checkTeasers(
  db: ReadDb,
  actor: Actor,
  seen: SeenTeasers,
  before: ResolvedPage,
  was: ReadonlyMap<StoryId, TeaserWas>,
  after: ResolvedPage | null,
): void {
  for (const [id, { values, placementId }] of was) {
    const headline = quoted(String(values['headline'] ?? getStory(db, id).headline));
    const what = `${headline} on ${before.system.shortName}`;
    const write = {
      subject: `teaser ${before.system.code} ${id}`,
      what,
      seen: seenValues(seen[id] ?? {}),
      rowsOf: (field: string) => rowsOf(before.system.code, id, placementId, field),
      isSame,
      formatRefusal: ({ fields }: { fields: { field: string }[] }, who: string) =>
        fields.some(({ field }) => field === 'position')
          ? `${headline} ${formatPlaced(values.position)} on ${before.system.shortName} ${who}. Nothing was changed.`
          : undefined,
    };
    checkSeen<Values>(db, actor, write, values, after ? teaserNow(db, after, id) : {});
  }
}

/** What is seen of a place is one value: half of a move cannot be kept. */
function seenValues(seen: SeenTeaser): Values {
  const given = Object.entries(seen).filter(([, value]) => value !== undefined);
  const isPosition = ([field]: [string, unknown]) => (POSITION_FIELDS as readonly string[]).includes(field);
  const position = Object.fromEntries(given.filter(isPosition)) as Record<string, Json>;
  const words = Object.fromEntries(given.filter((one) => !isPosition(one))) as Values;
  return Object.keys(position).length === 0 ? words : { ...words, position };
}

function isSame(field: string, a: Json | undefined, b: Json | undefined): boolean {
  // Empty words and none look the same on a page.
  if (a === undefined || b === undefined) return a === b;
  return field === 'position' ? isSamePosition(a as Position, b as Position) : (a || null) === (b || null);
}

/**
 * A free teaser is where it was as long as its rank or the story above it is the same: an import gives it a new rank to
 * keep it below that story, and another editor's move may put another story above it.
 */
function isSamePosition(a: Position, b: Position): boolean {
  const agree = (field: keyof Position) => a[field] === undefined || b[field] === undefined || a[field] === b[field];
  if (!agree('placed')) return false;
  if (a.placed === 'pinned') return agree('zoneId') && agree('pinNumber');
  if (a.placed !== 'free' || a.rank === undefined || a.above === undefined) return agree('rank') && agree('above');
  return a.rank === b.rank || (a.above === b.above && a.zoneId === b.zoneId);
}

const PLACING_COLUMNS = ['standing', 'zone_id', 'pin_number', 'rank'];
const COLUMNS: Readonly<Record<string, string[]>> = {
  from: ['from_day'],
  until: ['until_day'],
  position: PLACING_COLUMNS,
};

/** The rows that hold a field of a story on a page, or of what it takes from the story itself. */
export function rowsOfTeaser(db: ReadDb, code: SystemCode, id: StoryId, field: string): Touched[] {
  return rowsOf(code, id, findPlacement(db, code, id)?.id ?? null, field);
}

function rowsOf(code: SystemCode, id: StoryId, placementId: string | null, field: string): Touched[] {
  const gone: Touched = {
    table: 'placements',
    id,
    wasRow: (row) => row['article_id'] === id && row['system_code'] === code,
  };
  const standing: Touched[] = placementId
    ? [{ table: 'placements', id: placementId, columns: COLUMNS[field] ?? [field] }]
    : [];
  const isOfStory = !(field in COLUMNS);
  const story = field === 'image' ? [rowOfField(id, 'image'), rowOfField(id, 'imageAddress')] : [rowOfField(id, field)];
  return [gone, ...standing, ...(isOfStory ? story : [])];
}

function formatPlaced({ placed, number, pinNumber }: Position): string {
  if (placed === 'off') return 'was taken off';
  if (placed === 'filled') return 'was left to the zone';
  if (placed === null || placed === undefined) return 'was taken';
  if (number === null) return 'was placed, and waits,';
  return placed === 'pinned' ? `was pinned at ${pinNumber}` : `was moved to ${number}`;
}
