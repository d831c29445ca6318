import { z } from 'zod';
import { Day, PageSummary, StoryId, SystemCode, Teaser } from '../models.ts';

/** How many weeks the board's sparkline shows. */
export const BOARD_WEEKS = 12;

/** A system's page as the board shows it. Stories count by publication day, undated ones by the day first seen. */
export const BoardRow = PageSummary.extend({
  /** Successors; empty while the system is active. */
  successors: z.array(SystemCode),
  lead: PageSummary.shape.lead
    .unwrap()
    .extend({
      articleId: StoryId,
      /** Days since publication; null where undated. */
      ageDays: z.number().int().nullable(),
      scope: Teaser.shape.scope,
    })
    .nullable(),
  /**
   * Stories filed here and published within the last 7 and 30 days, including today, and how many of the 30 days' are
   * undated.
   */
  recent: z.object({ days7: z.number().int(), days30: z.number().int(), undated30: z.number().int() }),
  /** Stories of the 30 days that feed the page and were not taken off, yet do not show on it. */
  unplaced: z.number().int(),
  /** Open slots; and pins that do not show because their story is withdrawn or their days are over. */
  gaps: z.object({ places: z.number().int(), pins: z.number().int() }),
  /** Stories filed here by weeks of seven days, the oldest first; the last week ends today. */
  weeks: z.array(z.number().int()).length(BOARD_WEEKS),
});
export type BoardRow = z.infer<typeof BoardRow>;

/** A system's unreviewed stories. */
export const BoardPending = z.object({
  code: SystemCode,
  /** Unreviewed stories that are filed here already. */
  waiting: z.number().int(),
  /** Unreviewed stories with a pending offer of this system; only among the newest `read`. */
  offered: z.number().int(),
});
export type BoardPending = z.infer<typeof BoardPending>;

export const CoverageSystem = z.object({
  code: SystemCode,
  /** Stories filed here and published within the window; the `undated` among them count by the day first seen. */
  stories: z.number().int(),
  undated: z.number().int(),
  /** How many of these are unreviewed. */
  unreviewed: z.number().int(),
  /** Its share of all filings to the systems on the map, 0 to 1; 0 where there are none. */
  share: z.number(),
  /** Age of the page's lead on the window's last day; null where it is undated or the page is empty. */
  leadAgeDays: z.number().int().nullable(),
  lead: z.enum(['dated', 'undated', 'none']),
});
export type CoverageSystem = z.infer<typeof CoverageSystem>;

export const Coverage = z.object({
  from: Day,
  to: Day,
  systems: z.array(CoverageSystem),
  /** Stories of the window: all, those filed to a system on the map, and the others by reason. */
  totals: z.object({
    stories: z.number().int(),
    filed: z.number().int(),
    national: z.number().int(),
    /** Filed only to systems that are not on the map on that day. */
    elsewhere: z.number().int(),
    /** Neither filed nor national. */
    unfiled: z.number().int(),
    /** Unreviewed, and how many of these are neither filed nor national. */
    unreviewed: z.number().int(),
    unreviewedUnfiled: z.number().int(),
  }),
  /** Unreviewed stories of any day. */
  backlog: z.number().int(),
});
export type Coverage = z.infer<typeof Coverage>;

/** TopoJSON as in the file; its object `systems` has one area per system, with the code as its id. */
const Topology = z.object({
  type: z.literal('Topology'),
  arcs: z.array(z.array(z.array(z.number()))),
  transform: z.object({ scale: z.tuple([z.number(), z.number()]), translate: z.tuple([z.number(), z.number()]) }),
  objects: z.object({
    systems: z.object({
      type: z.literal('GeometryCollection'),
      geometries: z.array(
        z.discriminatedUnion('type', [
          z.object({ type: z.literal('Polygon'), id: z.string(), arcs: z.array(z.array(z.number())) }),
          z.object({ type: z.literal('MultiPolygon'), id: z.string(), arcs: z.array(z.array(z.array(z.number()))) }),
        ]),
      ),
    }),
  }),
});
export type Topology = z.infer<typeof Topology>;

export const CoverageMap = z.object({
  /** The year of the boundaries. */
  boundaries: z.enum(['2023', '2026']),
  topology: Topology,
  /** One tile per system on a grid; columns go east, rows south. */
  tiles: z.array(z.object({ code: SystemCode, column: z.number().int(), row: z.number().int(), label: z.string() })),
});
export type CoverageMap = z.infer<typeof CoverageMap>;
