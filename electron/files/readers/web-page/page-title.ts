import { cleanLine } from '../../../../shared/words/plain-text.ts';
import { descendants, type HtmlElement } from './html-tree.ts';
import { metaValue, type PageHead } from './page-head.ts';
import type { SiteParts } from './site-parts.ts';
import { isWordless, textOf, textRuns } from './visible-text.ts';

/** The words that name a page's system, and where they stand. */
export interface PageTitle {
  /** As the register knows it. */
  name: string;
  /** The heading; null where only the page's title names the system. */
  element: HtmlElement | null;
}

const AROUND =
  /^(?:(?:all |the )?(?:latest|recent|more|local)?\s*(?:news|stories|articles|updates|headlines)?\s*(?:from|about|in|for|on|:)?\s+)?(.+?)(?:\s+(?:news|stories|latest|latest news|home ?page|home|archives?|articles|page \d+|\(\d+\)))?$/i;
const PARTS = /\s+[|–—·»›:/-]\s+|\s*[|»›]\s*|:\s+/;
/** Longer than any system's name. */
const LONGEST = 120;
const MOST_LINES = 300;

/** The name of a system in a line such as “Latest news from Devon ICS”, else null. */
function nameIn(text: string, namesSystem: (text: string) => boolean): string | null {
  if (text === '' || text.length > LONGEST) return null;
  const inner = AROUND.exec(text)?.[1] ?? text;
  return [text, inner].find((each) => each !== '' && namesSystem(each)) ?? null;
}

/** A heading of the first level that names a system. */
export function findTitleHeading(root: HtmlElement, namesSystem: (text: string) => boolean): PageTitle | null {
  for (const element of headingsOf(root, /^h1$/)) {
    const name = nameIn(textOf(element), namesSystem);
    if (name !== null) return { name, element };
  }
  return null;
}

/** What else may name the page's system: its title, other headings, a line of text. */
export function findOtherTitle(
  root: HtmlElement,
  head: PageHead,
  parts: SiteParts,
  namesSystem: (text: string) => boolean,
): PageTitle | null {
  for (const title of [head.title, metaValue(head, 'og:title', 'twitter:title')]) {
    for (const part of [title ?? '', ...(title ?? '').split(PARTS)].map(cleanLine)) {
      const name = nameIn(part, namesSystem);
      if (name !== null) return { name, element: headingWith(root, name) };
    }
  }
  for (const element of headingsOf(root, /^h[2-6]$/)) {
    if (parts.has(element)) continue;
    const name = nameIn(textOf(element), namesSystem);
    if (name !== null) return { name, element };
  }
  const lines = textRuns(root, (each) => each.tagName === 'a' || parts.has(each)).slice(0, MOST_LINES);
  for (const { text } of lines) {
    const name = nameIn(text, namesSystem);
    if (name !== null) return { name, element: null };
  }
  return null;
}

function headingWith(root: HtmlElement, name: string): HtmlElement | null {
  for (const element of headingsOf(root, /^h[1-6]$/)) if (textOf(element) === name) return element;
  return null;
}

function* headingsOf(root: HtmlElement, tag: RegExp): Generator<HtmlElement> {
  let count = 0;
  for (const element of descendants(root, (each) => !isWordless(each))) {
    if (!tag.test(element.tagName) || isWordless(element)) continue;
    yield element;
    count += 1;
    if (count > MOST_LINES) return;
  }
}
