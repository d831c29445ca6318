import { htmlLine, readHtmlText } from '../html-text.ts';
import type { ReadContext } from '../read-items.ts';
import { attribute, childrenNamed, textOf, type XmlElement } from '../xml/xml-tree.ts';

/** A summary longer than this, in several paragraphs, is the whole story. */
const LONGEST_SUMMARY = 700;
/** What blog software puts under a summary. */
const APPENDED =
  /^(?:the post .+ (?:appeared first on|first appeared on) .+|(?:continue reading|read more|read on|more)\b.{0,200}(?:…|\.\.\.|→|»|›)|(?:continue reading|read more|read the full (?:story|article))[ .…→»›]*)$/i;

interface Summary {
  standfirst: string | null;
  body: string | null;
  image: { label: string | null; address: string | null } | null;
}

/** Standfirst, text and first picture of a feed's summary and full text, both as HTML. */
export function readSummary(summaryHtml: string | null, fullHtml: string | null): Summary {
  const summary = summaryHtml === null ? null : readHtmlText(summaryHtml);
  const full = fullHtml === null ? null : readHtmlText(fullHtml);
  const summaryLines = summary?.paragraphs.filter((line) => !APPENDED.test(line)) ?? [];
  const fullLines = full?.paragraphs.filter((line) => !APPENDED.test(line)) ?? [];
  const standfirst = summaryLines.join(' ');
  const image = summary?.image ?? full?.image ?? null;
  const body = fullLines.join('\n\n') || null;
  if (body === null && standfirst.length > LONGEST_SUMMARY && summaryLines.length > 1) {
    return { standfirst: summaryLines[0] ?? null, body: summaryLines.join('\n\n'), image };
  }
  return { standfirst: standfirst || null, body: body === standfirst ? null : body, image };
}

/** Text that is shown as it is, made HTML, so that both go one way. */
export function escapeText(text: string): string {
  return text
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/\n\s*\n/g, '<p>');
}

/** The picture of an item by Media RSS or as an enclosure. */
export function readMedia(item: XmlElement): { label: string | null; address: string | null } {
  const group = childrenNamed(item, 'media:group');
  const places = [item, ...group, ...[item, ...group].flatMap((each) => childrenNamed(each, 'media:content'))];
  const pictures = places.flatMap((place) =>
    childrenNamed(place, 'media:content').filter(isPicture).concat(childrenNamed(place, 'media:thumbnail')),
  );
  const enclosures = childrenNamed(item, 'enclosure').filter(isPicture);
  const address =
    [...pictures, ...enclosures].map((each) => attribute(each, 'url')).find((url) => url !== null) ?? null;
  const within = [...pictures, ...places];
  const label =
    ['media:description', 'media:title', 'media:text']
      .flatMap((name) => within.flatMap((place) => childrenNamed(place, name)))
      // A title of the item itself says what the story is about, not what the picture shows.
      .map(mediaText)
      .find((text) => text !== '') ?? null;
  return { label: pictures.length > 0 ? label : null, address };
}

/** Media RSS says of each text whether it is HTML; plain unless it does. */
function mediaText(element: XmlElement): string {
  const text = textOf(element);
  return attribute(element, 'type') === 'html' ? htmlLine(text) : text.trim();
}

function isPicture(element: XmlElement): boolean {
  const type = attribute(element, 'type');
  const medium = attribute(element, 'medium');
  if (medium !== null) return medium === 'image';
  if (type !== null) return type.startsWith('image/');
  return /\.(?:jpe?g|png|webp|gif|avif)(?:[?#]|$)/i.test(attribute(element, 'url') ?? '');
}

/** Of all that an item is filed under, what the register knows; the rest is for other readers. */
export function systemsAmong(categories: readonly string[], context: ReadContext): string[] {
  return [...new Set(categories)].filter((each) => context.namesSystem(each));
}

/** `jo@example.org (Jo Bloggs)` is how RSS writes an author; an address alone is no byline. */
export function nameOfAuthor(author: string): string | null {
  const inBrackets = /\(([^()]+)\)\s*$/.exec(author)?.[1];
  if (inBrackets !== undefined) return inBrackets;
  const name = author.replace(/<?[^\s<>@]+@[^\s<>@]+>?/g, '').trim();
  return name === '' ? null : name;
}

/** `Jo Bloggs, Kim Lee and Sam Poe`. */
export function joinNames(names: readonly (string | null)[]): string | null {
  const known = [...new Set(names.flatMap((name) => name?.trim() || []))];
  if (known.length < 2) return known[0] ?? null;
  return `${known.slice(0, -1).join(', ')} and ${known[known.length - 1]}`;
}
