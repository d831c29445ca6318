import type { StoryId } from '../../../../shared/models.ts';
import { isPortrait } from '../../../../shared/pages/label-words.ts';
import { canonicalUrl, datesAgree } from '../../stories/source-key.ts';

/** What tells whether two teasers of a page are one story, or show one image. */
export interface StoryMarks {
  articleId: StoryId;
  headlineKey: string;
  publishedAt: string | null;
  /** Its address as canonicalUrl has it. */
  url: string | null;
  /** File or address of the image, unless it is its author's portrait, which recurs; a label identifies no picture. */
  image: string | null;
  /** Age of the newest capture of the page that holds it; null where none does or nobody asked. */
  captureAge: number | null;
}

/** A story that the rule would show, kept back because another one is on the page already. */
export interface Duplicate {
  articleId: StoryId;
  of: StoryId;
  same: 'story' | 'image';
}

/** What is on a page so far, asked before each further story. */
export class OnPage {
  readonly #stories = new Map<string, StoryMarks[]>();
  readonly #images = new Map<string, StoryMarks>();

  add(story: StoryMarks): void {
    for (const key of keysOf(story)) this.#stories.set(key, [...(this.#stories.get(key) ?? []), story]);
    if (story.image !== null && !this.#images.has(story.image)) this.#images.set(story.image, story);
  }

  /** The duplicate of a story that is on the page already; null when the story may be added. */
  duplicateOf(story: StoryMarks): Duplicate | null {
    const { articleId } = story;
    for (const key of keysOf(story)) {
      for (const other of this.#stories.get(key) ?? []) {
        if (isSame(story, other) && !cameTogether(story, other)) {
          return { articleId, of: other.articleId, same: 'story' };
        }
      }
    }
    const pictured = story.image === null ? undefined : this.#images.get(story.image);
    return pictured && !cameTogether(story, pictured) ? { articleId, of: pictured.articleId, same: 'image' } : null;
  }
}

function keysOf({ headlineKey, url }: StoryMarks): string[] {
  return url === null ? [headlineKey] : [headlineKey, url];
}

/** Two addresses are two stories, whatever their headlines; and so are two dates far apart. */
function isSame(a: StoryMarks, b: StoryMarks): boolean {
  if (a.url !== null && b.url !== null) return a.url === b.url;
  return datesAgree(a.publishedAt, b.publishedAt);
}

/** The live page had both, so both stay; the checks still report them. */
function cameTogether(a: StoryMarks, b: StoryMarks): boolean {
  return a.captureAge !== null && a.captureAge === b.captureAge;
}

/** The image as a mark of the page: none where it is a portrait of the author. */
export function imageMark(image: string | null, about: Parameters<typeof isPortrait>[0]): string | null {
  return image === null || isPortrait(about) ? null : image;
}

export function urlMark(url: string | null): string | null {
  return url === null ? null : canonicalUrl(url);
}
