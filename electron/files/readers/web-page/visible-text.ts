import { cleanLine } from '../../../../shared/words/plain-text.ts';
import { readDateLine } from '../dates.ts';
import { classWords, type PartRole, roleOf } from './class-words.ts';
import { attribute, descendants, type HtmlElement, type HtmlNode, isElement, isText } from './html-tree.ts';

const NO_WORDS = new Set(
  'script style template noscript svg math iframe object embed select textarea button input option datalist canvas audio video map head title'.split(
    ' ',
  ),
);
/** Elements whose text is on the same line as the text around them. */
const INLINE = new Set(
  'a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd label mark q s samp small span strike strong sub sup time tt u var wbr amp-timeago nobr'.split(
    ' ',
  ),
);
const SCREEN_READER =
  /\b(?:visually-?hidden|sr-only|screen-reader(?:-text)?|element-invisible|assistive-text|a11y-hidden|offscreen)\b/i;
const NOT_SHOWN = /display\s*:\s*none|visibility\s*:\s*hidden/i;

/** Whether a person who looks at the page sees nothing of this element. */
export function isHidden(element: HtmlElement): boolean {
  const { tagName } = element;
  // Some pages hide their whole body until a script has run.
  if (tagName === 'html' || tagName === 'body') return false;
  if (attribute(element, 'hidden') !== null) return true;
  const style = attribute(element, 'style');
  if (style !== null && style.length < 2000 && NOT_SHOWN.test(style)) return true;
  return SCREEN_READER.test((attribute(element, 'class') ?? '').slice(0, 2000));
}

/** Whether the element has no words that a person reads. */
export function isWordless(element: HtmlElement): boolean {
  return NO_WORDS.has(element.tagName) || isDecoration(element) || isHidden(element);
}

/** An open dialog sets aria-hidden on the whole page behind it; on a piece of a line it marks signs between words. */
function isDecoration(element: HtmlElement): boolean {
  if (attribute(element, 'aria-hidden') !== 'true') return false;
  for (const { tagName } of descendants(element))
    if (!INLINE.has(tagName) && !NO_WORDS.has(tagName)) return tagName === 'img';
  return true;
}

/** A piece of text on a line of its own, or with a role of its own. */
export interface TextRun {
  text: string;
  role: PartRole | null;
  /** The nearest element that is not inline. Runs of one paragraph have one block. */
  block: HtmlElement;
  /** The `datetime` of a time element. */
  datetime: string | null;
}

/** The text of an element as lines: at each block, line break and part with a role a new one begins. */
export function textRuns(element: HtmlElement, leaveOut: (element: HtmlElement) => boolean = () => false): TextRun[] {
  const runs: TextRun[] = [];
  let buffer: string[] = [];
  function flush(at: RunContext) {
    const text = cleanLine(buffer.join(''));
    buffer = [];
    const { role, block, datetime } = at;
    if (text !== '' || datetime !== null) runs.push({ text, role, block, datetime });
  }
  function visit(node: HtmlNode, at: RunContext) {
    if (isText(node)) return void buffer.push(node.value);
    if (!isElement(node) || isWordless(node)) return;
    if (node.tagName === 'br' || node.tagName === 'hr') return flush(at);
    if (leaveOut(node)) return flush(at);
    const ownRole = roleOf(node) ?? (isDateOnly(node) ? 'date' : null);
    const isInline = INLINE.has(node.tagName);
    const datetime = node.tagName === 'time' ? attribute(node, 'datetime') : null;
    if (isInline && ownRole === null) {
      for (const child of node.childNodes) visit(child, at);
      return;
    }
    flush(at);
    const inside = { role: ownRole ?? at.role, block: isInline ? at.block : node, datetime };
    for (const child of node.childNodes) visit(child, inside);
    flush(inside);
  }
  const start = { role: null, block: element, datetime: null };
  for (const child of element.childNodes) visit(child, start);
  flush(start);
  return runs;
}

/** “… of staff. <span>21 November 2026</span>” */
function isDateOnly(element: HtmlElement): boolean {
  const [only, ...others] = element.childNodes;
  if (!/^(?:span|small|em|i|font)$/.test(element.tagName) || only === undefined || others.length > 0) return false;
  return isText(only) && only.value.length < 60 && readDateLine(cleanLine(only.value)) !== null;
}

interface RunContext {
  role: PartRole | null;
  block: HtmlElement;
  datetime: string | null;
}

/** All visible text of an element as one line. */
export function textOf(element: HtmlElement, leaveOut: (element: HtmlElement) => boolean = () => false): string {
  const parts: string[] = [];
  function visit(node: HtmlNode) {
    if (isText(node)) return void parts.push(node.value);
    if (!isElement(node) || isWordless(node) || leaveOut(node)) return;
    const breaks = !INLINE.has(node.tagName);
    if (breaks) parts.push(' ');
    for (const child of node.childNodes) visit(child);
    if (breaks) parts.push(' ');
  }
  for (const child of element.childNodes) visit(child);
  return cleanLine(parts.join(''));
}

/** Whether classes name the element as one of these, as whole words. */
export function hasClassWord(element: HtmlElement, pattern: RegExp): boolean {
  return classWords(element).some((word) => pattern.test(word));
}
