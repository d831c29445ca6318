import type { Candidate, Override, WaitingPlacement } from '../../../shared/models.ts';
import type { TrayStory } from '../../../shared/pages/page-batch.ts';
import { longDay, shortDay } from '../../../shared/words/day-words.ts';
import { andList } from '../../../shared/words/lists.ts';

/** The page editor's words: marks on a teaser, waiting stories, and announcements. */

export const FIELD_NAMES: Record<Override, string> = {
  headline: 'Headline',
  standfirst: 'Standfirst',
  kicker: 'Kicker',
  alt: 'Image label',
  image: 'Image',
};

/** Lists an editor's changes for this page: `headline and standfirst re-worded, image changed`, or null. */
export function formatReworded(overrides: readonly Override[]): string | null {
  if (overrides.length === 0) return null;
  const words = overrides.filter((field) => field !== 'image').map((field) => FIELD_NAMES[field].toLowerCase());
  const reworded = words.length === 0 ? [] : [`${andList(words)} re-worded`];
  return [...reworded, ...(overrides.includes('image') ? ['image changed'] : [])].join(', ');
}

/** Stories that were taken off have a list of their own. */
type Waiting = Exclude<WaitingPlacement['why'], 'taken-off'>;

export function formatWaiting(why: Waiting): { label: string; message: string } {
  switch (why) {
    case 'withdrawn':
      return { label: 'Withdrawn', message: 'The story is withdrawn. It returns here when you bring the story back.' };
    case 'embargoed':
      return { label: 'Embargoed', message: 'The story is under embargo. It appears when the embargo ends.' };
    case 'not-out-yet':
      return { label: 'Not out yet', message: 'The story is dated later than today. It appears on that day.' };
    case 'not-yet':
      return { label: 'Not yet', message: 'Its first day on this page has not come yet.' };
    case 'over':
      return { label: 'Over', message: 'Its last day on this page has passed.' };
    case 'no-room':
      return {
        label: 'No room',
        message: 'More teasers are placed than the page can hold. It appears when a teaser above it leaves.',
      };
  }
}

/**
 * The actions on a placement that does not show: put it back, remove its day limits, or let the zone fill its place.
 */
export function waitingActions(why: Waiting): readonly ('place' | 'open-days' | 'release')[] {
  switch (why) {
    case 'no-room':
      return ['place', 'release'];
    case 'over':
    case 'not-yet':
      return ['open-days', 'release'];
    case 'withdrawn':
    case 'embargoed':
    case 'not-out-yet':
      return ['release'];
  }
}

/** `Taken off by A. Marlowe, 18 Nov at 10:04. It was pinned at 3.` */
export function formatTrayStory({ by, at, stood, pinNumber }: TrayStory, today: string): string {
  const when = at === null ? '' : `, ${shortDay(localDay(at), today)} at ${localTime(at)}`;
  const how = { filled: 'The zone had filled it in', free: 'It was placed', pinned: `It was pinned at ${pinNumber}` };
  return `Taken off by ${by}${when}. ${how[stood]}.`;
}

const twoDigits = (value: number) => String(value).padStart(2, '0');

/** The day of an instant by the editor's clock. */
function localDay(instant: string): string {
  const date = new Date(instant);
  return `${date.getFullYear()}-${twoDigits(date.getMonth() + 1)}-${twoDigits(date.getDate())}`;
}

function localTime(instant: string): string {
  const date = new Date(instant);
  return `${twoDigits(date.getHours())}:${twoDigits(date.getMinutes())}`;
}

/** A candidate's mark: `on page, 4`, `pinned at 1`, `taken off`, or null. */
export function candidateMark(candidate: Pick<Candidate, 'position' | 'placed' | 'takenOff'>): string | null {
  if (candidate.takenOff) return 'taken off';
  if (candidate.position === null) return null;
  return candidate.placed === 'pinned' ? `pinned at ${candidate.position}` : `on page, ${candidate.position}`;
}

/** The inclusive days of a placement: `from 1 December 2026`, `until 24 November 2026`, both, or null. */
export function formatSchedule(from: string | null, until: string | null): string | null {
  if (from && until)
    return from === until ? `on ${longDay(from)} only` : `from ${longDay(from)} until ${longDay(until)}`;
  if (from) return `from ${longDay(from)}`;
  return until ? `until ${longDay(until)}` : null;
}
