import type { EditorTeaser, PageView, StoryId, SystemCode } from '../../../shared/models.ts';
import { DEFAULT_RULE } from '../../../shared/pages/fill-rules.ts';

export const storyId = (number: number) => `00000000-0000-7000-8000-${String(number).padStart(12, '0')}` as StoryId;

/** A page of filled teasers, one for each story number, the first the lead. */
export function pageOfStories(stories: readonly number[], more: Partial<PageView> = {}): PageView {
  const teasers = stories.map((number, index): EditorTeaser => {
    const headline = `Story ${number}`;
    return {
      articleId: storyId(number),
      placed: 'filled',
      why: 'Filled: newest filed here, 20 Nov',
      scope: 'system',
      nearby: null,
      headline,
      standfirst: null,
      kicker: null,
      image: null,
      byline: null,
      kind: null,
      url: null,
      publishedAt: '2026-11-20',
      overrides: [],
      dateLine: null,
      placementId: null,
      position: index + 1,
      pinNumber: null,
      from: null,
      until: null,
      source: { headline, standfirst: null, kicker: null, alt: null, image: null },
      drift: [],
      firstSeenOn: '2026-11-20',
    };
  });
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
    zones: [{ id: 'QJK/stories', name: 'Stories', limit: 20, prominence: 'standard', rule: DEFAULT_RULE, teasers }],
    waiting: [],
    ...more,
  };
}
