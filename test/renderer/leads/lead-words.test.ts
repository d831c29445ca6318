import { describe, expect, test } from 'vitest';
import {
  formatHistoryReach,
  formatLeadSpan,
  formatLedSpan,
  formatLedTotal,
  ledPages,
} from '../../../renderer/features/leads/lead-words.ts';
import type { EntryId, SystemCode } from '../../../shared/models.ts';
import { daysLed, type LedSpan } from '../../../shared/pages/leads.ts';

const DEVON = 'QJK' as SystemCode;
const DORSET = 'QVV' as SystemCode;
const STEP = { id: '01890000-0000-7000-8000-000000000001' as EntryId, by: 'A. Marlowe', label: 'Pin “One” on Devon' };
const span = (over: Partial<LedSpan>): LedSpan => ({
  system: DEVON,
  from: '2026-11-23',
  to: null,
  placed: 'filled',
  by: null,
  began: null,
  ended: null,
  ...over,
});

describe('how long a story led', () => {
  test('each day counts once, the last one only where a step ended it', () => {
    expect(daysLed([span({ to: '2026-11-25', ended: 'day' })], '2026-11-30')).toBe(2);
    expect(daysLed([span({ to: '2026-11-25', ended: STEP })], '2026-11-30')).toBe(3);
    expect(daysLed([span({ to: '2026-11-23', ended: STEP }), span({ placed: 'pinned', by: 'B' })], '2026-11-24')).toBe(
      2,
    );
    expect(daysLed([], '2026-11-24')).toBe(0);
  });

  test('is told page by page, the longest first', () => {
    const spans = [span({ system: DORSET, to: '2026-11-23', ended: STEP }), span({})];
    expect(ledPages(spans, '2026-11-25').map(({ system, days }) => [system, days])).toEqual([
      [DEVON, 3],
      [DORSET, 1],
    ]);
    expect(formatLedTotal('Devon', 3)).toBe('Led Devon on 3 days');
    expect(formatLedTotal('Devon', 1)).toBe('Led Devon on 1 day');
  });

  test('each stretch says whose hand it was', () => {
    expect(formatLedSpan(span({}))).toBe('since 23 November 2026, filled by the zone');
    expect(formatLedSpan(span({ to: '2026-11-25', placed: 'pinned', by: 'A. Marlowe' }))).toBe(
      'from 23 November 2026 until 25 November 2026, pinned by A. Marlowe',
    );
    expect(formatLedSpan(span({ to: '2026-11-23', placed: 'free', by: 'A. Marlowe' }))).toBe(
      'on 23 November 2026, placed by A. Marlowe',
    );
  });

  test('says how far back the history reaches where it does not tell all', () => {
    expect(formatHistoryReach({ knownFrom: '2026-11-01', isWhole: true })).toBeNull();
    expect(formatHistoryReach({ knownFrom: '2026-11-01', isWhole: false })).toBe(
      'The history goes back to 1 November 2026; earlier leads are not known.',
    );
  });

  test('a lead is told by its days', () => {
    expect(formatLeadSpan({ system: DEVON, from: '2026-11-23', to: null })).toBe('since 23 November 2026');
    expect(formatLeadSpan({ system: DEVON, from: '2026-11-23', to: '2026-11-23' })).toBe('on 23 November 2026');
    expect(formatLeadSpan({ system: DEVON, from: '2026-11-23', to: '2026-11-25' })).toBe(
      '23 November 2026 until 25 November 2026',
    );
  });
});
