import { imageNameIn } from '../../../shared/images.ts';
import type { EditorTeaser } from '../../../shared/models.ts';

/** Sentences about a teaser's image. */

type Shown = Pick<EditorTeaser, 'image' | 'source' | 'overrides'>;

export function isImageTakenOff({ image, overrides }: Pick<Shown, 'image' | 'overrides'>): boolean {
  return overrides.includes('image') && (image?.src ?? null) === null;
}

/** Explains why no picture shows; empty while one does. */
export function imageSays(teaser: Shown): string {
  const src = teaser.image?.src ?? null;
  if (isImageTakenOff(teaser))
    return 'No image on this page. The source’s label is hidden with it, unless you write one here.';
  if (src === null) return teaser.image ? 'No file: pages show only the label.' : 'No image.';
  return imageNameIn(src) === null ? `On the web, and never downloaded: pages show only its label. ${src}` : '';
}

export function sourceImageSays(src: string | null): string {
  if (src === null) return 'no file';
  return imageNameIn(src) === null ? `on the web: ${src}` : '';
}

/** A hint under the label while the label is the source's and the picture is not. */
export function labelHint({ image, source, overrides }: Shown): string | null {
  const isOwn = overrides.includes('image') && imageNameIn(image?.src) !== null;
  if (!isOwn || overrides.includes('alt') || !source.alt) return null;
  return 'This is the source’s label. Re-word it if it does not say what your picture shows.';
}
