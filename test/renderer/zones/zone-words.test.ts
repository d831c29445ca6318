import { expect, test } from 'vitest';
import { formatOutlook, formatOutlookSum, isUntouched } from '../../../renderer/features/zones/zone-words.ts';
import type { SystemCode } from '../../../shared/models.ts';
import type { ZoneOutlook } from '../../../shared/pages/page-batch.ts';

const still: ZoneOutlook = {
  code: 'QJK' as SystemCode,
  added: 0,
  removed: 0,
  moved: 0,
  leadBefore: 'Clinic opens',
  leadAfter: 'Clinic opens',
  gone: [],
  come: [],
  shift: [],
  empty: [],
};

test('what becomes of a page is one sentence, the lead in it', () => {
  expect(isUntouched(still)).toBe(true);
  expect(formatOutlook(still)).toBe('The same teasers in the same order; the lead stays “Clinic opens”.');
  const changed = { ...still, removed: 2, added: 1, moved: 3, leadAfter: 'The “new” ward' };
  expect(isUntouched(changed)).toBe(false);
  expect(formatOutlook(changed)).toBe('2 teasers leave, 1 comes in, 3 move; the lead becomes “The ‘new’ ward”.');
  expect(formatOutlook({ ...still, removed: 1, leadAfter: null })).toBe(
    '1 teaser leaves; the page has no lead any more.',
  );
  expect(formatOutlook({ ...still, added: 1, leadBefore: null })).toBe('1 comes in; the lead becomes “Clinic opens”.');
});

test('a zone that nothing would stand in is named, though the same teasers stand on the page', () => {
  expect(isUntouched({ ...still, empty: ['Columns'] })).toBe(false);
  expect(formatOutlook({ ...still, empty: ['Columns', 'Data'] })).toBe(
    'The same teasers in the same order; the lead stays “Clinic opens”. Columns and Data would be empty.',
  );
});

test('of several pages it says first how many change', () => {
  expect(formatOutlookSum(2, 2)).toBe('All 2 pages would change.');
  expect(formatOutlookSum(2, 0)).toBe('All 2 pages keep their teasers in order.');
  expect(formatOutlookSum(12, 11)).toBe('11 of 12 pages would change; 1 keeps its teasers in order.');
  expect(formatOutlookSum(12, 3)).toBe('3 of 12 pages would change; 9 keep their teasers in order.');
});
