import type { ImageFile } from '../../../../shared/images.ts';
import { imageSrc } from '../../../../shared/images.ts';
import {
  type EditorTeaser,
  OVERRIDE_FIELDS,
  OVERRIDES,
  type Override,
  type OverrideField,
  type TeaserImage,
} from '../../../../shared/models.ts';
import type { ReadDb } from '../../core/sql.ts';
import { findImage } from '../../images/image-files.ts';
import type { Story } from '../../stories/story-rows.ts';
import type { Placement } from './page-rows.ts';

/** What an editor has put over a story on one page, and what its source says of the same. */

/** Empty text is an override that shows nothing. */
export const NO_IMAGE = '';

export function overrideOf({ words, image }: Pick<Placement, 'words' | 'image'>, what: Override): string | null {
  return what === 'image' ? image : words[what];
}

export function overridesOf(placement: Pick<Placement, 'words' | 'image'>): Override[] {
  return OVERRIDES.filter((what) => overrideOf(placement, what) !== null);
}

/** The source's own: its words, or of its image the file's sha256, else the address. */
export function sourceOf(story: Story, what: Override): string | null {
  return what === 'image' ? (story.imageFile ?? story.imageAddress) : story[what];
}

/** The words that show where none are written for the page. A label says what an image shows: without one it says nothing. */
export function unwrittenWords(story: Story, image: string | null, field: OverrideField): string {
  return (field === 'alt' && image === NO_IMAGE ? null : story[field]) ?? '';
}

/**
 * The image as it is written down for one page; what is the source's own anyway is no override. A label without a
 * file stands for an image too, since the site has one: taking it off hides the label.
 */
export function ownImage(story: Story, image: string | null): string | null {
  const source = sourceOf(story, 'image');
  if (image === NO_IMAGE) return source === null && story.alt === null ? null : NO_IMAGE;
  return image === source ? null : image;
}

/** What the source says now of all that is overridden, for the column that a later change of it is noticed by. */
export function sourceNotes(story: Story, placement: Pick<Placement, 'words' | 'image'>): Placement['sourceWords'] {
  return Object.fromEntries(overridesOf(placement).map((what) => [what, sourceOf(story, what)]));
}

/** In one order, so that the same words are the same row. */
export function sourceWordsColumn(words: Placement['sourceWords']): string | null {
  const noted = OVERRIDES.filter((what) => words[what] !== undefined);
  return noted.length === 0 ? null : JSON.stringify(Object.fromEntries(noted.map((what) => [what, words[what]])));
}

/** The image that shows, as `sourceOf` names it; null for none. */
export function imageShown(story: Story, placement: Pick<Placement, 'image'> | null): string | null {
  const chosen = placement?.image ?? null;
  return chosen === NO_IMAGE ? null : (chosen ?? sourceOf(story, 'image'));
}

/** The image as it shows, with its label; null where neither is there. */
export function shownImage(db: ReadDb, story: Story, placement: Placement | null): TeaserImage | null {
  const alt = placement?.words.alt ?? unwrittenWords(story, placement?.image ?? null, 'alt');
  const { src, file } = pictureOf(db, imageShown(story, placement));
  if (alt === '' && src === null) return null;
  return { alt, src, ...(file && { width: file.width, height: file.height }) };
}

/** The `src` of an image that is known by its sha256 or its address. A file that the library has lost shows nothing. */
export function srcOf(db: ReadDb, image: string | null): string | null {
  return pictureOf(db, image).src;
}

function pictureOf(db: ReadDb, image: string | null): { src: string | null; file: ImageFile | null } {
  if (image === null || !/^[0-9a-f]{64}$/.test(image)) return { src: image, file: null };
  const file = findImage(db, image);
  return { src: file && imageSrc(file), file };
}

/** What is not noted, because it was overridden before that was kept, is not compared. */
export function driftOf(db: ReadDb, placement: Placement, story: Story): EditorTeaser['drift'] {
  return overridesOf(placement).flatMap((field) => {
    const was = placement.sourceWords[field];
    if (was === undefined || was === sourceOf(story, field)) return [];
    return [{ field, was: field === 'image' ? srcOf(db, was) : was }];
  });
}

/** Nothing overridden. */
export const NO_WORDS = Object.fromEntries(OVERRIDE_FIELDS.map((field) => [field, null])) as Placement['words'];
