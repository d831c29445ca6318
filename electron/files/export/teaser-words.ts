import { imageNameIn } from '../../../shared/images.ts';
import { type Teaser, WordField } from '../../../shared/models.ts';
import { cleanLineOrNull } from '../../../shared/words/plain-text.ts';

export type TeaserWords = Record<WordField, string | null>;

/** What a reader reads and sees of a teaser. */
export function teaserWords(teaser: Teaser): TeaserWords {
  return {
    headline: cleanLineOrNull(teaser.headline),
    standfirst: cleanLineOrNull(teaser.standfirst),
    kicker: cleanLineOrNull(teaser.kicker),
    alt: cleanLineOrNull(teaser.image?.alt ?? null),
    // An address on the web shows nothing on the page, so a reader does not see it change.
    image: imageNameIn(teaser.image?.src) === null ? null : (teaser.image?.src ?? null),
    dateLine: cleanLineOrNull(teaser.dateLine),
  };
}

export function changedFields(before: TeaserWords, after: TeaserWords): WordField[] {
  return WordField.options.filter((field) => before[field] !== after[field]);
}
