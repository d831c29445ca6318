import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hashTeaserWords, planReceipt, readReceipt, writeReceipt } from '../../electron/files/export/receipt.ts';
import type { Receipt, Teaser } from '../../shared/models.ts';
import { articleId, pageOf, teaser } from './sample-layout.ts';

const story = (n: number, fields: Partial<Teaser> = {}) =>
  teaser({ articleId: articleId(n), headline: `Story ${n}`, ...fields });
const none = { from: null, to: null, field: null, was: null, is: null };
const plan = (teasers: Teaser[], previous: Receipt | null = null, slug = 'north-moor') =>
  planReceipt([{ layout: pageOf(slug, teasers), files: [] }], previous, '2026-11-20');
const countsOf = (receipt: Receipt, slug = 'north-moor') => {
  const page = receipt.pages.find((each) => each.slug === slug);
  return page && [page.added, page.moved, page.removed, page.reworded];
};

describe('what a page gained and lost', () => {
  const first = plan([1, 2, 3, 4].map((n) => story(n)));

  it('is everything on its first export', () => {
    expect(countsOf(first)).toEqual([4, 0, 0, 0]);
    expect(first.pages[0]?.teasers.map(({ headline }) => headline)).toEqual([
      'Story 1',
      'Story 2',
      'Story 3',
      'Story 4',
    ]);
  });

  it('is nothing when nothing changed', () => {
    expect(
      countsOf(
        plan(
          [1, 2, 3, 4].map((n) => story(n)),
          first,
        ),
      ),
    ).toEqual([0, 0, 0, 0]);
  });

  it('counts a story put on top as added, and none as moved', () => {
    const next = plan(
      [5, 1, 2, 3].map((n) => story(n)),
      first,
    );
    expect(countsOf(next)).toEqual([1, 0, 1, 0]);
    expect(next.pages[0]?.changes).toEqual([
      { ...none, articleId: articleId(5), headline: 'Story 5', change: 'added', to: 1 },
      { ...none, articleId: articleId(4), headline: 'Story 4', change: 'removed', from: 4 },
    ]);
  });

  it('counts the one story that went up as moved, and a re-worded one as re-worded', () => {
    const next = plan([story(4, { standfirst: 'Other words.' }), story(1), story(2), story(3)], first);
    const about = { ...none, articleId: articleId(4), headline: 'Story 4', from: 4, to: 1 };
    const was = story(4).standfirst;
    expect(next.pages[0]?.changes).toEqual([
      { ...about, change: 'moved' },
      { ...about, change: 'reworded', field: 'standfirst', was, is: 'Other words.' },
    ]);
  });

  it('lists every field that reads otherwise, and counts the story once', () => {
    const next = plan([story(1, { headline: 'Story one', kicker: 'Beds' }), story(2), story(3), story(4)], first);
    expect(countsOf(next)).toEqual([0, 0, 0, 1]);
    expect(next.pages[0]?.changes.map(({ field, was, is }) => [field, was, is])).toEqual([
      ['headline', 'Story 1', 'Story one'],
      ['kicker', null, 'Beds'],
    ]);
    // A receipt from before the words were kept tells only that they are others.
    const old = structuredClone(first);
    for (const each of old.pages[0]?.teasers ?? []) delete each.fields;
    const since = plan([story(1, { kicker: 'Beds' }), story(2), story(3), story(4)], readReceipt(writeReceipt(old)));
    expect(since.pages[0]?.changes).toMatchObject([{ change: 'reworded', field: null, was: null, is: null }]);
  });

  it('names the one story that an editor moved under a pin', () => {
    const pin = { placed: 'pinned' as const };
    const before = plan([story(1), story(2, pin), ...[3, 4, 5, 6, 7, 8, 9].map((n) => story(n))]);
    const moved = story(9, { placed: 'free' });
    const next = plan([moved, story(2, pin), ...[1, 3, 4, 5, 6, 7, 8].map((n) => story(n))], before);
    expect(countsOf(next)).toEqual([0, 1, 0, 0]);
    expect(next.pages[0]?.changes).toMatchObject([{ articleId: articleId(9), change: 'moved', from: 9, to: 1 }]);
  });

  it('counts a story that crosses from one zone to the next as moved, unless the receipt before knew no zones', () => {
    const zoned = (lead: number, previous: Receipt | null) => {
      const [zone, ...more] = pageOf('north-moor', []).zones;
      if (!zone || more.length > 0) throw new Error('the sample page has one zone');
      const stories = [1, 2, 3].map((n) => story(n));
      const zones = [
        { ...zone, id: 'lead', name: 'Lead', teasers: stories.slice(0, lead) },
        { ...zone, teasers: stories.slice(lead) },
      ];
      return planReceipt([{ layout: { ...pageOf('north-moor', []), zones }, files: [] }], previous, '2026-11-20');
    };
    const before = zoned(1, null);
    const next = zoned(2, before);
    expect(next.pages[0]?.changes).toMatchObject([{ articleId: articleId(2), headline: 'Story 2', change: 'moved' }]);
    const old = structuredClone(before);
    for (const each of old.pages[0]?.teasers ?? []) delete each.zone;
    expect(countsOf(zoned(2, readReceipt(writeReceipt(old))))).toEqual([0, 0, 0, 0]);
  });

  it('takes for re-worded what a reader reads, and nothing else', () => {
    const words = hashTeaserWords(story(1));
    expect(words).toMatch(/^[0-9a-f]{16}$/);
    expect(
      hashTeaserWords(story(1, { why: 'Pinned', url: 'https://example.org/', placed: 'pinned', byline: 'A' })),
    ).toBe(words);
    expect(hashTeaserWords(story(1, { headline: 'Story\u00a01 ' }))).toBe(words);
    const src = 'images/0123456789abcdef.png';
    // An address on the web shows nothing on the page; a file of the library does.
    expect(hashTeaserWords(story(1, { image: { alt: '', src: 'https://example.org/a.png' } }))).toBe(words);
    expect(hashTeaserWords(story(1, { image: { alt: '', src } }))).not.toBe(words);
    for (const fields of [
      { headline: 'X' },
      { standfirst: null },
      { kicker: 'X' },
      { image: { alt: 'X', src: null } },
    ]) {
      expect(hashTeaserWords(story(1, fields))).not.toBe(words);
    }
  });

  it('carries over pages that were not exported this time, so that their folders stay known', () => {
    const both = plan([story(9)], first, 'east-fen');
    expect(both.pages.map(({ slug }) => slug)).toEqual(['east-fen', 'north-moor']);
    expect(countsOf(both, 'east-fen')).toEqual([1, 0, 0, 0]);
    expect(both.pages[1]).toEqual({ ...first.pages[0], added: 0, changes: [] });
  });

  it('agrees with a count by hand for any two pages', () => {
    const ids = fc.uniqueArray(fc.nat(11), { maxLength: 8 });
    fc.assert(
      fc.property(ids, ids, (before, after) => {
        const previous = plan(before.map((n) => story(n)));
        const page = plan(
          after.map((n) => story(n)),
          previous,
        ).pages[0];
        const kept = after.filter((n) => before.includes(n));
        expect(page).toMatchObject({
          added: after.length - kept.length,
          removed: before.length - kept.length,
          moved: kept.length - longestByHand(kept.map((n) => before.indexOf(n))),
          reworded: 0,
        });
        expect(page?.changes).toHaveLength((page?.added ?? 0) + (page?.moved ?? 0) + (page?.removed ?? 0));
      }),
      { numRuns: 300 },
    );
  });
});

/** Length of the longest increasing run, by trying every choice. */
function longestByHand(order: readonly number[]): number {
  let longest = 0;
  for (let choice = 0; choice < 2 ** order.length; choice += 1) {
    const run = order.filter((_, i) => choice & (1 << i));
    if (run.every((value, i) => i === 0 || (run[i - 1] ?? 0) < value)) longest = Math.max(longest, run.length);
  }
  return longest;
}

describe('a receipt as a file', () => {
  const receipt = planReceipt(
    [{ layout: pageOf('north-moor', [story(1)]), files: [{ path: 'north-moor/index.txt', bytes: 3, sha256: 'ab' }] }],
    null,
    '2026-11-20',
  );

  it('is read back as it was written', () => {
    expect(readReceipt(writeReceipt(receipt))).toEqual(receipt);
  });

  it('is not taken for one when it is somebody else’s or reaches outside its pages', () => {
    const page = receipt.pages[0];
    const withPage = (fields: object) => JSON.stringify({ ...receipt, pages: [{ ...page, ...fields }] });
    for (const text of [
      '',
      '{"version": 1',
      '[]',
      '{"total": 12}',
      JSON.stringify({ ...receipt, tool: 'till' }),
      withPage({ slug: '..' }),
      withPage({ slug: 'a/b' }),
      withPage({ files: [{ path: '../secret.txt', bytes: 1, sha256: 'ab' }] }),
      withPage({ files: [{ path: 'north-moor/images/../../secret.txt', bytes: 1, sha256: 'ab' }] }),
      withPage({ files: [{ path: 'north-moor/images/more/a.png', bytes: 1, sha256: 'ab' }] }),
      withPage({ files: [{ path: 'north-moor/notes/a.png', bytes: 1, sha256: 'ab' }] }),
      withPage({ files: [{ path: 'north-moor/../secret.txt', bytes: 1, sha256: 'ab' }] }),
      JSON.stringify({ ...receipt, pages: [page, page] }),
    ]) {
      expect(readReceipt(text)).toBeNull();
    }
  });
});
