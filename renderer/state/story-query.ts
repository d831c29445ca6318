import type { StoryQuery } from '../../shared/models.ts';

/** Every story but the withdrawn ones; other queries change some of its fields. */
export const ALL_STORIES: StoryQuery = {
  text: '',
  system: null,
  filed: 'any',
  kind: null,
  withdrawn: 'hide',
  undated: false,
  review: 'any',
  possibleDuplicates: false,
  ids: null,
};
