import { counted } from '../../../../shared/words/counted.ts';
import { cleanLine, cleanLineOrNull } from '../../../../shared/words/plain-text.ts';
import { inQuotes } from '../../../../shared/words/quotes.ts';
import { type ReadContext, type ReadProblem, type ReadStory, readStory } from '../read-items.ts';
import { toEnglishTime } from '../zoned-dates.ts';
import type { Addresses } from './addresses.ts';
import { descendants, type HtmlElement, lineOf } from './html-tree.ts';
import type { SiteParts } from './site-parts.ts';
import type { StructuredStory } from './structured-data.ts';
import { findBlocks } from './teaser-blocks.ts';
import { believed, readTeaser } from './teaser-story.ts';
import { textOf } from './visible-text.ts';

export interface StoryList {
  stories: ReadStory[];
  problems: ReadProblem[];
}

/** The stories of a landing page in its order, and what was left out around them. */
export function readStoryList(
  root: HtmlElement,
  title: HtmlElement | null,
  parts: SiteParts,
  addresses: Addresses,
  context: ReadContext,
): StoryList {
  const problems: ReadProblem[] = [];
  const stories: ReadStory[] = [];
  const others = new Map<string, { line: number | null; headlines: string[] }>();
  const { blocks, siteHeadings } = findBlocks(root, title, parts);
  for (const block of blocks) {
    if (block.otherList === null) stories.push(readTeaser(block, addresses, context, problems));
    else {
      const other = others.get(block.otherList) ?? { line: lineOf(block.headline), headlines: [] };
      other.headlines.push(textOf(block.headline));
      others.set(block.otherList, other);
    }
  }
  for (const [heading, { line, headlines }] of others) {
    const message = `Left out: ${counted(headlines.length, 'headline', 'headlines')} under ${inQuotes(heading)}, the first of them ${inQuotes(headlines[0] ?? '')}.`;
    problems.push({ line, code: 'left-out', message });
  }
  if (siteHeadings.length > 0) {
    const named = siteHeadings.slice(0, 5).map(inQuotes).join(', ');
    problems.push({ line: null, code: 'left-out', message: `Left out, because it belongs to the site: ${named}.` });
  }
  const last = blocks.at(-1);
  const lastStory = stories.at(-1);
  if (last && lastStory && isCutOff(root, last.elements.at(-1) ?? last.headline)) {
    const message = `The file ends in the middle of the page. The last story, ${inQuotes(lastStory.headline)}, may be incomplete, and others may be missing.`;
    problems.push({ line: lastStory.line, code: 'cut-off', message });
  }
  return { stories, problems };
}

/** The stories that a page describes as data and shows only with its scripts. */
export function readDescribedList(
  described: readonly StructuredStory[],
  addresses: Addresses,
  context: ReadContext,
): StoryList {
  const problems: ReadProblem[] = [];
  const stories = described.flatMap((each) => {
    const headline = cleanLine(each.headline ?? '');
    if (headline === '') return [];
    const published = each.published === null ? null : toEnglishTime(each.published);
    return readStory({
      headline,
      standfirst: cleanLineOrNull(each.description),
      byline: each.authors.map(cleanLine).join(', ') || null,
      url: addresses.complete(each.url),
      imageAddress: addresses.complete(each.image),
      publishedAt: believed(published, context.seenOn, headline, null, problems),
    });
  });
  return { stories, problems };
}

const END_MAY_BE_MISSING = new Set(['p', 'li', 'td', 'tr', 'dt', 'dd', 'option', 'img', 'br', 'hr', 'input']);

/** Whether the page began as a whole one, and the element that holds its last story was never closed. */
function isCutOff(root: HtmlElement, last: HtmlElement): boolean {
  const body = [...descendants(root, ({ tagName }) => tagName === 'html')].find(({ tagName }) => tagName === 'body');
  const isWhole = root.sourceCodeLocation?.startTag !== undefined || body?.sourceCodeLocation?.startTag !== undefined;
  const isOpen = ({ tagName, sourceCodeLocation }: HtmlElement) =>
    !END_MAY_BE_MISSING.has(tagName) && sourceCodeLocation?.endTag === undefined;
  const isUnclosed = isOpen(last) || [...descendants(last)].some(isOpen);
  return isUnclosed && isWhole && root.sourceCodeLocation?.endTag === undefined;
}
