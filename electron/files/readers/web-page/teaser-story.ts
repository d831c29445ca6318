import { longDay } from '../../../../shared/words/day-words.ts';
import { dayBefore } from '../../../../shared/words/days.ts';
import { inQuotes } from '../../../../shared/words/quotes.ts';
import { beginsSponsored, saysSponsored } from '../capture/furniture.ts';
import { readDateLine } from '../dates.ts';
import { type ReadContext, type ReadProblem, type ReadStory, readStory } from '../read-items.ts';
import { toEnglishTime } from '../zoned-dates.ts';
import type { Addresses } from './addresses.ts';
import { roleOf } from './class-words.ts';
import { attribute, contains, descendants, type HtmlElement, lineOf } from './html-tree.ts';
import { findImage } from './images.ts';
import { isButtonOrDetail } from './site-words.ts';
import type { TeaserBlock } from './teaser-blocks.ts';
import { type TextRun, textOf, textRuns } from './visible-text.ts';

/** The story of a block. */
export function readTeaser(
  block: TeaserBlock,
  addresses: Addresses,
  context: ReadContext,
  problems: ReadProblem[],
): ReadStory {
  const { headline, elements, link } = block;
  const line = lineOf(headline);
  const isLabel = (element: HtmlElement) => {
    const role = roleOf(element);
    return (role === 'kicker' || role === 'sponsored') && !contains(element, headline);
  };
  const words = textOf(headline, isLabel) || textOf(headline);
  const labels = textRuns(headline, (each) => !isLabel(each) && !containsLabel(each, isLabel));
  const runs = elements.flatMap((element) =>
    element === headline ? [] : textRuns(element, (each) => each === headline),
  );
  const all = [...labels.filter(({ text, role }) => text !== words && role !== null), ...runs];
  const { publishedAt, dateLine } = readDate(all, context, words, line, problems);
  const isSponsored = all.some(
    ({ text, role }) => saysSponsored(text) || beginsSponsored(text) || (role === 'sponsored' && text !== ''),
  );
  if (isSponsored) {
    problems.push({
      line,
      code: 'sponsored',
      message: `${inQuotes(words)} was paid for. It came in with the kind “sponsored”.`,
    });
  }
  const image = findImage(elements, addresses);
  return readStory({
    headline: words,
    standfirst: readStandfirst(all, words),
    kicker: all.find(({ text, role }) => role === 'kicker' && text.length <= 60 && !saysSponsored(text))?.text || null,
    label: image?.label ?? null,
    imageAddress: image?.address ?? null,
    byline: readByline(all),
    kind: isSponsored ? 'sponsored' : null,
    url: addresses.complete(link ?? otherLink(elements)),
    publishedAt,
    dateLine,
    line,
  });
}

function containsLabel(element: HtmlElement, isLabel: (element: HtmlElement) => boolean): boolean {
  return element.childNodes.some((node) => 'tagName' in node && (isLabel(node) || containsLabel(node, isLabel)));
}

/** The address of a story whose headline is no link: that of its button, its picture, or of its only link. */
function otherLink(elements: readonly HtmlElement[]): string | null {
  const links = elements
    .flatMap((element) => [element, ...descendants(element)])
    .filter((each) => each.tagName === 'a' && !/^(?:byline|comments|kicker)$/.test(roleOf(each) ?? ''))
    .flatMap((each) => {
      const address = attribute(each, 'href')?.trim() ?? '';
      return address === '' || /^(?:#|javascript:|mailto:|tel:)/i.test(address) ? [] : { address, text: textOf(each) };
    });
  const button = links.find(({ text }) => text !== '' && isButtonOrDetail(text) && !/comment|share|print/i.test(text));
  const picture = links.find(({ text }) => text === '');
  const only = new Set(links.map(({ address }) => address)).size === 1 ? links[0] : undefined;
  return (button ?? picture ?? only)?.address ?? null;
}

const BYLINE = /^(?:written )?by[: ]+(.{2,100})$/i;

export function readByline(runs: readonly TextRun[]): string | null {
  const marked = runs.filter(({ role }) => role === 'byline').map(({ text }) => text.replace(BYLINE, '$1'));
  const names = marked.filter((text) => text.length > 1 && text.length <= 120 && !/^by:?$/i.test(text));
  if (names.length > 0)
    return [...new Set(names)]
      .slice(0, 4)
      .join(', ')
      .replace(/ ?,(?: ?(?:,|and,))+ ?/g, ', ');
  for (const { text } of runs) {
    for (const part of text.split(/\s*[|•·]\s*| [–—-] /)) {
      const name = BYLINE.exec(part)?.[1];
      // A sentence may begin with “By”.
      if (name !== undefined && !/[.!?]$/.test(name) && /^\p{Lu}/u.test(name) && name.split(' ').length <= 10)
        return name;
    }
  }
  return null;
}

/** The day or time of publication, and the date as the page prints it. A day after the one the page was seen is doubted. */
export function readDate(
  runs: readonly TextRun[],
  context: Pick<ReadContext, 'seenOn'>,
  headline: string,
  line: number | null,
  problems: ReadProblem[],
): { publishedAt: string | null; dateLine: string | null } {
  let publishedAt: string | null = null;
  let dateLine: string | null = null;
  for (const { text, role, datetime } of runs) {
    if (role === 'updated') continue;
    const machine = datetime === null ? null : toEnglishTime(datetime);
    if (machine !== null) {
      publishedAt ??= machine;
      dateLine ??= text === '' ? null : text;
      continue;
    }
    if (text.length > 120) continue;
    const parts = role === 'date' ? [text] : [text, ...text.split(/\s*[|•·]\s*| [–—-] /)];
    for (const part of parts) {
      const date = readDateLine(part, context.seenOn);
      if (date === null) continue;
      dateLine ??= part;
      publishedAt ??= date.publishedAt;
      break;
    }
  }
  return { dateLine, publishedAt: believed(publishedAt, context.seenOn, headline, line, problems) };
}

/** Null, with a problem, for a day after the one on which the page was seen. */
export function believed(
  publishedAt: string | null,
  seenOn: string,
  headline: string,
  line: number | null,
  problems: ReadProblem[],
): string | null {
  // A page may be seen just after midnight.
  if (publishedAt === null || publishedAt.slice(0, 10) <= dayBefore(seenOn, -1)) return publishedAt;
  const message = `${inQuotes(headline)} is dated ${longDay(publishedAt.slice(0, 10))}, after the day on which the page was seen. It came in without a date.`;
  problems.push({ line, code: 'date-doubtful', message });
  return null;
}

const SENTENCE_WORDS = 4;

function readStandfirst(runs: readonly TextRun[], headline: string): string | null {
  const isPlain = ({ text, role }: TextRun) =>
    text !== '' &&
    text !== headline &&
    (role === null || role === 'standfirst') &&
    !isButtonOrDetail(text) &&
    !saysSponsored(text) &&
    !isDetailsLine(text);
  const marked = runs.filter((run) => run.role === 'standfirst' && isPlain(run));
  const plain = marked.length > 0 ? marked : runs.filter(isPlain);
  const first =
    plain.find(({ block }) => block.tagName === 'p') ??
    plain.find(({ text }) => text.split(' ').length >= SENTENCE_WORDS) ??
    plain.sort((a, b) => b.text.length - a.text.length)[0];
  if (first === undefined) return null;
  // A paragraph with a line break in it is one teaser.
  const words = plain.filter(({ block }) => block === first.block).map(({ text }) => text);
  return (first.block.tagName === 'p' ? words.join(' ') : first.text).replace(
    /\s*(?:\[?(?:…|\.\.\.)\]?\s*)?(?:read more|continue reading|find out more)[ .…»›>→]*$/i,
    (end) => (/[…[]|\.\.\./.test(end) ? '…' : ''),
  );
}

/** “By Jo Bloggs | 21 November 2026 | 3 comments”. */
function isDetailsLine(text: string): boolean {
  if (text.length > 160) return false;
  return text
    .split(/\s*[|•·]\s*| [–—-] /)
    .every((part) => readDateLine(part, '2026-01-01') !== null || BYLINE.test(part) || isButtonOrDetail(part));
}
