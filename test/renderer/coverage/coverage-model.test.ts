import { describe, expect, it } from 'vitest';
import {
  type CoveredSystem,
  daysOf,
  formatArea,
  formatBacklog,
  formatEvenShare,
  formatUnmapped,
  legendOf,
  scaleOf,
  shortFigure,
  stepOf,
  withChecks,
} from '../../../renderer/features/coverage/coverage-model.ts';
import type { SystemCode } from '../../../shared/models.ts';
import type { Coverage } from '../../../shared/pages/board.ts';

const system = (fields: Partial<CoveredSystem>): CoveredSystem => ({
  code: 'QJM' as SystemCode,
  stories: 0,
  undated: 0,
  unreviewed: 0,
  share: 0,
  leadAgeDays: 2,
  lead: 'dated',
  checks: { errors: 0, warnings: 0 },
  ...fields,
});
const TOTALS = { stories: 0, filed: 0, national: 0, elsewhere: 0, unfiled: 0, unreviewed: 0, unreviewedUnfiled: 0 };
const coverage = (totals: Partial<Coverage['totals']>, backlog = 0): Coverage => ({
  from: '2026-11-01',
  to: '2026-11-22',
  systems: [],
  totals: { ...TOTALS, ...totals },
  backlog,
});

describe('the days of a window', () => {
  it('end today, today included', () => {
    expect(daysOf('7', { from: '', to: '' }, '2026-11-22')).toEqual({ from: '2026-11-16', to: '2026-11-22' });
    expect(daysOf('90', { from: '', to: '' }, '2026-11-22')).toEqual({ from: '2026-08-25', to: '2026-11-22' });
  });

  it('are the two chosen, when they are days in order', () => {
    const dates = { from: '2026-01-01', to: '2026-03-31' };
    expect(daysOf('dates', dates, '2026-11-22')).toEqual(dates);
    expect(daysOf('dates', { from: '2026-04-01', to: '2026-03-31' }, '2026-11-22')).toBeNull();
    expect(daysOf('dates', { from: '', to: '2026-03-31' }, '2026-11-22')).toBeNull();
  });
});

describe('the scale', () => {
  const systems = [0, 1, 5, 6, 13, 20].map((stories) => system({ stories }));

  it('has four steps of equal width up to the most, and nothing is a pattern of its own', () => {
    const scale = scaleOf(systems, 'stories');
    expect(systems.map((each) => stepOf(each, scale))).toEqual(['none', 1, 1, 2, 3, 4]);
    expect(legendOf(scale).map(({ words }) => words)).toEqual(['none', '1 to 5', '6 to 10', '11 to 15', '16 or more']);
  });

  it('leaves out steps that nothing reaches', () => {
    const few = scaleOf([system({ stories: 2 })], 'stories');
    expect(legendOf(few).map(({ words }) => words)).toEqual(['none', '1', '2']);
    const empty = scaleOf([system({})], 'stories');
    expect(legendOf(empty).map(({ words }) => words)).toEqual(['none']);
  });

  it('has fixed steps for ages, with undated and empty apart', () => {
    const scale = scaleOf(systems, 'age');
    const step = (fields: Partial<CoveredSystem>) => stepOf(system(fields), scale);
    expect([0, 3, 4, 8, 15, 400].map((leadAgeDays) => step({ leadAgeDays }))).toEqual([1, 1, 2, 3, 4, 4]);
    expect(step({ lead: 'undated', leadAgeDays: null })).toBe('undated');
    expect(step({ lead: 'none', leadAgeDays: null })).toBe('none');
    expect(legendOf(scale).map(({ words }) => words)).toEqual([
      '0 to 3 days',
      '4 to 7 days',
      '8 to 14 days',
      '15 or more days',
      'undated',
      'empty page',
    ]);
    expect(shortFigure(system({ lead: 'undated', leadAgeDays: null }), 'age')).toBe('?');
  });

  it('colours by what nobody has reviewed', () => {
    const scale = scaleOf([system({ unreviewed: 8, stories: 90 })], 'waiting');
    expect(stepOf(system({ unreviewed: 8 }), scale)).toBe(4);
  });

  it('colours by failing checks, once they are counted', () => {
    const counted = withChecks([system({})], [{ code: 'QJM', errors: 3, warnings: 5 }]);
    expect(counted.map((each) => stepOf(each, scaleOf(counted, 'checks')))).toEqual([4]);
    expect(counted.map((each) => shortFigure(each, 'checks'))).toEqual(['8']);
    const waiting = withChecks([system({})], undefined);
    expect(waiting.map((each) => [stepOf(each, scaleOf(waiting, 'checks')), shortFigure(each, 'checks')])).toEqual([
      ['none', '…'],
    ]);
  });
});

describe('in words', () => {
  it('an area says all its figures', () => {
    const figures = { stories: 1200, undated: 3, unreviewed: 4, share: 0.042, leadAgeDays: 1 };
    expect(formatArea('Devon', system(figures))).toBe(
      'Devon: 1,200 stories, 3 of them undated, 4.2% of all filings, 4 not reviewed, lead 1 day old, no errors or warnings',
    );
    expect(formatArea('Devon', system({ stories: 1, lead: 'none', leadAgeDays: null }))).toBe(
      'Devon: 1 story, 0.0% of all filings, 0 not reviewed, empty page, no errors or warnings',
    );
    expect(formatEvenShare(0.05, 36)).toBe('1.8 ×');
    expect(formatEvenShare(0, 36)).toBe('none');
  });

  it('the backlog stands beside what was filed', () => {
    expect(formatBacklog(coverage({}))).toBeNull();
    expect(formatBacklog(coverage({ unreviewed: 12, unreviewedUnfiled: 9 }, 40))).toBe(
      '12 stories of these days are not reviewed yet, 9 of them filed nowhere; 40 stories wait in the whole queue. A low figure may only mean that stories are still unread.',
    );
    expect(formatBacklog(coverage({}, 1))).toMatch(/^Every story of these days is reviewed; 1 story waits/);
  });

  it('national stories and those of other systems stand apart', () => {
    const words = formatUnmapped(coverage({ stories: 9, filed: 4, national: 2, elsewhere: 1, unfiled: 2 }));
    expect(words).toMatch(/^9 stories came out in these days: 4 filed to a system here, 2 national, 1 filed only to/);
    expect(formatUnmapped(coverage({}))).not.toContain('another time');
  });
});
