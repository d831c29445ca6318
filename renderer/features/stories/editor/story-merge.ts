import type { MethodInput } from '../../../../shared/contract.ts';
import { type StoryDetail, StoryFields } from '../../../../shared/models.ts';
import { type Merge, withSeen } from '../../../state/seen-writes.ts';
import type { DraftField } from './story-draft.ts';

type Edit = MethodInput<'stories.edit'>;
export type StoryField = keyof StoryFields;
type StoryValues = NonNullable<Edit['seen']>;

/** Fields of words, in which two versions can be combined; the others are one or the other. */
const WORDS: ReadonlySet<string> = new Set(['headline', 'standfirst', 'kicker', 'alt', 'byline', 'kind', 'body']);

export const STORY_MERGE: Merge<Edit> = {
  canType: (field) => WORDS.has(field),
  format: (field, value) => (field === 'image' ? (value === null ? 'No file' : 'An image file') : String(value ?? '')),
  take: (input, choices, theirs) => {
    const { image: chosenImage, ...words } = choices;
    const { image, ...rest } = withSeen(input, theirs);
    const isTheirImage = chosenImage !== undefined && chosenImage === theirs['image'];
    const fields = { ...input.fields, ...(words as Edit['fields']) };
    return { ...rest, fields, ...(image === undefined || isTheirImage ? {} : { image }) };
  },
};

const FIELDS = StoryFields.keyof().options;

/** A story's fields as the desk compares them. */
export function storyValues(story: StoryDetail): StoryValues {
  return {
    ...Object.fromEntries(FIELDS.map((field) => [field, story[field]])),
    image: story.imageFile?.sha256 ?? null,
  };
}

/** The fields that differ between two readings of a story. */
export function fieldsChanged(before: StoryDetail, after: StoryDetail): StoryField[] {
  return FIELDS.filter((field) => before[field] !== after[field]);
}

/** The fields of the form that hold a story's field. */
export function draftFieldsOf(field: StoryField): DraftField[] {
  if (field === 'publishedAt') return ['publishedDay', 'publishedTime'];
  if (field === 'embargoUntil') return ['embargoDay', 'embargoTime'];
  return [field];
}
