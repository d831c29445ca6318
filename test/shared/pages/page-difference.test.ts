import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Placed, StoryId } from '../../../shared/models.ts';
import { type ComparedTeaser, comparePages } from '../../../shared/pages/page-difference.ts';

/** `1 2* 3+`: a number is a fill, with a star a pin, with a plus a free placement. */
function page(text: string): ComparedTeaser[] {
  const how: Record<string, Placed> = { '*': 'pinned', '+': 'free' };
  return text
    .split(' ')
    .filter(Boolean)
    .map((one) => ({
      articleId: Number.parseInt(one, 10) as never as StoryId,
      placed: how[one.slice(-1)] ?? 'filled',
    }));
}

const moves = (before: string, after: string) =>
  comparePages(page(before), page(after)).flatMap(({ change, before: from, after: to }) =>
    change === 'moved' ? [`${to?.articleId}: ${from?.position} to ${to?.position}`] : [],
  );

describe('the difference of two pages', () => {
  test.each([
    ['1 2* 3 4 5 6 7 8 9', '9+ 2* 1 3 4 5 6 7 8', ['9: 9 to 1']],
    ['1 2* 3 4', '1 3+ 2 4', ['3: 3 to 2']],
    ['1 2 3 4', '2 3 4 1+', ['1: 1 to 4']],
    ['1 2', '2+ 1', ['2: 2 to 1']],
    ['1 2', '2 1+', ['1: 1 to 2']],
    ['1+ 2+', '2+ 1+', ['2: 2 to 1']],
    ['1+ 2', '2+ 1+', ['2: 2 to 1']],
    ['1 2 3', '3 2 1', ['3: 3 to 1', '1: 1 to 3']],
    ['1 2* 3', '3 2* 1', ['3: 3 to 1']],
    ['1 2* 3 4', '1 3 4 2*', ['2: 2 to 4']],
    ['1 2 3', '9 1 2 3', []],
    ['1 2* 3', '9 2* 1 3', []],
  ])('from %s to %s', (before, after, expected) => {
    expect(moves(before, after)).toEqual(expected);
  });

  test('tells an added teaser from one that is gone', () => {
    const changes = comparePages(page('1 2 3'), page('4 1 3'));
    expect(changes.map(({ change, before, after }) => [change, before?.position, after?.position])).toEqual([
      ['added', undefined, 1],
      ['kept', 1, 2],
      ['kept', 3, 3],
      ['removed', 2, undefined],
    ]);
  });

  const pages = fc
    .tuple(
      fc.uniqueArray(fc.nat(9), { maxLength: 8 }),
      fc.uniqueArray(fc.nat(9), { maxLength: 8 }),
      fc.infiniteStream(fc.nat(5)),
    )
    .map(([before, after, kinds]): [ComparedTeaser[], ComparedTeaser[]] => {
      const put = (number: number): ComparedTeaser => {
        const kind = kinds.next().value ?? 0;
        return { articleId: number as never as StoryId, placed: kind === 0 ? 'pinned' : kind < 3 ? 'free' : 'filled' };
      };
      return [before.map(put), after.map(put)];
    });

  test('applied to the first page it gives the second', () => {
    fc.assert(
      fc.property(pages, ([before, after]) => {
        const changes = comparePages(before, after);
        const isHeld = ({ change, before: from, after: to }: (typeof changes)[number]) =>
          change === 'kept' && to?.placed === 'pinned' && from?.position === to.position;
        const result: (StoryId | undefined)[] = after.map(() => undefined);
        for (const one of changes) {
          const { change, after: to } = one;
          if (to && (change === 'added' || change === 'moved' || isHeld(one))) result[to.position - 1] = to.articleId;
        }
        const kept = changes
          .flatMap((one) => (one.change === 'kept' && !isHeld(one) && one.before ? [one.before] : []))
          .sort((a, b) => a.position - b.position)
          .values();
        expect(result.map((id) => id ?? kept.next().value?.articleId)).toEqual(after.map(({ articleId }) => articleId));
      }),
      { numRuns: 500 },
    );
  });

  test('moves as few as can be, and none from a number to itself unless each other choice does too', () => {
    fc.assert(
      fc.property(pages, ([before, after]) => {
        const changes = comparePages(before, after);
        const places = changes.flatMap(({ before: from, after: to }) => (from && to ? [{ from, to }] : []));
        const flow = places.filter(({ from, to }) => to.placed !== 'pinned' || from.position !== to.position);
        let fewest = flow.length;
        let fewestAtOwn = flow.length;
        for (let choice = 0; choice < 2 ** flow.length; choice += 1) {
          const run = flow.filter((_, i) => choice & (1 << i));
          if (!run.every(({ from }, i) => i === 0 || (run[i - 1]?.from.position ?? 0) < from.position)) continue;
          const atOwn = flow.filter((one, i) => !(choice & (1 << i)) && one.from.position === one.to.position).length;
          const count = flow.length - run.length;
          if (count < fewest) [fewest, fewestAtOwn] = [count, atOwn];
          else if (count === fewest) fewestAtOwn = Math.min(fewestAtOwn, atOwn);
        }
        const moved = changes.filter(({ change }) => change === 'moved');
        expect(moved.length).toBe(fewest);
        expect(moved.filter(({ before: from, after: to }) => from?.position === to?.position).length).toBe(fewestAtOwn);
      }),
      { numRuns: 300 },
    );
  });
});
