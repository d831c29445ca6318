import { describe, expect, test } from 'vitest';
import type { RereadAnswer } from '../../../renderer/features/names/names-slice.ts';
import {
  formatRereadResult,
  keyOfReread,
  nextOpen,
  standingAnswers,
} from '../../../renderer/features/names/reread-model.ts';
import type { EntryId, StoryId, SystemCode } from '../../../shared/models.ts';
import type { Reread } from '../../../shared/tagging/names.ts';

const DEVON = 'QJK' as SystemCode;

const reread = (number: number, phrase: string | null): Reread => ({
  articleId: `0197a000-0000-7000-8000-00000000000${number}` as StoryId,
  code: DEVON,
  headline: `Story ${number}`,
  standfirst: null,
  alt: null,
  body: null,
  publishedAt: null,
  firstSeenOn: '2026-11-20',
  strength: 'about',
  why: null,
  evidence:
    phrase === null
      ? null
      : { level: 'named', kind: 'site', entity: phrase, phrase, field: 'headline', start: 0, end: 1 },
  by: 'A. Tester',
  at: '2026-11-20T10:00:00.000Z',
});

const entry = (number: number) => `0197b000-0000-7000-8000-00000000000${number}` as EntryId;

function answered(sample: readonly Reread[], verdicts: readonly ('right' | 'wrong' | 'skipped' | null)[]) {
  const answers = new Map<string, RereadAnswer>();
  sample.forEach((one, at) => {
    const verdict = verdicts[at];
    if (verdict) answers.set(keyOfReread(one), verdict === 'skipped' ? { verdict } : { verdict, entryId: entry(at) });
  });
  return answers;
}

describe('reading again', () => {
  const sample = [reread(0, 'Lantern'), reread(1, 'Queen Ana'), reread(2, 'Queen Ana'), reread(3, null)];

  test('goes on with the first that has no answer, undone ones included', () => {
    expect(nextOpen(sample, answered(sample, []))).toBe(0);
    const answers = answered(sample, ['right', 'skipped', 'wrong', null]);
    expect(nextOpen(sample, answers)).toBe(3);
    const standing = standingAnswers(answers, new Set([entry(2), entry(1)]));
    expect(nextOpen(sample, standing)).toBe(2);
    expect(nextOpen(sample, answered(sample, ['right', 'right', 'skipped', 'wrong']))).toBeNull();
  });

  test.each<[string, readonly ('right' | 'wrong' | 'skipped')[], string]>([
    ['nothing judged', ['skipped', 'skipped', 'skipped', 'skipped'], 'You judged none of them.'],
    ['one right', ['right', 'skipped', 'skipped', 'skipped'], 'The one you judged was right.'],
    ['all right', ['right', 'right', 'right', 'skipped'], 'All 3 were right.'],
    ['one wrong', ['wrong', 'right', 'right', 'right'], '1 of 4 was wrong; from “Lantern”.'],
    ['two of one kind', ['right', 'wrong', 'wrong', 'right'], '2 of 4 were wrong; both from “Queen Ana”.'],
    ['most of one kind', ['wrong', 'wrong', 'wrong', 'right'], '3 of 4 were wrong; two of them from “Queen Ana”.'],
    ['each of its own', ['wrong', 'wrong', 'right', 'right'], '2 of 4 were wrong.'],
    ['words not kept', ['right', 'right', 'right', 'wrong'], '1 of 4 was wrong.'],
  ])('sums up %s', (_what, verdicts, words) => {
    expect(formatRereadResult(sample, answered(sample, verdicts))).toBe(words);
  });
});
