import { expect, test } from 'vitest';
import { limitRefusal, readLimits, toLimitsDraft } from '../../../../renderer/app/settings/limits-draft.ts';
import { DEFAULT_LIMITS, PageLimits } from '../../../../shared/pages/checks.ts';

const DRAFT = toLimitsDraft(DEFAULT_LIMITS);

test('limits left as they are read back the same', () => {
  expect(readLimits(DRAFT)).toEqual(DEFAULT_LIMITS);
});

test.each(['', 'ten', '9', '1001', '-20', '20.5'])(
  'a headline of “%s” characters is refused with a sentence',
  (headline) => {
    const draft = { ...DRAFT, headline };
    expect(limitRefusal(draft, 'headline')).toBe('Type a number from 10 to 1000.');
    expect(readLimits(draft)).toBeNull();
  },
);

test.each(['10', '1000', ' 80 '])('a headline of “%s” characters is taken, and the desk takes it too', (headline) => {
  const limits = readLimits({ ...DRAFT, headline });
  expect(PageLimits.parse(limits)).toEqual({ ...DEFAULT_LIMITS, headline: Number(headline) });
});
