import { isMarkedHeadline } from './class-words.ts';
import {
  ancestors,
  attribute,
  contains,
  descendants,
  type HtmlElement,
  isElement,
  isText,
  parentOf,
  positionIn,
} from './html-tree.ts';
import type { SiteParts } from './site-parts.ts';
import { isOtherList, isSiteLine } from './site-words.ts';
import { isHidden, isWordless, textOf, textRuns } from './visible-text.ts';

/** What may be a story of a list: its headline, and the elements that belong to it. */
export interface TeaserBlock {
  /** The element whose words are the headline. */
  headline: HtmlElement;
  /** The heading's level; 7 for a headline that is no heading. */
  level: number;
  link: string | null;
  /** The elements of the story in the page's order, the headline in one of them. */
  elements: HtmlElement[];
  /** The words of the heading over the list, when that is another list than the page's own. */
  otherList: string | null;
}

interface Candidate {
  headline: HtmlElement;
  level: number;
  link: string | null;
  text: string;
}

const NO_HEADING = 7;
const LONGEST_HEADLINE = 1000;

/** The stories of a page, found by repetition. `title` is the page's title and no story. */
export function findBlocks(
  root: HtmlElement,
  title: HtmlElement | null,
  parts: SiteParts,
): { blocks: TeaserBlock[]; siteHeadings: readonly string[] } {
  const headings = findHeadings(root, title, parts);
  const candidates = chooseCandidates(root, title, parts, headings);
  const blocks = toBlocks(candidates, title, parts);
  const usual = usualLevel(blocks);
  // A linked heading over a part of the page is of a higher level than the headlines and has nothing of its own.
  const sections = new Set(
    blocks.filter((block) => block.level < usual && isBare(block)).map((block) => block.headline),
  );
  const kept = candidates.filter(({ headline }) => !sections.has(headline));
  const final = sections.size === 0 ? blocks : toBlocks(kept, title, parts);
  const over = otherListsOver(headings, new Set(final.map(({ headline }) => headline)));
  return {
    blocks: final.map((block) => ({ ...block, otherList: over.get(block.headline) ?? null })),
    siteHeadings: headings.filter(({ text, link }) => link !== null && isSiteLine(text)).map(({ text }) => text),
  };
}

function headingLevel(element: HtmlElement): number | null {
  const level = /^h([1-6])$/.exec(element.tagName)?.[1];
  if (level !== undefined) return Number(level);
  if (attribute(element, 'role') !== 'heading') return null;
  return Number.parseInt(attribute(element, 'aria-level') ?? '3', 10) || 3;
}

function findHeadings(root: HtmlElement, title: HtmlElement | null, parts: SiteParts): Candidate[] {
  const found: Candidate[] = [];
  for (const element of descendants(root, (each) => !isWordless(each))) {
    const level = headingLevel(element);
    if (level === null || element === title || isWordless(element) || parts.has(element)) continue;
    // An unclosed heading holds the rest of the page.
    if (holdsHeading(element)) continue;
    const text = textOf(element);
    if (text === '' || text.length > LONGEST_HEADLINE) continue;
    const inner = longestLink(element);
    const outer = ancestors(element).find(({ tagName }) => tagName === 'a');
    const link = [inner, outer].map((each) => (each ? storyAddress(each) : null)).find((each) => each !== null) ?? null;
    // Words beside the link, such as a label, are no words of the headline.
    const headline = inner && textOf(inner).length * 2 > text.length ? inner : element;
    found.push({ headline, level, link, text });
  }
  return found;
}

function holdsHeading(element: HtmlElement): boolean {
  for (const each of descendants(element)) if (headingLevel(each) !== null) return true;
  return false;
}

function longestLink(element: HtmlElement): HtmlElement | null {
  const links = [...descendants(element)].filter(({ tagName }) => tagName === 'a');
  return links.sort((a, b) => textOf(b).length - textOf(a).length)[0] ?? null;
}

function storyAddress(link: HtmlElement): string | null {
  const address = attribute(link, 'href')?.trim() ?? '';
  return address === '' || /^(?:#|javascript:|mailto:|tel:)/i.test(address) ? null : address;
}

function chooseCandidates(
  root: HtmlElement,
  title: HtmlElement | null,
  parts: SiteParts,
  allHeadings: readonly Candidate[],
): Candidate[] {
  const headings = allHeadings.filter(({ text }) => !isSiteLine(text));
  const linked = headings.filter(({ link }) => link !== null);
  const links = linked.length >= 3 ? [] : linkedLines(root, title, parts);
  if (linked.length > 0 && linked.length * 3 >= links.length) {
    const usual = usualLevel(linked);
    // A story without a link is between others as their equal.
    return headings.filter((each) => each.link !== null || each.level === usual);
  }
  if (links.length > 0) return links;
  const groups = Map.groupBy(headings, ({ level }) => level);
  const largest = [...groups.values()].sort((a, b) => b.length - a.length)[0];
  return largest ?? boldLines(root, title, parts);
}

/** Links that begin a line and are marked as headlines, or else the group of alike ones that has the most words. */
function linkedLines(root: HtmlElement, title: HtmlElement | null, parts: SiteParts): Candidate[] {
  const groups = new Map<string, Candidate[]>();
  const marked: Candidate[] = [];
  for (const element of descendants(root, (each) => !isWordless(each))) {
    if (element.tagName !== 'a' || isWordless(element) || parts.has(element)) continue;
    if (title !== null && (contains(title, element) || contains(element, title))) continue;
    const link = storyAddress(element);
    const text = textOf(element);
    if (link === null || isSiteLine(text) || !beginsLine(element)) continue;
    const candidate = { headline: element, level: NO_HEADING, link, text };
    const near = [element, ...ancestors(element).slice(0, 2), ...[...descendants(element)].slice(0, 6)];
    const mark = near.find((each) => isMarkedHeadline(each));
    if (mark) marked.push(contains(element, mark) ? { ...candidate, headline: mark } : candidate);
    if (text.length < 15 || !/\s\S+\s/.test(text)) continue;
    const path = [element, ...ancestors(element).slice(0, 4)].map(({ tagName }) => tagName).join(' ');
    const group = groups.get(path);
    if (group) group.push(candidate);
    else groups.set(path, [candidate]);
  }
  if (marked.length > 1) return marked;
  const words = (group: readonly Candidate[]) => group.reduce((sum, { text }) => sum + text.length, 0);
  return [...groups.values()].sort((a, b) => words(b) - words(a))[0] ?? [];
}

/** Lines in bold on a page without headings and links: hand-made pages, and mail programs. */
function boldLines(root: HtmlElement, title: HtmlElement | null, parts: SiteParts): Candidate[] {
  const found: Candidate[] = [];
  for (const element of descendants(root, (each) => !isWordless(each))) {
    if (!/^(?:b|strong)$/.test(element.tagName) || parts.has(element) || (title !== null && contains(title, element)))
      continue;
    const text = textOf(element);
    if (text.length < 15 || text.length > LONGEST_HEADLINE || isSiteLine(text) || !beginsLine(element)) continue;
    found.push({ headline: element, level: NO_HEADING, link: null, text });
  }
  return found.length > 1 ? found : [];
}

/** A link inside a sentence is no headline. */
function beginsLine(link: HtmlElement): boolean {
  let node: HtmlElement = link;
  for (let parent = parentOf(link); parent !== null; parent = parentOf(parent)) {
    for (let i = positionIn(parent, node) - 1; i >= 0; i -= 1) {
      const sibling = parent.childNodes[i];
      if (sibling === undefined) continue;
      if (isText(sibling) && sibling.value.trim() !== '') return /^[\s|•·*»›>–—-]+$/.test(sibling.value);
      if (!isElement(sibling)) continue;
      if (sibling.tagName === 'br' || /^(?:div|p|table|ul|h\d|img|hr)$/.test(sibling.tagName)) return true;
      if (textOf(sibling) !== '') return false;
    }
    if (!/^(?:b|strong|font|em|i|span|big|u)$/.test(parent.tagName)) return true;
    node = parent;
  }
  return true;
}

/** A block is the largest element with one headline; where that is the headline alone, what follows belongs to it. */
function toBlocks(candidates: readonly Candidate[], title: HtmlElement | null, parts: SiteParts): TeaserBlock[] {
  const counts = new Map<HtmlElement, number>();
  const count = (element: HtmlElement) => {
    for (const each of [element, ...ancestors(element)]) counts.set(each, (counts.get(each) ?? 0) + 1);
  };
  for (const { headline } of candidates) count(headline);
  const above = title === null ? [] : [title, ...ancestors(title)];
  const isShared = new Set(above);
  const isOne = (element: HtmlElement) =>
    counts.get(element) === 1 && !isShared.has(element) && !/^(?:html|body|main)$/.test(element.tagName);
  const firsts = new Map<HtmlElement, boolean>();
  return candidates.map(({ headline, level, link }) => {
    let block = headline;
    for (let parent = parentOf(block); parent !== null && isOne(parent); parent = parentOf(parent)) block = parent;
    const elements = [block];
    const { before, after } = siblingsUpToNext(block, counts, parts);
    const parent = parentOf(block) ?? block;
    const pictureBefore = before.find((each) => textOf(each) === '' && holdsImage(each));
    if (!firsts.has(parent)) firsts.set(parent, pictureBefore !== undefined);
    if (!holdsImage(block) && pictureBefore && firsts.get(parent)) elements.unshift(pictureBefore);
    const isAlone = block === headline || textRuns(block, (each) => each === headline).length === 0;
    if (isAlone) {
      const last = after.findLastIndex((each) => textOf(each) !== '' || !holdsImage(each));
      elements.push(...(firsts.get(parent) ? after.slice(0, last + 1) : after));
    }
    return { headline, level, link, elements, otherList: null };
  });
}

/** The elements beside a block, up to the next headline, heading or part of the site. */
function siblingsUpToNext(block: HtmlElement, counts: ReadonlyMap<HtmlElement, number>, parts: SiteParts) {
  const parent = parentOf(block);
  const at = parent === null ? -1 : positionIn(parent, block);
  const upTo = (step: 1 | -1) => {
    const found: HtmlElement[] = [];
    for (let i = at + step; found.length < MOST_BESIDE; i += step) {
      const each = parent?.childNodes[i];
      if (each === undefined) break;
      if (!isElement(each)) continue;
      if (counts.has(each) || parts.has(each) || headingLevel(each) !== null) break;
      found.push(each);
    }
    return found;
  };
  return { before: upTo(-1), after: upTo(1) };
}

const MOST_BESIDE = 12;

function holdsImage(element: HtmlElement): boolean {
  if (isHidden(element)) return false;
  if (/^(?:img|amp-img)$/.test(element.tagName)) return true;
  for (const each of descendants(element)) if (/^(?:img|amp-img)$/.test(each.tagName)) return true;
  return false;
}

function isBare({ elements, headline }: TeaserBlock): boolean {
  return !elements.some(
    (each) => holdsImage(each) || (each !== headline && textRuns(each, (inner) => inner === headline).length > 0),
  );
}

function usualLevel(blocks: ReadonlyArray<{ level: number }>): number {
  const groups = Map.groupBy(blocks, ({ level }) => level);
  return [...groups].sort(([, a], [, b]) => b.length - a.length)[0]?.[0] ?? NO_HEADING;
}

/** For each headline below a heading such as “Most read”, that heading. */
function otherListsOver(headings: readonly Candidate[], headlines: ReadonlySet<HtmlElement>): Map<HtmlElement, string> {
  const over = new Map<HtmlElement, string>();
  let current: { level: number; text: string } | null = null;
  for (const { headline, level, text } of headings) {
    if (headlines.has(headline)) {
      if (current !== null && level > current.level) over.set(headline, current.text);
    } else if (current === null || level <= current.level || isOtherList(text)) {
      current = isOtherList(text) ? { level, text } : null;
    }
  }
  return over;
}
