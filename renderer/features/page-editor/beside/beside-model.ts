import type { EditorTeaser, PageView, StoryId } from '../../../../shared/models.ts';
import { teasersOf } from '../open-page.ts';

/** A story on both pages, with its number on each. */
export interface SharedStory {
  here: number;
  there: number;
}

export interface Comparison {
  sameStories: ReadonlyMap<StoryId, SharedStory>;
  /** `7 of 20 shared; both lead with “Ward reopens”`. */
  message: string;
}

/** Compares two pages. A story is the same by its id, whatever words each page gives it. */
export function comparePages(here: Pick<PageView, 'zones'>, there: Pick<PageView, 'zones'>): Comparison {
  const [mine, theirs] = [teasersOf(here), teasersOf(there)];
  const numbers = new Map(theirs.map(({ articleId, position }) => [articleId, position]));
  const sameStories = new Map(
    mine.flatMap(({ articleId, position }): [StoryId, SharedStory][] => {
      const other = numbers.get(articleId);
      return other === undefined ? [] : [[articleId, { here: position, there: other }]];
    }),
  );
  return {
    sameStories,
    message: [formatShared(sameStories.size, mine.length), formatLeads(mine[0], theirs[0])].join('; '),
  };
}

function formatShared(shared: number, of: number): string {
  return shared === 0 ? 'nothing shared' : `${shared} of ${of} shared`;
}

function formatLeads(here: EditorTeaser | undefined, there: EditorTeaser | undefined): string {
  if (!here || !there) return !here && !there ? 'both are empty' : 'one of them is empty';
  return here.articleId === there.articleId ? `both lead with “${here.headline}”` : 'they lead with different stories';
}

/**
 * Returns the neighbour before or after the one shown, wrapping at the ends; the first one when another page is
 * shown.
 */
export function stepNeighbour<T>(neighbours: readonly T[], shown: T | null, direction: 'previous' | 'next'): T | null {
  const at = shown === null ? -1 : neighbours.indexOf(shown);
  if (at < 0) return (direction === 'next' ? neighbours[0] : neighbours.at(-1)) ?? null;
  const found = neighbours[(at + (direction === 'next' ? 1 : neighbours.length - 1)) % neighbours.length];
  return found === shown ? null : (found ?? null);
}

/** The mark on a story that the other page has too. */
export function formatSameStory(number: number, otherName: string): string {
  return `also at ${number} on ${otherName}`;
}
