import { describe, expect, it } from 'vitest';
import {
  candidateMark,
  formatReworded,
  formatSchedule,
  formatTrayStory,
  formatWaiting,
  waitingActions,
} from '../../../renderer/features/page-editor/page-words.ts';
import { type StoryId, WaitingPlacement } from '../../../shared/models.ts';

describe('words on a page', () => {
  it('names what was re-worded', () => {
    expect(formatReworded([])).toBeNull();
    expect(formatReworded(['headline'])).toBe('headline re-worded');
    expect(formatReworded(['image'])).toBe('image changed');
    expect(formatReworded(['headline', 'image'])).toBe('headline re-worded, image changed');
    expect(formatReworded(['headline', 'standfirst', 'alt'])).toBe('headline, standfirst and image label re-worded');
  });

  it('message for every placement that waits why, and offers a way on', () => {
    for (const why of WaitingPlacement.shape.why.exclude(['taken-off']).options) {
      expect(formatWaiting(why).message).toMatch(/\.$/);
      expect(waitingActions(why)).toContain('release');
    }
    expect(waitingActions('no-room')[0]).toBe('place');
    expect(waitingActions('over')[0]).toBe('open-days');
  });

  it('says who took a story off, when, and how it stood', () => {
    const story = { articleId: 'a' as StoryId, headline: 'Clinic', by: 'A. Tester', at: null };
    expect(formatTrayStory({ ...story, stood: 'pinned', pinNumber: 3 }, '2026-11-22')).toBe(
      'Taken off by A. Tester. It was pinned at 3.',
    );
    const at = new Date(2026, 10, 18, 9, 5).toISOString();
    expect(formatTrayStory({ ...story, at, stood: 'filled', pinNumber: null }, '2026-11-22')).toBe(
      'Taken off by A. Tester, 18 Nov at 09:05. The zone had filled it in.',
    );
  });

  it('marks where a candidate stands', () => {
    expect(candidateMark({ position: 4, placed: 'filled', takenOff: false })).toBe('on page, 4');
    expect(candidateMark({ position: 1, placed: 'pinned', takenOff: false })).toBe('pinned at 1');
    expect(candidateMark({ position: null, placed: null, takenOff: true })).toBe('taken off');
    expect(candidateMark({ position: null, placed: null, takenOff: false })).toBeNull();
  });

  it('reads the days a placement runs', () => {
    expect(formatSchedule(null, null)).toBeNull();
    expect(formatSchedule('2026-12-01', null)).toBe('from 1 December 2026');
    expect(formatSchedule('2026-12-01', '2026-12-24')).toBe('from 1 December 2026 until 24 December 2026');
    expect(formatSchedule('2026-12-01', '2026-12-01')).toBe('on 1 December 2026 only');
  });
});
