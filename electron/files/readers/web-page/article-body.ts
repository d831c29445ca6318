import { cleanLine } from '../../../../shared/words/plain-text.ts';
import { attribute, contains, descendants, type HtmlElement } from './html-tree.ts';
import type { SiteParts } from './site-parts.ts';
import { isButtonOrDetail, isOtherList, isSiteLine } from './site-words.ts';
import { hasClassWord, isWordless, textRuns } from './visible-text.ts';

const BODY_CLASS =
  /(?:^|[\s_-])(?:article-?_*body|articlebody|entry-content|post-content|story-?_*body|storytext|article-?_*content|content-?_*body|body-?_*text|field--name-body|field-name-body|post-body|article-?_*text|rich-text|richtext)(?:$|[\s_-])/i;
const ASIDE =
  /^(?:caption|credit|pullquote|related|share|newsletter|promo|advert|ad|author|bio|tags|topics|comments?|inset|factbox)$/;

/** The paragraphs of an article, joined by blank lines; null for a page with fewer than `fewest` of them. */
export function readArticleBody(
  root: HtmlElement,
  headline: HtmlElement | null,
  standfirst: string | null,
  parts: SiteParts,
  fewest: number,
): string | null {
  const place = bodyOf(root, parts);
  const isOut = (element: HtmlElement) =>
    (element !== place && parts.has(element) && !contains(element, place)) ||
    /^(?:figure|figcaption|aside|table|h1|header|footer|nav|form)$/.test(element.tagName) ||
    (element.tagName !== 'body' && element !== place && hasClassWord(element, ASIDE));
  const paragraphs: string[] = [];
  let isOther = false;
  let last: HtmlElement | null = null;
  for (const { text, block, role } of textRuns(place, isOut)) {
    if (/^h[2-6]$/.test(block.tagName)) isOther = isOtherList(text);
    if (isOther || text === '' || block === headline || isButtonOrDetail(text) || isSiteLine(text)) continue;
    const isParagraph = /^(?:p|li|blockquote|h[2-6]|pre|dd|dt)$/.test(block.tagName);
    if (!isParagraph && text.split(' ').length < 12) continue;
    if ((role === 'byline' || role === 'date' || role === 'updated') && text.length < 200) continue;
    if (text === standfirst && paragraphs.length === 0) continue;
    // Two lines of one paragraph stay together.
    if (block === last && isParagraph) paragraphs.push(`${paragraphs.pop() ?? ''} ${text}`.trim());
    else paragraphs.push(text);
    last = block;
  }
  return paragraphs.length < fewest ? null : paragraphs.map(cleanLine).join('\n\n');
}

/** The element of the article's text: named so, else the one whose own paragraphs have the most words. */
function bodyOf(root: HtmlElement, parts: SiteParts): HtmlElement {
  const words = new Map<HtmlElement, number>();
  let named: HtmlElement | null = null;
  for (const element of descendants(root, (each) => !isWordless(each) && !parts.has(each))) {
    if (attribute(element, 'itemprop')?.toLowerCase() === 'articlebody') return element;
    if (named === null && BODY_CLASS.test((attribute(element, 'class') ?? '').slice(0, 2000))) {
      named = /^(?:html|body)$/.test(element.tagName) ? null : element;
    }
    if (element.tagName !== 'p' || parts.has(element)) continue;
    const parent = element.parentNode;
    if (parent === null || !('tagName' in parent)) continue;
    const length = element.childNodes.reduce((sum, node) => sum + ('value' in node ? node.value.length : 20), 0);
    words.set(parent, (words.get(parent) ?? 0) + length);
  }
  return named ?? [...words].sort(([, a], [, b]) => b - a)[0]?.[0] ?? root;
}
