import { describe, expect, it } from 'vitest';
import { formatNumbers, formatStep } from '../../../../renderer/features/page-editor/placing/page-messages.ts';
import type { MovedTeaser } from '../../../../shared/pages/teaser-batch.ts';

const moved = (headline: string, from: number | null, to: number | null, waits = false): MovedTeaser => ({
  articleId: headline as never,
  headline,
  from,
  to,
  waits,
});

describe('what is said of a step on a page', () => {
  it('is the step alone when no other teaser came or went', () => {
    expect(formatStep('Placed at 3: Ward', [moved('Ward', null, 3)], ['Ward' as never])).toEqual({
      text: 'Placed at 3: Ward',
      isShown: false,
    });
  });

  it('names what went off the page, and shows it', () => {
    expect(
      formatStep('Placed at 3: Ward', [moved('Ward', null, 3), moved('Old', 20, null)], ['Ward' as never]),
    ).toEqual({ text: 'Placed at 3: Ward. “Old” went from 20 off the page.', isShown: true });
    expect(formatStep('Pinned.', [moved('Old', 20, null, true)], []).text).toBe(
      'Pinned. “Old” went from 20 and is kept waiting: no room.',
    );
  });

  it('speaks of what came in without a notice, and counts when they are many', () => {
    const came = ['A', 'B', 'C', 'D'].map((name, index) => moved(name, null, 17 + index));
    expect(formatStep('4 teasers taken off this page.', came, [])).toEqual({
      text: '4 teasers taken off this page. “A” came in at 17. “B” came in at 18. 2 more came in.',
      isShown: false,
    });
    expect(formatStep('Gone?', came.slice(0, 3), []).text).toBe(
      'Gone? “A” came in at 17. “B” came in at 18. “C” came in at 19.',
    );
  });
});

describe('numbers', () => {
  it.each([
    [[4], '4'],
    [[2, 3], '2 and 3'],
    [[2, 3, 4], '2 to 4'],
    [[2, 4, 5], '2, 4 and 5'],
    [[], ''],
  ])('%j are %s', (numbers, words) => expect(formatNumbers(numbers)).toBe(words));
});
