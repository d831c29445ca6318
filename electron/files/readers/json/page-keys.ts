import { DAYS_PLANNED, type FoundOptions } from '../found-story.ts';
import type { ReadContext, ReadPage, ReadProblem } from '../read-items.ts';
import { isObject, listOf, own, textAt } from './json-text.ts';
import { readStoryKeys } from './story-keys.ts';

/** Whether a value is a page as `index.json` has it. */
export function isPage(value: unknown): boolean {
  return isObject(own(value, 'system')) && Array.isArray(own(value, 'zones'));
}

/** A page as `index.json` has it: its stories in the order in which they stand there. */
export function readPage(page: unknown, context: ReadContext): ReadPage {
  const problems: ReadProblem[] = [];
  const options: FoundOptions = { context, problems, bases: [context.address], daysAhead: DAYS_PLANNED };
  const teasers = listOf(own(page, 'zones')).flatMap((zone) => listOf(own(zone, 'teasers')));
  const system = own(page, 'system');
  const stories = teasers.filter(isObject).flatMap((teaser, index) => {
    const image = own(teaser, 'image');
    const scope = own(teaser, 'scope');
    const asStory = {
      ...(teaser as object),
      alt: own(image, 'alt'),
      imageAddress: absolute(textAt(image, 'src')),
      national: scope === 'national',
      systems: [],
    };
    return readStoryKeys(asStory, `Teaser ${index + 1} of the page`, null, options) ?? [];
  });
  const names = [textAt(system, 'shortName'), textAt(system, 'code'), textAt(system, 'slug'), textAt(page, 'title')];
  const known = names.find((name) => name !== null && context.namesSystem(name));
  const title = known ?? names.find((name) => name !== null) ?? '';
  return { kind: 'page', title, titleLine: null, stories, problems };
}

/** An export has its images as files beside the page; only an address on the web says where an image is. */
function absolute(src: string | null): string | null {
  return src !== null && /^https?:/i.test(src) ? src : null;
}
