import { cleanLine, cleanLineOrNull, cleanParagraphs } from '../../../../shared/words/plain-text.ts';
import { inQuotes } from '../../../../shared/words/quotes.ts';
import { saysSponsored } from '../capture/furniture.ts';
import { type ReadContext, type ReadProblem, type ReadStory, readStory } from '../read-items.ts';
import { toEnglishTime } from '../zoned-dates.ts';
import type { Addresses } from './addresses.ts';
import { readArticleBody } from './article-body.ts';
import { classWords, roleOf } from './class-words.ts';
import { attribute, contains, descendants, type HtmlElement, lineOf, parentOf } from './html-tree.ts';
import { findImage } from './images.ts';
import { metaValue, type PageHead } from './page-head.ts';
import type { SiteParts } from './site-parts.ts';
import { type StructuredStory, structuredStories } from './structured-data.ts';
import { believed, readByline, readDate } from './teaser-story.ts';
import { isWordless, type TextRun, textOf, textRuns } from './visible-text.ts';

/** What says that a page is one article. `markup` is the weakest: a heading over paragraphs. */
export type ArticleEvidence = 'data' | 'meta' | 'markup';

export function articleEvidence(head: PageHead, root: HtmlElement, parts: SiteParts): ArticleEvidence | null {
  const stories = structuredStories(head.data);
  if (stories.length === 1 || mainStory(stories, head) !== null) return 'data';
  if (metaValue(head, 'og:type')?.toLowerCase() === 'article') return 'meta';
  if (metaValue(head, ...PUBLISHED) !== null) return 'meta';
  const heading = findHeadline(root, parts);
  return heading !== null && readArticleBody(root, heading, null, parts, 2) !== null ? 'markup' : null;
}

const PUBLISHED = [
  'article:published_time',
  'og:article:published_time',
  'parsely-pub-date',
  'sailthru.date',
  'dc.date.issued',
  'dcterms.issued',
  'dc.date',
  'dcterms.created',
  'pubdate',
  'publish-date',
  'datepublished',
];

/** The page's own story among those it describes: that of its address or its headline. */
function mainStory(stories: readonly StructuredStory[], head: PageHead): StructuredStory | null {
  if (stories.length === 1) return stories[0] ?? null;
  const own = [head.canonical, metaValue(head, 'og:url')];
  const titles = [metaValue(head, 'og:title'), head.title].map((title) => cleanLine(title ?? ''));
  return (
    stories.find(({ url }) => url !== null && own.includes(url)) ??
    stories.find(
      ({ headline }) => headline !== null && titles.some((title) => title.startsWith(cleanLine(headline))),
    ) ??
    null
  );
}

/** The story of an article page; null where it has no headline. */
export function readArticle(
  root: HtmlElement,
  head: PageHead,
  parts: SiteParts,
  addresses: Addresses,
  context: ReadContext,
  problems: ReadProblem[],
): ReadStory | null {
  const data = mainStory(structuredStories(head.data), head);
  const heading = findHeadline(root, parts);
  const headline = chooseHeadline(heading === null ? null : textOf(heading), data, head);
  if (headline === null) return null;
  const line = heading === null ? null : lineOf(heading);
  const around = heading === null ? [] : headerRuns(root, heading, parts);
  const marked = around.find(({ role, text }) => role === 'standfirst' && text.split(' ').length > 3)?.text ?? null;
  const body = readArticleBody(root, heading, marked, parts, 1);
  const dataBody = data?.body ? cleanParagraphs(data.body.replace(/(?:\r?\n\s*)+/g, '\n\n')) : null;
  const text = body !== null && body.length * 2 >= (dataBody?.length ?? 0) ? body : (dataBody ?? body);
  const written = readDate(around, context, headline, line, []);
  const published = [data?.published, ...PUBLISHED.map((name) => metaValue(head, name))]
    .map((each) => (each ? toEnglishTime(each) : null))
    .find((each) => each !== null);
  const isSponsored = around.some((run) => saysSponsored(run.text) || (run.role === 'sponsored' && run.text !== ''));
  if (isSponsored) {
    problems.push({
      line,
      code: 'sponsored',
      message: `${inQuotes(headline)} was paid for. It came in with the kind “sponsored”.`,
    });
  }
  const image = findLeadImage(root, heading, parts, addresses);
  const imageAddress = [metaValue(head, 'og:image', 'og:image:url', 'twitter:image'), data?.image ?? null]
    .map((each) => addresses.complete(each))
    .find((each) => each !== null);
  return readStory({
    headline,
    standfirst: marked ?? describedStandfirst(data, head, headline, text),
    byline: chooseByline(data, head, around),
    label: image?.label ?? cleanLineOrNull(metaValue(head, 'og:image:alt', 'twitter:image:alt')),
    imageAddress: imageAddress ?? image?.address ?? null,
    kind: isSponsored ? 'sponsored' : null,
    kicker:
      around.find(({ role, text: label }) => role === 'kicker' && label.length <= 40 && !saysSponsored(label))?.text ||
      null,
    url: chooseAddress(data, head, addresses, context),
    publishedAt: believed(published ?? written.publishedAt, context.seenOn, headline, line, problems),
    dateLine: written.dateLine,
    body: text,
    line,
  });
}

function findHeadline(root: HtmlElement, parts: SiteParts): HtmlElement | null {
  let first: HtmlElement | null = null;
  for (const element of descendants(root, (each) => !isWordless(each))) {
    const isHeadline = element.tagName === 'h1' || attribute(element, 'itemprop')?.toLowerCase() === 'headline';
    if (!isHeadline || isWordless(element) || textOf(element) === '') continue;
    if (parts.has(element) || classWords(element).some((word) => /^(?:logo|site)$/.test(word))) continue;
    if (attribute(element, 'itemprop')?.toLowerCase() === 'headline') return element;
    first ??= element;
  }
  return first;
}

/** The headline that two sources agree on; titles in meta elements often end in the name of the site. */
function chooseHeadline(heading: string | null, data: StructuredStory | null, head: PageHead): string | null {
  const site = cleanLine(metaValue(head, 'og:site_name') ?? '');
  const titles = [
    data?.headline ?? null,
    metaValue(head, 'og:title', 'twitter:title', 'parsely-title', 'dc.title'),
    head.title,
  ]
    .map((title) => cleanLine(title ?? ''))
    .filter((title) => title !== '');
  if (heading !== null) {
    const agrees = titles.some((title) => sameStart(title, heading));
    // A first heading that nothing else repeats may be the name of the site.
    if (agrees || titles.length === 0 || heading.split(' ').length > 3) return heading;
  }
  const [best] = titles;
  if (best === undefined) return heading;
  const other = titles.find((title) => title !== best && best.startsWith(title));
  return other ?? withoutSite(best, site);
}

function sameStart(a: string, b: string): boolean {
  const [short, long] = [a.toLowerCase(), b.toLowerCase()].sort((x, y) => x.length - y.length);
  return long?.startsWith((short ?? '').replace(/[ .…]+$/, '')) ?? false;
}

function withoutSite(title: string, site: string): string {
  const match = /^(.{10,}?)\s+[|–—·»-]\s+([^|–—·»]{2,40})$/.exec(title);
  if (match?.[1] === undefined) return title;
  return site === '' || match[2]?.toLowerCase() === site.toLowerCase() || title.includes(' | ') ? match[1] : title;
}

/** What is between the headline and the text: in the header that holds the headline, or right beside it. */
function headerRuns(root: HtmlElement, heading: HtmlElement, parts: SiteParts): TextRun[] {
  let place = heading;
  for (let parent = parentOf(heading); parent !== null && parent !== root; parent = parentOf(parent)) {
    if (parent.tagName === 'body') break;
    place = parent;
    if (/^(?:article|main)$/.test(parent.tagName)) break;
  }
  const isOut = (element: HtmlElement) => element === heading || parts.has(element);
  return textRuns(place === heading ? (parentOf(heading) ?? heading) : place, isOut).slice(0, 40);
}

function describedStandfirst(
  data: StructuredStory | null,
  head: PageHead,
  headline: string,
  body: string | null,
): string | null {
  const described = [
    data?.description ?? null,
    metaValue(head, 'og:description', 'description', 'dc.description', 'twitter:description'),
  ]
    .map((each) => cleanLine(each ?? ''))
    .find((each) => each !== '' && each !== headline);
  if (described === undefined) return null;
  // The mere beginning of the text, cut off by a program, is no standfirst.
  const begins = described.replace(/\s*\[?(?:…|\.\.\.)\]?$/, '');
  return begins !== described && body?.replaceAll('\n\n', ' ').startsWith(begins.slice(0, 60)) ? null : described;
}

function chooseByline(data: StructuredStory | null, head: PageHead, around: readonly TextRun[]): string | null {
  const site = metaValue(head, 'og:site_name');
  const isName = (name: string) => name !== '' && name !== site && !/^https?:|[@/]/.test(name);
  const names = (data?.authors ?? []).map(cleanLine).filter(isName);
  if (names.length > 0) return [...new Set(names)].slice(0, 6).join(', ');
  const meta = metaValue(head, 'author', 'parsely-author', 'article:author', 'dc.creator', 'sailthru.author');
  const printed = readByline(around);
  const name = cleanLine(meta ?? '').replace(/^by[: ]+/i, '');
  return printed ?? (isName(name) ? name : null);
}

function chooseAddress(data: StructuredStory | null, head: PageHead, addresses: Addresses, context: ReadContext) {
  const written = [head.canonical, metaValue(head, 'og:url'), data?.url ?? null, context.address];
  const complete = written.map((each) => addresses.complete(each)).filter((each) => each !== null);
  // Some sites give their home page as the canonical address of everything.
  return complete.find((each) => new URL(each).pathname.length > 1) ?? complete[0] ?? null;
}

function findLeadImage(root: HtmlElement, heading: HtmlElement | null, parts: SiteParts, addresses: Addresses) {
  const article = heading === null ? null : parentOfArticle(heading);
  const pictures: HtmlElement[] = [];
  for (const element of descendants(article ?? root, (each) => !isWordless(each) && !parts.has(each))) {
    if (/^(?:img|amp-img)$/.test(element.tagName) && !parts.has(element)) pictures.push(element);
    if (roleOf(element) === 'standfirst' && heading !== null && contains(element, heading)) break;
  }
  return findImage(pictures, addresses);
}

function parentOfArticle(element: HtmlElement): HtmlElement | null {
  for (let each = parentOf(element); each !== null; each = parentOf(each)) {
    if (/^(?:article|main)$/.test(each.tagName)) return each;
  }
  return null;
}
