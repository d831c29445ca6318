import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { diffPages } from '../../../electron/desk/review/page-diff.ts';
import type { StoryId, Teaser } from '../../../shared/models.ts';

const id = (number: number) => `00000000-0000-7000-8000-${String(number).padStart(12, '0')}` as StoryId;

function teaser(number: number, more: Partial<Teaser> = {}): Teaser {
  return {
    articleId: id(number),
    placed: 'free',
    why: 'Placed by A. Tester',
    scope: 'system',
    nearby: null,
    headline: `Story ${number}`,
    standfirst: 'What is known about it.',
    kicker: null,
    image: null,
    byline: null,
    kind: null,
    url: null,
    publishedAt: null,
    overrides: [],
    dateLine: null,
    ...more,
  };
}

type Page = Parameters<typeof diffPages>[0];
const page = (...zones: Teaser[][]): Page => ({
  zones: zones.map((teasers, index) => ({
    id: `z${index}`,
    name: ['Lead', 'Stories'][index] ?? 'More',
    limit: 20,
    prominence: 'standard',
    teasers,
  })),
});
const said = (before: Page, after: Page) => diffPages(before, after).map(({ says }) => says);
const numbers = fc.uniqueArray(fc.integer({ min: 1, max: 30 }), { maxLength: 20 });
const pages = fc.tuple(numbers, fc.nat({ max: 20 })).map(([list, split]) => {
  const teasers = list.map((number) => teaser(number));
  return page(teasers.slice(0, split), teasers.slice(split));
});

describe('the difference of two pages', () => {
  test('says what was added, moved, removed and re-worded', () => {
    const before = page([teaser(1), teaser(2), teaser(3), teaser(4)]);
    const after = page([teaser(3), teaser(1, { headline: 'Story one', kicker: 'Beds' }), teaser(4), teaser(5)]);
    expect(said(before, after)).toEqual([
      '“Story 3” moved from 3 to 1.',
      '“Story one” was re-worded: headline, kicker.',
      '“Story 5” was added at 4.',
      '“Story 2” was removed; it was at 2.',
    ]);
  });

  test('shows both wordings of each field that changed, an image label as well', () => {
    const image = { alt: 'Ward', src: null };
    const [change] = diffPages(page([teaser(1)]), page([teaser(1, { standfirst: null, image })]));
    expect(change?.words).toEqual([
      { field: 'standfirst', before: 'What is known about it.', after: null },
      { field: 'alt', before: null, after: 'Ward' },
    ]);
  });

  test('one story put on top moves nothing; one that crosses into another zone has moved', () => {
    expect(said(page([teaser(1), teaser(2)]), page([teaser(9), teaser(1), teaser(2)]))).toEqual([
      '“Story 9” was added at 1.',
    ]);
    expect(said(page([teaser(1)], [teaser(2)]), page([teaser(1), teaser(2)], []))).toEqual([
      '“Story 2” moved from 2 in Stories to 2 in Lead.',
    ]);
  });

  test('moving the last story to the top under a pin reads as one move', () => {
    const pin = teaser(2, { placed: 'pinned' });
    const before = page([teaser(1), pin, teaser(3), teaser(4)]);
    const after = page([teaser(4), pin, teaser(1), teaser(3)]);
    expect(said(before, after)).toEqual(['“Story 4” moved from 4 to 1.']);
    const leads = page([teaser(4)], [teaser(1), teaser(3)]);
    expect(said(page([teaser(1)], [teaser(3), teaser(4)]), leads)).toEqual([
      '“Story 4” moved from 3 in Stories to 1 in Lead.',
    ]);
  });

  test('equal pages differ in nothing, whatever put their teasers there', () => {
    fc.assert(
      fc.property(pages, (one) => {
        const other = structuredClone(one);
        for (const each of other.zones.flatMap(({ teasers }) => teasers)) each.placed = 'pinned';
        expect(diffPages(one, other)).toEqual([]);
      }),
    );
  });

  test('what one way added the other way removed, and what is left of the old and added is the new', () => {
    fc.assert(
      fc.property(pages, pages, (one, other) => {
        const ids = (of: Page) => of.zones.flatMap(({ teasers }) => teasers.map(({ articleId }) => articleId));
        const by = (kind: string, from: Page, to: Page) =>
          diffPages(from, to).flatMap(({ change, articleId }) => (change === kind ? [articleId] : []));
        expect(by('added', one, other).sort()).toEqual(by('removed', other, one).sort());
        const removed = new Set(by('removed', one, other));
        const left = [...ids(one).filter((each) => !removed.has(each)), ...by('added', one, other)];
        expect(left.sort()).toEqual(ids(other).sort());
      }),
    );
  });
});
