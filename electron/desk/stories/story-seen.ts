import type { StoryId } from '../../../shared/models.ts';
import { inQuotes } from '../../../shared/words/quotes.ts';
import type { Touched } from '../core/last-change.ts';
import type { SeenWrite, Values } from '../core/seen.ts';
import type { ReadDb } from '../core/sql.ts';
import { getStory } from './story-rows.ts';

const COLUMNS: Readonly<Record<string, string>> = { publishedAt: 'published_at', embargoUntil: 'embargo_until' };
const IMAGE_COLUMNS: Readonly<Record<string, string>> = { alt: 'alt', image: 'file', imageAddress: 'address' };

/** A write to a story's own fields. */
export function storyWrite(db: ReadDb, id: StoryId, seen: Values | undefined): SeenWrite<Values> {
  return {
    subject: `story ${id}`,
    what: inQuotes(getStory(db, id).headline),
    seen,
    read: () => storyValues(db, id),
    rowsOf: (field) => [rowOfField(id, field)],
  };
}

/** The fields that an editor may write, as `stories.get` names them; the image by its sha256. */
function storyValues(db: ReadDb, id: StoryId): Values {
  const { headline, standfirst, kicker, alt, byline, kind, url, body, publishedAt, ...story } = getStory(db, id);
  const { embargoUntil, imageAddress, imageFile: image } = story;
  return {
    ...{ headline, standfirst, kicker, alt, byline, kind, url, body, publishedAt },
    ...{ embargoUntil, imageAddress, image },
  };
}

export function rowOfField(id: StoryId, field: string): Touched {
  const column = IMAGE_COLUMNS[field];
  return column === undefined
    ? { table: 'articles', id, columns: [COLUMNS[field] ?? field] }
    : { table: 'images', id, columns: [column] };
}
