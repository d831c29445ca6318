import {
  type DefaultTreeAdapterMap,
  type DefaultTreeAdapterTypes,
  defaultTreeAdapter,
  parse,
  type TreeAdapter,
} from 'parse5';
import { DeskError } from '../../../../shared/errors.ts';

export type HtmlElement = DefaultTreeAdapterTypes.Element;
export type HtmlNode = DefaultTreeAdapterTypes.Node;

/** Far more than any real page has. It keeps every walk over the tree within the stack. */
const DEEPEST = 1000;

/**
 * The tree of a page, whatever is wrong with its markup. Throws when tags are nested without end, or when unclosed ones
 * would multiply: a browser repeats an unclosed `<font>` in each paragraph after it.
 */
export function parseHtml(text: string, file: string): HtmlElement {
  const mostElements = 1000 + text.length / 2;
  let elements = 0;
  let depth = 0;
  const adapter: TreeAdapter<DefaultTreeAdapterMap> = {
    ...defaultTreeAdapter,
    createElement: (...args) => {
      elements += 1;
      if (elements > mostElements) throw refusal(file, 'Unclosed tags on this page repeat each other without end.');
      return defaultTreeAdapter.createElement(...args);
    },
    onItemPush: () => {
      depth += 1;
      if (depth > DEEPEST) throw refusal(file, `The tags of this page are nested more than ${DEEPEST} deep.`);
    },
    onItemPop: () => {
      depth -= 1;
    },
  };
  const document = parse(text, { treeAdapter: adapter, sourceCodeLocationInfo: true, scriptingEnabled: false });
  const root = document.childNodes.find(isElement);
  if (root === undefined) throw new Error('A parsed page has no root element');
  return root;
}

function refusal(file: string, why: string): DeskError {
  return new DeskError('file-format', `${why} Save the page again, or copy it as text.`, { file });
}

export function isElement(node: HtmlNode): node is HtmlElement {
  return 'tagName' in node;
}

export function isText(node: HtmlNode): node is DefaultTreeAdapterTypes.TextNode {
  return node.nodeName === '#text';
}

export function attribute(element: HtmlElement, name: string): string | null {
  return element.attrs.find((each) => each.name === name)?.value ?? null;
}

export function parentOf(element: HtmlElement): HtmlElement | null {
  const parent = element.parentNode;
  return parent !== null && isElement(parent) ? parent : null;
}

const positions = new WeakMap<HtmlElement, ReadonlyMap<HtmlNode, number>>();

/** The position of a node among its parent's. A page may have ten thousand siblings, so each list is counted once. */
export function positionIn(parent: HtmlElement, node: HtmlNode): number {
  const known = positions.get(parent) ?? new Map(parent.childNodes.map((each, i) => [each, i] as const));
  positions.set(parent, known);
  return known.get(node) ?? -1;
}

/** From the parent up to the root. */
export function ancestors(element: HtmlElement): HtmlElement[] {
  const found: HtmlElement[] = [];
  for (let each = parentOf(element); each !== null; each = parentOf(each)) found.push(each);
  return found;
}

/** All elements below this one, in the order of the page. `enter` says which ones to look into. */
export function* descendants(
  element: HtmlElement,
  enter: (element: HtmlElement) => boolean = () => true,
): Generator<HtmlElement> {
  // A stack of our own: nested generators cost a step for each level.
  const stack = [...element.childNodes].reverse();
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    if (!isElement(node)) continue;
    yield node;
    if (!enter(node)) continue;
    for (let i = node.childNodes.length - 1; i >= 0; i -= 1) {
      const child = node.childNodes[i];
      if (child !== undefined) stack.push(child);
    }
  }
}

export function contains(outer: HtmlElement, inner: HtmlElement): boolean {
  for (let each: HtmlElement | null = inner; each !== null; each = parentOf(each)) if (each === outer) return true;
  return false;
}

/** The line of the file on which the element begins, from 1. */
export function lineOf(element: HtmlElement): number | null {
  return element.sourceCodeLocation?.startLine ?? null;
}

/** The text between the tags as it is, for script elements. */
export function rawText(element: HtmlElement): string {
  return element.childNodes.map((node) => (isText(node) ? node.value : '')).join('');
}
