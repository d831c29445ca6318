import { describe, expect, it } from 'vitest';
import { formatRowCount, historyLines, localDayAndTime } from '../../../renderer/features/history/history-model.ts';
import { HistoryEntry } from '../../../shared/models.ts';

let serial = 0;
function entry(at: string, over: Partial<HistoryEntry> = {}): HistoryEntry {
  serial += 1;
  return {
    ...HistoryEntry.parse({
      id: `019a0000-0000-7000-8000-${String(serial).padStart(12, '0')}`,
      at,
      by: 'A. Marlowe',
      label: 'Tag 3 stories',
      undone: false,
      door: 'desktop',
      kind: 'step',
      rows: 3,
    }),
    ...over,
  };
}

describe('the list of steps', () => {
  it('has a heading wherever the day changes', () => {
    const lines = historyLines(
      [entry('2026-11-19T09:00:00.000Z'), entry('2026-11-19T08:00:00.000Z'), entry('2026-11-17T22:00:00.000Z')],
      '2026-11-19',
      0,
    );
    expect(lines.map((line) => (line.kind === 'day' ? line.heading : line.time))).toEqual([
      'Today',
      '09:00',
      '08:00',
      'Tuesday 17 November 2026',
      '22:00',
    ]);
    expect(new Set(lines.map((line) => line.key)).size).toBe(lines.length);
  });

  it('tells days by the wall clock', () => {
    expect(localDayAndTime('2026-06-30T23:30:00.000Z', 60)).toEqual({ day: '2026-07-01', time: '00:30' });
    expect(localDayAndTime('2026-06-30T23:30:00.000Z', 0)).toEqual({ day: '2026-06-30', time: '23:30' });
  });

  it('counts what a step changed', () => {
    expect([formatRowCount(1), formatRowCount(1200)]).toEqual(['1 change', '1,200 changes']);
  });
});
