import { describe, expect, it } from 'vitest';
import {
  formatPageOutlook,
  formatPlace,
  formatPlacementMix,
  isIdle,
} from '../../../../renderer/features/stories/on-pages/story-places.ts';
import type { SystemCode } from '../../../../shared/models.ts';
import { Absence, type PageOutlook, type StoryPage } from '../../../../shared/pages/page-batch.ts';

const HERE: StoryPage = {
  code: 'QJK' as SystemCode,
  active: true,
  filed: 'about',
  position: 3,
  placed: 'pinned',
  absent: null,
  by: 'A. Marlowe',
  reworded: true,
};
const SAME: PageOutlook = {
  code: HERE.code,
  added: 0,
  removed: 0,
  moved: 0,
  leadBefore: 'Lead',
  leadAfter: 'Lead',
  refusal: null,
  before: { position: 3, placed: 'filled' },
  after: { position: 3, placed: 'filled' },
  waits: null,
  gone: [],
  come: [],
  shift: [],
  empty: [],
};

describe('where a story stands', () => {
  it('is said with who decided, or why it does not stand', () => {
    expect(formatPlace(HERE)).toBe('number 3, pinned by A. Marlowe, re-worded');
    expect(formatPlace({ ...HERE, placed: 'filled', by: null, reworded: false })).toBe('number 3, filled');
    const gone = { ...HERE, position: null, placed: null, reworded: false };
    expect(formatPlace({ ...gone, absent: 'taken-off' })).toBe('taken off by A. Marlowe');
    expect(formatPlace({ ...gone, absent: 'no-room' })).toBe('not shown: no room, placed by A. Marlowe');
    for (const absent of Absence.options) expect(formatPlace({ ...gone, absent, by: null })).not.toContain('undefined');
  });

  it('is counted by how the pages have it, so that a mixed state shows as one', () => {
    const pages = [HERE, HERE, { placed: null, absent: 'taken-off' }, { placed: null, absent: 'over' }] as const;
    expect(formatPlacementMix(pages)).toBe('2 pinned, 1 taken off, 1 not shown');
  });
});

describe('what a step would do', () => {
  it('is nothing where the page and the story’s standing stay', () => {
    expect(isIdle(SAME)).toBe(true);
    expect(formatPageOutlook(SAME)).toBe('stays as it is');
    expect(formatPageOutlook({ ...SAME, refusal: 'It cannot be done.' })).toBe('It cannot be done.');
    expect(isIdle({ ...SAME, after: { position: 3, placed: 'pinned' } })).toBe(false);
  });

  it('names the place, what falls off and what comes in', () => {
    const placed = {
      ...SAME,
      added: 1,
      removed: 1,
      moved: 19,
      before: null,
      after: { position: 1, placed: 'free' },
    } as const;
    expect(formatPageOutlook({ ...placed, gone: [{ headline: 'X', from: 20, waits: false }] })).toBe(
      'comes in at number 1, placed; “X” goes from 20 off the page; 19 others move',
    );
    expect(
      formatPageOutlook({
        ...SAME,
        added: 1,
        removed: 1,
        moved: 1,
        after: null,
        waits: 'taken-off',
        come: [{ headline: 'Y', to: 20 }],
      }),
    ).toBe('leaves the page; “Y” comes in at 20; 1 other moves');
    expect(formatPageOutlook({ ...SAME, before: null, after: null, waits: 'embargoed' })).toBe(
      'is kept, not shown: under embargo',
    );
  });
});
