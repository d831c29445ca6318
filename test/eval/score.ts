import type { Reader } from '../../electron/suggest/reader.ts';
import type { Register } from '../../shared/systems/register.ts';
import type { Level } from '../../shared/tagging/suggestions.ts';
import type { Labelled } from './labelled.ts';

/** Signals with which the text itself decides; with any other a reader does well to stay silent. */
export const DECIDING = ['name', 'trust', 'site', 'place'] as const;

interface Offer {
  code: string;
  level: Level;
  column: boolean;
  why: string;
}

export interface Scored {
  story: Labelled;
  labels: string[];
  offers: Offer[];
  national: boolean;
  /** Offered as parts of the region a column is about, and nothing else. */
  column: boolean;
}

export interface Tally {
  stories: number;
  labels: number;
  foundAny: number;
  foundSure: number;
  offeredSure: number;
  rightSure: number;
  offeredAny: number;
  rightAny: number;
  columns: number;
  silent: number;
}

/** Labels are names of the systems; what a label means on the day decides. */
export function scoreStories(stories: readonly Labelled[], reader: Reader, register: Register, day: string): Scored[] {
  return stories.map((story) => {
    const labels = [
      ...new Set(story.systems.flatMap((name) => register.homesOn(register.find(name, '2024-06-01').code, day))),
    ] as string[];
    const { headline, standfirst, alt, body } = story;
    const { suggestions, national } = reader.read({ headline, standfirst, alt, body });
    const offers = suggestions.map(({ code, level, reason, why }) => ({
      code: code as string,
      level,
      column: reason.kind === 'series',
      why,
    }));
    const column = offers.length > 0 && offers.every((offer) => offer.column);
    return { story, labels, offers, national: national !== null, column };
  });
}

export function tally(scored: readonly Scored[]): Tally {
  const sum = { stories: 0, labels: 0, foundAny: 0, foundSure: 0, offeredSure: 0, rightSure: 0 };
  const more = { offeredAny: 0, rightAny: 0, columns: 0, silent: 0 };
  for (const { labels, offers, column } of scored) {
    const sure = offers.filter(({ level }) => level !== 'possible');
    const has = (list: readonly Offer[]) => labels.filter((code) => list.some((offer) => offer.code === code)).length;
    sum.stories += 1;
    sum.labels += labels.length;
    sum.foundAny += has(offers);
    sum.foundSure += has(sure);
    sum.offeredSure += sure.length;
    sum.rightSure += sure.filter(({ code }) => labels.includes(code)).length;
    if (offers.length === 0) more.silent += 1;
    if (column) more.columns += 1;
    else {
      more.offeredAny += offers.length;
      more.rightAny += offers.filter(({ code }) => labels.includes(code)).length;
    }
  }
  return { ...sum, ...more };
}
