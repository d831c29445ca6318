import type { FormerSystem, Move, MoveDay, MoveGround, RegisterChange } from '../../../shared/systems/succession.ts';
import { counted } from '../../../shared/words/counted.ts';
import { longDay, shortDay } from '../../../shared/words/day-words.ts';

/** Words of the register: what decides, what is left to do, what a file changes. */

const GROUND_WORDS: Record<MoveGround, string> = {
  whole: 'whole area taken over',
  place: 'a place in one part',
  trust: 'a trust in one part',
  site: 'a site in one part',
  name: 'the name of one part',
  former: 'a former body in one part',
  alias: 'an editor’s name for one part',
  beside: 'goes with another system',
};

export const CHANGE_WORDS: Record<RegisterChange['kind'], string> = {
  added: 'New',
  ended: 'Ends',
  removed: 'Gone',
  dates: 'Dates',
  successors: 'Successors',
  area: 'Area',
  renamed: 'Name',
  names: 'Other names',
};

export const number = (value: number): string => value.toLocaleString('en-GB');

export function decidedCount({ decided }: FormerSystem): number {
  return decided.reduce((sum, { stories }) => sum + stories, 0);
}

/** `whole area taken over 12, a place in one part 3`. */
export function formatDecided({ decided }: FormerSystem): string {
  return decided.map(({ ground, stories }) => `${GROUND_WORDS[ground]} ${number(stories)}`).join(', ');
}

/** The day a story came out, or when it was first seen. */
export function formatStoryDay({ publishedAt, firstSeenOn }: Move, today: string): string {
  return publishedAt === null ? `undated, first seen ${shortDay(firstSeenOn, today)}` : shortDay(publishedAt, today);
}

/** Explains what the step of a day does with the stories listed below. */
export function formatCarryOver({ day, systems, toCarry }: MoveDay): string {
  const rows = systems.reduce((sum, system) => sum + decidedCount(system), 0);
  const does = `${counted(toCarry, 'story gets', 'stories get')} a tag to the systems of ${longDay(day)}, as below`;
  // Without this clause, the number of stories and the number of rows seem to contradict each other.
  const twice = rows > toCarry ? '; a story filed to several ended systems is listed once for each' : '';
  return `${does}${twice}. The old tags stay. This is one step, and you can undo it.`;
}

export function formatEndedSystems(count: number, day: string): string {
  return `${counted(count, 'system was', 'systems were')} taken over on ${longDay(day)}`;
}
