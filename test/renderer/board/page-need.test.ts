import { describe, expect, test } from 'vitest';
import { type Known, needOf, needsAttention } from '../../../renderer/features/board/page-need.ts';
import { boardRow } from '../../helpers/board-row.ts';

const page = (fields: object = {}) =>
  boardRow({ code: 'QJM', shortName: 'Lincolnshire', region: 'Midlands', ...fields });
const known = { leadDays: 7 };
const reasons = (fields: object, more: Partial<Known> = {}) => needOf(page(fields), { ...known, ...more }).reasons;

describe('what a page needs', () => {
  test('nothing, while it keeps itself', () => {
    expect(needOf(page(), known)).toEqual({ weight: 0, reasons: [] });
    expect(reasons({ leadAge: 7 })).toEqual([]);
    expect(needsAttention(needOf(page(), known))).toBe(false);
  });

  test.each([
    [{ leadAge: 12 }, ['lead is 12 days old']],
    [{ leadAge: 8 }, ['lead is 8 days old']],
    [{ leadAge: 1200 }, ['lead is 1,200 days old']],
    [{ leadAge: null }, ['lead has no date']],
    [{ lead: null, teasers: 0, gaps: { places: 20, pins: 0 } }, ['the page is empty']],
    [{ gaps: { places: 3, pins: 0 } }, ['3 places empty']],
    [{ gaps: { places: 1, pins: 1 } }, ['a pin does not show', '1 place empty']],
    [{ gaps: { places: 0, pins: 2 } }, ['2 pins do not show']],
    [{ recent: { days7: 0, days30: 0, undated30: 0 } }, ['nothing filed in 30 days']],
  ])('%j is %j', (fields, expected) => {
    expect(reasons(fields)).toEqual(expected);
    expect(needsAttention(needOf(page(fields), known))).toBe(true);
  });

  test('a national lead is named, the weightiest reason first', () => {
    const lead = { ...page().lead, scope: 'national' };
    expect(reasons({ lead, gaps: { places: 9, pins: 1 } })).toEqual([
      'a pin does not show',
      '9 places empty',
      'lead is national',
    ]);
  });

  test('what waits in the queue is said, but makes no page need attention by itself', () => {
    expect(reasons({}, { pending: { waiting: 1, offered: 4 } })).toEqual(['1 story waits']);
    expect(needsAttention(needOf(page(), { ...known, pending: { waiting: 500, offered: 0 } }))).toBe(false);
    expect(reasons({ leadAge: 9 }, { pending: { waiting: 2, offered: 0 } })).toEqual([
      'lead is 9 days old',
      '2 stories wait',
    ]);
  });

  test('an older lead needs attention sooner, an empty page first of all', () => {
    const weight = (fields: object) => needOf(page(fields), known).weight;
    expect(weight({ leadAge: 20 })).toBeGreaterThan(weight({ leadAge: 9 }));
    expect(weight({ lead: null, teasers: 0 })).toBeGreaterThan(
      weight({ leadAge: 3000, gaps: { places: 19, pins: 4 } }),
    );
  });

  test('checks that fail, and changes since it was signed off', () => {
    expect(reasons({}, { checks: { errors: 2, unsigned: 3 } })).toEqual(['2 checks fail', '3 changes not signed off']);
    expect(reasons({}, { checks: { errors: 0, unsigned: 0 } })).toEqual([]);
    expect(reasons({}, { checks: { errors: 0, unsigned: null } })).toEqual([]);
  });

  test('what counts as stale is the limit of the checks', () => {
    expect(reasons({ leadAge: 12 }, { leadDays: 14 })).toEqual([]);
    expect(reasons({ leadAge: 15 }, { leadDays: 14 })).toEqual(['lead is 15 days old']);
  });

  test('a closed page needs nothing', () => {
    expect(needOf(page({ activeTo: '2026-03-31', lead: null, leadAge: null }), known)).toEqual({
      weight: 0,
      reasons: [],
    });
  });
});
