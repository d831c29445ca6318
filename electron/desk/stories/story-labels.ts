import type { StoryId } from '../../../shared/models.ts';
import { counted } from '../../../shared/words/counted.ts';
import { fieldWord } from '../../../shared/words/field-words.ts';
import { andList } from '../../../shared/words/lists.ts';
import { quoted } from '../context.ts';
import type { ReadDb } from '../core/sql.ts';
import { getStory } from './story-rows.ts';

/** One story by its headline; several by their number. */
export function storiesLabel(db: ReadDb, ids: readonly StoryId[]): string {
  const [only] = ids;
  return only !== undefined && ids.length === 1
    ? quoted(getStory(db, only).headline)
    : counted(ids.length, 'story', 'stories');
}

const MOST_FIELDS = 3;

/** `Edit the headline and byline of “Ward opens”`, or how many fields when they are many. */
export function editLabel(headline: string, fields: readonly string[]): string {
  const words = fields.map(fieldWord);
  // A step may note only that a field now follows the source again.
  if (words.length === 0) return `Edit ${quoted(headline)}`;
  const what = words.length > MOST_FIELDS ? `${words.length} fields` : `the ${andList(words)}`;
  return `Edit ${what} of ${quoted(headline)}`;
}
