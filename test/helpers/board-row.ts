import { BoardRow } from '../../shared/pages/board.ts';

/** A board row of a page without problems, apart from the given fields. */
export function boardRow({
  leadAge = 1,
  lead = {
    articleId: '01890000-0000-7000-8000-000000000001',
    headline: 'A ward opens',
    publishedAt: leadAge === null ? null : '2026-11-21',
    ageDays: leadAge,
    placed: 'filled',
    scope: 'system',
  },
  activeTo = null,
  ...rest
}: {
  code: string;
  shortName: string;
  region: string;
  /** In days; null is undated. */
  leadAge?: number | null;
  lead?: unknown;
  activeTo?: string | null;
  [field: string]: unknown;
}): BoardRow {
  return BoardRow.parse({
    slug: rest.shortName.toLowerCase().replaceAll(' ', '-'),
    active: activeTo === null,
    activeTo,
    filed: 40,
    teasers: 20,
    pinned: 0,
    free: 0,
    filled: 20,
    successors: [],
    lead,
    recent: { days7: 2, days30: 9, undated30: 0 },
    unplaced: 0,
    gaps: { places: 0, pins: 0 },
    weeks: [0, 1, 2, 3, 0, 0, 1, 1, 2, 2, 1, 2],
    ...rest,
  });
}
