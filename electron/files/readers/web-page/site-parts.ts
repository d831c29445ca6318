import { counted } from '../../../../shared/words/counted.ts';
import { inQuotes } from '../../../../shared/words/quotes.ts';
import type { ReadProblem } from '../read-items.ts';
import { ancestors, attribute, contains, descendants, type HtmlElement, lineOf } from './html-tree.ts';
import { isHidden, textOf } from './visible-text.ts';

/** The parts of a page around its stories: menu, footer, cookie notice and the like. */
export interface SiteParts {
  /** Whether the element is such a part or lies in one. */
  has(element: HtmlElement): boolean;
  /** One problem for each kind of part, in the page's order. */
  problems(): ReadProblem[];
}

const BY_TAG: Readonly<Record<string, string>> = {
  nav: 'the menu',
  aside: 'a side column',
  dialog: 'a dialog',
  form: 'a form',
  'amp-sidebar': 'the menu',
  'amp-ad': 'an advertisement',
  'amp-consent': 'the cookie notice',
};
const BY_ROLE: Readonly<Record<string, string>> = {
  navigation: 'the menu',
  menu: 'the menu',
  menubar: 'the menu',
  banner: 'the header',
  contentinfo: 'the footer',
  complementary: 'a side column',
  search: 'the search field',
  dialog: 'a dialog',
  alertdialog: 'a dialog',
};
/** Matched against each class name and the id. `-` and `_` separate words there. */
const BY_NAME: ReadonlyArray<[RegExp, string]> = [
  [/(?:^|-)(?:cookies?|consent|gdpr|onetrust|ccpa)(?:-|$)/, 'the cookie notice'],
  [/(?:^|-)(?:pagination|pager|paging|page-numbers|nav-links|load-more)(?:-|$)/, 'the pager'],
  [/(?:^|-)breadcrumbs?(?:-|$)/, 'the breadcrumb'],
  [/(?:^|-)(?:most-?(?:read|popular|commented|viewed)|popular|trending)(?:-|$)/, 'the most read stories'],
  [/(?:^|-)(?:related|recommended|read-next|more-on)(?:-|$)/, 'related stories'],
  [/(?:^|-)(?:sidebar|side-?bar|rail|right-column|widget-area)(?:-|$)/, 'a side column'],
  [/(?:^|-)(?:nav|navbar|navigation|menu|megamenu|topbar|skip-?links?|skip)(?:-|$)/, 'the menu'],
  [/^(?:site-|page-|global-|main-)?footer$|(?:^|-)site-footer(?:-|$)/, 'the footer'],
  [/^(?:site-|global-)header$|(?:^|-)masthead(?:-|$)/, 'the header'],
  [/(?:^|-)(?:newsletters?|signup|sign-up|subscribe|paywall|promo|registration)(?:-|$)/, 'an invitation to subscribe'],
  [
    /^(?:ad|ads|advert|adverts|advertisement|ad-slot|ad-unit|adsbygoogle|mpu|leaderboard|dfp)$|^(?:ad|ads|advert)-/,
    'an advertisement',
  ],
  [/(?:^|-)(?:share|sharing|social|addthis)(?:-|$)/, 'the share buttons'],
  [/^(?:comments|comments-area|comment-list|disqus-thread|respond)$/, 'the comments'],
];
/** Inside these a header or footer belongs to a story. */
const SECTIONING = new Set(['article', 'section', 'main', 'li', 'td', 'blockquote']);
const NEVER = new Set(['html', 'body', 'main', 'article', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'a', 'img', 'time']);

/** `core` is an element that is certainly none of these: the page's title or headline. What holds it is no such part. */
export function findSiteParts(root: HtmlElement, core: HtmlElement | null): SiteParts {
  const parts = new Map<HtmlElement, string>();
  const enter = (element: HtmlElement) => !parts.has(element) && !isHidden(element);
  for (const element of descendants(root, enter)) {
    const what = kindOf(element);
    if (what === null || (core !== null && contains(element, core)) || holdsMost(element)) continue;
    parts.set(element, what);
  }
  const has = (element: HtmlElement) =>
    parts.size > 0 && (parts.has(element) || ancestors(element).some((each) => parts.has(each)));
  return { has, problems: () => problemsOf(parts) };
}

function kindOf(element: HtmlElement): string | null {
  const { tagName } = element;
  const role = BY_ROLE[(attribute(element, 'role') ?? '').toLowerCase()];
  if (role !== undefined && tagName !== 'body') return role;
  if (NEVER.has(tagName)) return null;
  const tag = BY_TAG[tagName];
  if (tag !== undefined) return tag;
  const names = [attribute(element, 'id') ?? '', ...(attribute(element, 'class') ?? '').slice(0, 2000).split(/\s+/)];
  for (const name of names) {
    const words = name
      .replace(/([a-z])([A-Z])/g, '$1-$2')
      .toLowerCase()
      .replace(/[_:]+|--+/g, '-');
    const named = BY_NAME.find(([pattern]) => pattern.test(words));
    if (named !== undefined) return named[1];
  }
  if (
    (tagName === 'header' || tagName === 'footer') &&
    !ancestors(element).some((each) => SECTIONING.has(each.tagName))
  ) {
    return tagName === 'header' ? 'the header' : 'the footer';
  }
  return null;
}

/** A form or a column around the whole page is its frame, as on pages made with ASP.NET. */
function holdsMost(element: HtmlElement): boolean {
  if (element.tagName !== 'form') return false;
  let headings = 0;
  for (const { tagName } of descendants(element)) if (/^h[1-6]$/.test(tagName)) headings += 1;
  return headings > 3;
}

function problemsOf(parts: ReadonlyMap<HtmlElement, string>): ReadProblem[] {
  const kinds = new Map<string, { line: number | null; links: number; begins: string }>();
  for (const [element, what] of parts) {
    const begins = textOf(element);
    if (begins === '') continue;
    let links = 0;
    for (const { tagName } of descendants(element)) if (tagName === 'a') links += 1;
    const known = kinds.get(what);
    if (known) known.links += links;
    else kinds.set(what, { line: lineOf(element), links, begins });
  }
  return [...kinds].map(([what, { line, links, begins }]) => {
    const count = links === 0 ? '' : ` with ${counted(links, 'link', 'links')}`;
    const message = `Left out: ${what}${count}, which begins ${inQuotes(shortened(begins))}.`;
    return { line, code: 'left-out', message };
  });
}

export function shortened(text: string): string {
  return text.length > 60 ? `${text.slice(0, 59).trimEnd()}…` : text;
}
