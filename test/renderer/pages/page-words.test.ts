import { describe, expect, it } from 'vitest';
import {
  candidateMark,
  listed,
  rewordedWords,
  scheduleWords,
  waitingActions,
  waitingWords,
} from '../../../renderer/features/pages/page-words.ts';
import { WaitingPlacement } from '../../../shared/models.ts';

describe('words on a page', () => {
  it('names what was re-worded', () => {
    expect(rewordedWords([])).toBeNull();
    expect(rewordedWords(['headline'])).toBe('headline re-worded');
    expect(rewordedWords(['headline', 'standfirst', 'alt'])).toBe('headline, standfirst and image label re-worded');
    expect(listed([])).toBe('');
  });

  it('says for every placement that waits why, and offers a way on', () => {
    for (const why of WaitingPlacement.shape.why.options) {
      expect(waitingWords(why).says).toMatch(/\.$/);
      expect(waitingActions(why)).toContain('release');
    }
    expect(waitingActions('taken-off')[0]).toBe('place');
    expect(waitingActions('over')[0]).toBe('open-days');
  });

  it('marks where a candidate stands', () => {
    expect(candidateMark({ position: 4, placed: 'filled', takenOff: false })).toBe('on page, 4');
    expect(candidateMark({ position: 1, placed: 'pinned', takenOff: false })).toBe('pinned at 1');
    expect(candidateMark({ position: null, placed: null, takenOff: true })).toBe('taken off');
    expect(candidateMark({ position: null, placed: null, takenOff: false })).toBeNull();
  });

  it('reads the days a placement runs', () => {
    expect(scheduleWords(null, null)).toBeNull();
    expect(scheduleWords('2026-12-01', null)).toBe('from 1 December 2026');
    expect(scheduleWords('2026-12-01', '2026-12-24')).toBe('from 1 December 2026 until 24 December 2026');
    expect(scheduleWords('2026-12-01', '2026-12-01')).toBe('on 1 December 2026 only');
  });
});
