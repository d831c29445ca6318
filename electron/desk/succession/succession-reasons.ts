import type { System, TagOrigin } from '../../../shared/models.ts';
import type { Evidence, TextField } from '../../../shared/tagging/reasons.ts';
import { longDay } from '../../../shared/words/day-words.ts';

const FIELD_WORDS: Record<TextField, string> = {
  headline: 'in the headline',
  standfirst: 'in the standfirst',
  alt: 'in the image label',
  body: 'in the text',
};

/** "Mid and South Essex has been part of Essex since 1 April 2026." */
export function formatWholeReason(from: System, home: System, day: string): string {
  return `${from.shortName} has been part of ${home.shortName} since ${longDay(since(home, day))}.`;
}

/** "Colchester, in the headline, has been in Essex since 1 April 2026; before, in Suffolk and North East Essex." */
export function formatPartReason({ entity, field }: Evidence, from: System, home: System, day: string): string {
  const what = `${entity}, ${FIELD_WORDS[field]},`;
  return `${what} has been in ${home.shortName} since ${longDay(since(home, day))}; before, in ${from.shortName}.`;
}

/** "Filed to Mid and South Essex as well, and carried over to Essex with that." */
export function formatBesideReason(beside: System, home: System): string {
  return `Filed to ${beside.shortName} as well, and carried over to ${home.shortName} with that.`;
}

export function formatChosenReason(from: System): string {
  return `Chosen by an editor in place of ${from.shortName}, which ended${endOf(from)}.`;
}

export function formatNoneReason(from: System, home: System): string {
  return `${from.shortName} ended${endOf(from)}; an editor decided that the story does not concern ${home.shortName}.`;
}

/** The reason shown for a tag that has none of its own. */
export function formatOriginReason(origin: TagOrigin, by: string): string {
  return origin === 'capture' ? 'Filed here by a saved page.' : `Filed here by ${by}.`;
}

function endOf({ activeTo }: System): string {
  return activeTo === null ? '' : ` on ${longDay(activeTo)}`;
}

/** A home founded after the change took over from a system in between. */
function since({ activeFrom }: System, day: string): string {
  return activeFrom > day ? activeFrom : day;
}
