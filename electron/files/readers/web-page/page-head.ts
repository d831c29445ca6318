import { cleanLine } from '../../../../shared/words/plain-text.ts';
import { attribute, descendants, type HtmlElement, rawText } from './html-tree.ts';

/** What a page says about itself outside its text. */
export interface PageHead {
  title: string | null;
  /** The base element's address. */
  base: string | null;
  canonical: string | null;
  /** The values of meta elements by lower-case name or property, in the page's order. */
  meta: ReadonlyMap<string, readonly string[]>;
  /** Parsed JSON-LD scripts. One that is damaged is left out: markup and meta elements say the same again. */
  data: readonly unknown[];
}

export function readHead(root: HtmlElement): PageHead {
  let title: string | null = null;
  let base: string | null = null;
  let canonical: string | null = null;
  const meta = new Map<string, string[]>();
  const data: unknown[] = [];
  for (const element of descendants(root, ({ tagName }) => tagName !== 'svg')) {
    const { tagName } = element;
    if (tagName === 'title') title ??= cleanLine(rawText(element)) || null;
    if (tagName === 'base') base ??= attribute(element, 'href');
    if (tagName === 'link' && attribute(element, 'rel')?.toLowerCase() === 'canonical') {
      canonical ??= attribute(element, 'href');
    }
    if (tagName === 'meta') {
      const name = (attribute(element, 'property') ?? attribute(element, 'name') ?? '').toLowerCase();
      const value = attribute(element, 'content') ?? '';
      if (name !== '' && value.trim() !== '') meta.set(name, [...(meta.get(name) ?? []), value.trim()]);
    }
    if (tagName === 'script' && /ld\+json/i.test(attribute(element, 'type') ?? '')) {
      const value = parseJson(rawText(element));
      if (value !== undefined) data.push(value);
    }
  }
  return { title, base, canonical, meta, data };
}

/** The first of these meta elements that the page has. */
export function metaValue({ meta }: PageHead, ...names: string[]): string | null {
  for (const name of names) {
    const value = meta.get(name)?.[0];
    if (value !== undefined) return value;
  }
  return null;
}

function parseJson(text: string): unknown {
  const json = text
    .replace(/^\s*(?:<!--|\/\*<!\[CDATA\[\*\/|<!\[CDATA\[)/, '')
    .replace(/(?:-->|\/\*\]\]>\*\/|\]\]>)\s*$/, '');
  try {
    return JSON.parse(json);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
