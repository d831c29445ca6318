import type { StoryDetail, Strength } from '../../../shared/models.ts';
import { daysBetween, longDay } from '../../../shared/words/day-words.ts';

export const STRENGTH_LABELS: Record<Strength, string> = {
  about: 'About',
  affects: 'Affects',
  mentioned: 'Mentioned',
};

export const STRENGTH_MEANS: Record<Strength, string> = {
  about: 'The story is about this system. It feeds the page.',
  affects: 'The story concerns this system too. It feeds the page.',
  mentioned: 'The system is only named. It does not feed the page.',
};

const count = (value: number) => value.toLocaleString('en-GB');

/** `News · out 19 November 2026 · came in today from a saved page`. */
export function formatStoryMeta(story: StoryDetail, today: string): string {
  const age = daysBetween(story.firstSeenOn, today);
  const when = age === 0 ? 'today' : age === 1 ? 'yesterday' : `on ${longDay(story.firstSeenOn)}`;
  return [
    story.kind,
    story.publishedAt ? `out ${longDay(story.publishedAt)}` : 'undated',
    story.sightings.length > 0 ? `came in ${when} from a saved page` : `written here ${when}`,
  ]
    .filter(Boolean)
    .join(' · ');
}

/** `Story 2 of 37`, or the number of waiting stories when the open one is not in the queue. */
export function placeInQueue(index: number | null, total: number): string {
  return index === null ? `${count(total)} to read` : `Story ${count(index + 1)} of ${count(total)}`;
}

export const toRead = (total: number): string => `${count(total)} to read`;
