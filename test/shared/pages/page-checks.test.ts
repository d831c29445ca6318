import { describe, expect, test } from 'vitest';
import type { EditorTeaser, PageView, StoryId, SystemCode, WaitingPlacement } from '../../../shared/models.ts';
import { type Check, type CheckKind, DEFAULT_LIMITS, kindOfKey, withSilences } from '../../../shared/pages/checks.ts';
import { DEFAULT_RULE } from '../../../shared/pages/fill-rules.ts';
import { isFileName, isStockLabel, mentionsPayment } from '../../../shared/pages/label-words.ts';
import { checkPage, type SystemFacts } from '../../../shared/pages/page-checks.ts';

const id = (number: number) => `00000000-0000-7000-8000-${String(number).padStart(12, '0')}` as StoryId;

/** A teaser nothing is wrong with. */
function teaser(position: number, more: Partial<EditorTeaser> = {}): EditorTeaser {
  const headline = `Story number ${position}`;
  return {
    articleId: id(position),
    placed: 'filled',
    why: 'Filled: newest filed here, 20 Nov',
    scope: 'system',
    nearby: null,
    headline,
    standfirst: 'What is known about it.',
    kicker: null,
    image: { alt: `A ward with bed ${position}`, src: null },
    byline: null,
    kind: 'News',
    url: null,
    publishedAt: '2026-11-20',
    overrides: [],
    dateLine: null,
    placementId: null,
    position,
    pinNumber: null,
    from: null,
    until: null,
    source: { headline, standfirst: null, kicker: null, alt: null, image: null },
    drift: [],
    firstSeenOn: '2026-11-20',
    ...more,
  };
}

function zone(limit: number, teasers: EditorTeaser[]): PageView['zones'][number] {
  return { id: 'QJK/stories', name: 'Stories', limit, prominence: 'standard', rule: DEFAULT_RULE, teasers };
}

function page(changes: readonly Partial<EditorTeaser>[] = [], more: Partial<PageView> = {}): PageView {
  const count = Math.max(12, changes.length);
  const teasers = Array.from({ length: count }, (_, index) => teaser(index + 1, changes[index]));
  return {
    system: {
      code: 'QJK' as SystemCode,
      slug: 'devon',
      shortName: 'Devon',
      boardName: 'NHS Devon',
      region: 'South West',
    },
    title: 'Devon ICS',
    asOf: '2026-11-22',
    active: true,
    jointLead: null,
    zones: [zone(20, teasers)],
    waiting: [],
    ...more,
  };
}

const ACTIVE: SystemFacts = { activeTo: null, successors: [], sharedLead: null };
const check = (view: PageView, facts: Partial<SystemFacts> = {}) =>
  checkPage(view, DEFAULT_LIMITS, { ...ACTIVE, ...facts });
const kinds = (found: readonly Check[]) => found.map(({ kind }) => kind);
const waiting = (why: WaitingPlacement['why'], standing: 'pinned' | 'free' = 'free'): WaitingPlacement => ({
  placementId: id(90) as never,
  articleId: id(91),
  headline: 'Waits',
  why,
  standing,
  pinNumber: standing === 'pinned' ? 3 : null,
  zoneId: 'QJK/stories',
  from: null,
  until: '2026-11-03',
});

/** What a check must find, and beside it something close that it must let pass. */
const CASES: Record<CheckKind, { fails: PageView; passes: PageView; facts?: Partial<SystemFacts> }> = {
  'zone-empty': {
    fails: page([], { zones: [zone(20, [])] }),
    passes: page(),
  },
  'page-thin': {
    fails: page([], { zones: [zone(20, [teaser(1), teaser(2)])] }),
    // A zone of two is not thin with two.
    passes: page([], { zones: [zone(2, [teaser(1), teaser(2)])] }),
  },
  'story-twice': {
    fails: page([{ headline: 'Two boards share a chair' }, {}, { headline: 'Two boards share a chair.' }]),
    passes: page([{ headline: 'Two boards share a chair' }, { headline: 'Two boards share a chief' }]),
  },
  'sponsored-unlabelled': {
    fails: page([{ kind: 'Sponsored' }]),
    passes: page([{ kind: 'Sponsored', kicker: 'Sponsored by a maker of beds' }]),
  },
  'label-missing': { fails: page([{ image: null }]), passes: page() },
  'label-file-name': {
    fails: page([{ image: { alt: 'ward-front_1200x800.jpg', src: null } }]),
    passes: page([{ image: { alt: 'Covid-19 ward in the north', src: null } }]),
  },
  'label-stock': {
    fails: page([{ image: { alt: 'Stock photo', src: null } }]),
    passes: page([{ image: { alt: 'Photo of the new ward', src: null } }]),
  },
  'image-twice': {
    fails: page([{ image: { alt: 'The new ward', src: null } }, { image: { alt: 'The new ward', src: null } }]),
    passes: page([{ image: { alt: 'The new ward', src: null } }, { image: { alt: 'The old ward', src: null } }]),
  },
  'headline-long': {
    fails: page([{ headline: 'a'.repeat(101) }]),
    passes: page([{ headline: 'é'.normalize('NFC').repeat(100) }]),
  },
  'standfirst-long': {
    fails: page([{ standfirst: 'a'.repeat(251) }]),
    passes: page([{ standfirst: 'a'.repeat(250) }]),
  },
  'lead-stale': {
    fails: page([{ publishedAt: '2026-11-07' }]),
    passes: page([{ publishedAt: '2026-11-08' }, { publishedAt: '2026-01-01' }]),
  },
  // An empty page has no lead to share.
  'lead-shared': {
    fails: page(),
    passes: page([], { zones: [zone(20, [])] }),
    facts: { sharedLead: { names: ['Dorset'] } },
  },
  'lead-national': { fails: page([{ scope: 'national' }]), passes: page([{}, { scope: 'national' }]) },
  'source-changed': {
    fails: page([{ overrides: ['headline'], drift: [{ field: 'headline', was: 'Before' }] }]),
    passes: page([{ overrides: ['headline'] }]),
  },
  'placement-withdrawn': {
    fails: page([], { waiting: [waiting('withdrawn')] }),
    passes: page([], { waiting: [waiting('taken-off')] }),
  },
  'placement-over': {
    fails: page([], { waiting: [waiting('over')] }),
    passes: page([], { waiting: [waiting('not-yet')] }),
  },
  'placement-not-out': {
    fails: page([], { waiting: [waiting('embargoed')] }),
    passes: page([], { waiting: [waiting('no-room')] }),
  },
  'former-system': { fails: page([], { active: false }), passes: page() },
};

describe('another lead', () => {
  const old = { publishedAt: '2026-09-01' };
  const fixes = (more: Partial<EditorTeaser>) =>
    check(page([{ ...old, ...more }])).find(({ kind }) => kind === 'lead-stale')?.fixes;

  test('is moved to the top, unless the lead is pinned there: then its pin goes', () => {
    expect(fixes({})).toMatchObject([{ does: 'move', articleId: id(2), position: 1 }]);
    expect(fixes({ placed: 'pinned', pinNumber: 1 })).toMatchObject([{ does: 'release', articleId: id(1) }]);
  });
});

describe('the picture of an author', () => {
  const twice = (more: Partial<EditorTeaser>, alt: string) => {
    const one = { ...more, image: { alt, src: null } };
    return kinds(
      check(
        page([
          { ...one, headline: `${more.headline} one` },
          { ...one, headline: `${more.headline} two` },
        ]),
      ),
    );
  };

  test('recurs with the author, or with the series that a capture names in the headline', () => {
    expect(twice({ headline: 'On beds', byline: 'Ivy Marsh' }, 'Ivy Marsh, columnist')).toEqual([]);
    expect(twice({ headline: 'The Pier Report: Day' }, 'Ivy Marsh 2026')).toEqual([]);
    expect(twice({ headline: 'On beds', kind: 'Column' }, 'Ivy O’Hara-Marsh')).toEqual([]);
  });

  test('is not any picture of a series, nor any name under a story', () => {
    expect(twice({ headline: 'The Pier Report: Day' }, 'The old pier at dusk')).toEqual(['image-twice']);
    expect(twice({ headline: 'On beds' }, 'Ivy Marsh 2026')).toEqual(['image-twice']);
  });
});

describe('checks of a page', () => {
  test('a page nothing is wrong with has none', () => {
    expect(check(page())).toEqual([]);
  });

  test.each(Object.entries(CASES))('%s', (kind, { fails, passes, facts }) => {
    expect(kinds(check(fails, facts))).toEqual([kind]);
    expect(kinds(check(passes, facts))).not.toContain(kind);
    const [found] = check(fails, facts);
    expect(kindOfKey(found?.key ?? '')).toBe(kind);
    expect(found?.says).toMatch(/^[“A-Z].*\.$/);
  });

  test('point to their place and say what mends them', () => {
    const [twice] = check(CASES['story-twice'].fails);
    expect(twice).toMatchObject({
      level: 'error',
      says: 'Teaser 3, “Two boards share a chair.”, is the same story as teaser 1.',
      at: { kind: 'teaser', articleId: id(3), position: 3 },
      fixes: [
        { does: 'take-off', label: 'Take off 3', articleId: id(3) },
        { does: 'edit', field: 'headline' },
      ],
    });
    const [paid] = check(CASES['sponsored-unlabelled'].fails);
    expect(paid?.fixes[0]).toMatchObject({ does: 'reword', words: { kicker: 'Sponsored' } });
    const [drift] = check(CASES['source-changed'].fails);
    expect(drift?.fixes.map(({ does }) => does)).toEqual(['keep', 'reword', 'edit']);
    expect(drift?.fixes[1]).toMatchObject({ words: { headline: null } });
  });

  test('a headline about a nurse who was promoted is no advertisement', () => {
    const source = { headline: 'Nurse promoted to partner', standfirst: null, kicker: null, alt: null, image: null };
    expect(check(page([{ headline: source.headline, source }]))).toEqual([]);
    expect(kinds(check(page([{ source: { ...source, kicker: 'In association with a bank' } }])))).toEqual([
      'sponsored-unlabelled',
    ]);
  });

  test('a local story is offered as the lead where a national one stands', () => {
    const [found] = check(page([{ scope: 'national' }, { scope: 'national' }, {}]));
    expect(found?.fixes).toEqual([{ does: 'move', label: 'Lead with teaser 3', articleId: id(3), position: 1 }]);
  });

  test('a lead shared with neighbours names them, and can be exchanged or meant so', () => {
    const sharedLead = { names: ['Dorset', 'Somerset'] };
    const [found] = check(page([{}, { scope: 'national' }]), { sharedLead });
    expect(found?.says).toBe(
      'The lead, “Story number 1”, is also the lead of the neighbouring pages Dorset and Somerset.',
    );
    expect(found?.fixes).toEqual([
      { does: 'move', label: 'Lead with teaser 3', articleId: id(3), position: 1 },
      { does: 'joint-lead', label: 'Mark as a joint lead', articleId: id(1) },
    ]);
  });

  test('an undated lead counts from the day it was first seen', () => {
    const [found] = check(page([{ publishedAt: null, firstSeenOn: '2026-10-01' }]));
    expect(found?.says).toBe('The lead, “Story number 1”, is undated and was first seen 52 days ago.');
    expect(found?.fixes[0]).toMatchObject({ does: 'move', articleId: id(2), position: 1 });
  });

  test('a gap that a pin leaves is an error, one of a free placement a warning', () => {
    const level = (standing: 'pinned' | 'free') =>
      check(page([], { waiting: [waiting('withdrawn', standing)] }))[0]?.level;
    expect([level('pinned'), level('free')]).toEqual(['error', 'warning']);
  });

  test('an image without a label is an error; no image and no label may be meant so', () => {
    expect(check(page([{ image: { alt: '', src: 'ward.jpg' } }]))[0]?.level).toBe('error');
    expect(check(page([{ image: null }]))[0]?.level).toBe('warning');
    // An editor took it off.
    expect(check(page([{ image: null, overrides: ['image'] }]))).toEqual([]);
    expect(kinds(check(page([{ image: { alt: 'Stock photo', src: null }, overrides: ['image'] }])))).toEqual([
      'label-stock',
    ]);
    expect(check(page([{ image: { alt: '', src: 'ward.jpg' }, overrides: ['image'] }]))[0]?.level).toBe('error');
  });

  test('the same picture twice leads to choosing another, the same label to writing another', () => {
    const [file] = check(page([{ image: { alt: 'A', src: 'ward.jpg' } }, { image: { alt: 'B', src: 'ward.jpg' } }]));
    expect(file?.fixes.map((fix) => fix.does === 'edit' && fix.field)).toEqual(['image', 'alt']);
    const [label] = check(CASES['image-twice'].fails);
    expect(label?.fixes.map((fix) => fix.does === 'edit' && fix.field)).toEqual(['alt']);
  });

  test('an image that its source has changed is handed back with the words, in one go', () => {
    const drift = [
      { field: 'image' as const, was: null },
      { field: 'alt' as const, was: 'Ward' },
    ];
    const [found] = check(page([{ overrides: ['alt', 'image'], drift }]));
    expect(found?.says).toContain('image and image label changed after our edit');
    expect(found?.fixes.slice(1)).toMatchObject([
      { does: 'reword', words: { alt: null }, image: null },
      { does: 'edit', label: 'Choose another image', field: 'image' },
    ]);
  });

  test('errors come first, then from the lead down', () => {
    const found = check(
      page([{ image: null }, { headline: 'a'.repeat(120) }, { kind: 'Advertorial' }], { waiting: [waiting('over')] }),
    );
    expect(kinds(found)).toEqual(['sponsored-unlabelled', 'label-missing', 'headline-long', 'placement-over']);
  });

  test('a long headline is cut after a whole word, and its quotation marks become single', () => {
    const headline = 'Chair of “the biggest trust” says that nothing at all extraordinary happened';
    const [found] = check(page([{ headline, kind: 'Advertorial' }])).filter(
      ({ kind }) => kind === 'sponsored-unlabelled',
    );
    expect(found?.says).toContain('“Chair of ‘the biggest trust’ says that nothing at all…”');
  });

  test('limits are an editor’s', () => {
    const view = page([{ headline: 'a'.repeat(60) }]);
    expect(kinds(checkPage(view, { ...DEFAULT_LIMITS, headline: 50 }, ACTIVE))).toEqual(['headline-long']);
    expect(kinds(checkPage(view, { ...DEFAULT_LIMITS, fewest: 13 }, ACTIVE))).toEqual(['page-thin']);
  });

  test('a former system says when it ended and what came after', () => {
    const [found] = checkPage(page([], { active: false }), DEFAULT_LIMITS, {
      activeTo: '2026-03-31',
      successors: ['Thames Valley'],
      sharedLead: null,
    });
    expect(found?.says).toBe('Devon ended on 31 March 2026: its page is closed. Its successors: Thames Valley.');
  });

  test('a silence counts for its own check or for all of its kind, and one that is not needed is listed', () => {
    const found = check(page([{ image: null }, { image: null }, { kind: 'Sponsored' }]));
    const note = { note: 'Meant so', by: 'A. Marlowe', at: '2026-11-22T10:00:00.000Z' };
    const one = { key: `label-missing:${id(1)}`, kind: 'label-missing' as const, ...note };
    const all = { key: 'label-missing', kind: 'label-missing' as const, ...note };
    const idle = { key: 'page-thin', kind: 'page-thin' as const, ...note };
    expect(withSilences(found, [])).toMatchObject({ errors: 1, warnings: 2, unused: [] });
    expect(withSilences(found, [one, idle])).toMatchObject({ errors: 1, warnings: 1, unused: [idle] });
    expect(withSilences(found, [all])).toMatchObject({ errors: 1, warnings: 0, unused: [] });
  });
});

describe('the words of a label', () => {
  test.each(['DSC_0012', 'IMG 2043', 'hospital.png', 'ward_front', 'ward-front-2026', 'Screenshot 2026-03-01'])(
    '%s is a file name',
    (label) => expect(isFileName(label)).toBe(true),
  );
  test.each(['Ward', 'A&E queue', 'Covid-19', 'Well-being hub', 'Image of a ward', 'Row of 12 beds', 'Mid-Yorks'])(
    '%s is none',
    (label) => expect(isFileName(label)).toBe(false),
  );
  test.each(['Image', 'photo', 'Stock photo.', 'Picture (2)', 'Getty Images', 'TBC'])('%s says nothing', (label) =>
    expect(isStockLabel(label)).toBe(true),
  );
  test.each(['Photo of a nurse', 'Logo of the trust', 'Ward'])('%s says something', (label) =>
    expect(isStockLabel(label)).toBe(false),
  );
  test.each(['Sponsored', 'Partner content', 'Advertorial', 'In association with a bank', 'Paid post'])(
    '%s says that it was paid for',
    (words) => expect(mentionsPayment(words)).toBe(true),
  );
  test.each(['Partnership board', 'Nurses paid late', 'News', null])('%s does not', (words) =>
    expect(mentionsPayment(words)).toBe(false),
  );
});
