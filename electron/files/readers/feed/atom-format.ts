import { decodeText } from '../decode.ts';
import { firstText } from '../first-text.ts';
import { type FoundStory, toReadStory } from '../found-story.ts';
import { htmlLine } from '../html-text.ts';
import type { ImportFormat } from '../import-format.ts';
import type { ReadContext, ReadList, ReadProblem } from '../read-items.ts';
import {
  attribute,
  childrenNamed,
  childText,
  declaredEncoding,
  firstTag,
  readXml,
  textOf,
  type XmlElement,
  type XmlNode,
} from '../xml/xml-tree.ts';
import { escapeText, joinNames, readMedia, readSummary, systemsAmong } from './feed-item.ts';
import { noStories, notA } from './feed-refusals.ts';

export const atomFormat: ImportFormat = {
  id: 'atom',
  label: 'Atom feed',
  recognises: (bytes) => /^(?:\w+:)?feed$/.test(firstTag(firstText(bytes))?.name ?? ''),
  read(bytes, context) {
    const { file } = context;
    const root = readXml(decodeText(bytes, file, declaredEncoding(bytes)), file);
    if (root.name !== 'atom:feed' && root.name !== 'feed') throw notA('an Atom feed', root.name, file);
    const entries = atoms(root, 'entry');
    if (entries.length === 0) throw noStories(file);
    return [readEntries(entries, root, context)];
  },
};

/** The children of that name; feeds that forget the namespace are read as well. */
function atoms(parent: XmlElement, name: string): XmlElement[] {
  return childrenNamed(parent, `atom:${name}`, name);
}

function readEntries(entries: readonly XmlElement[], feed: XmlElement, context: ReadContext): ReadList {
  const problems: ReadProblem[] = [];
  const outer = [attribute(feed, 'xml:base'), linkOf(feed, 'alternate'), linkOf(feed, 'self'), context.address];
  const feedBase = outer.find((each) => each !== null && URL.canParse(each)) ?? null;
  const stories = entries.flatMap((entry, index) => {
    const base = attribute(entry, 'xml:base');
    // One base may be relative to the one around it.
    const ownBase =
      base !== null && URL.canParse(base, feedBase ?? undefined) ? new URL(base, feedBase ?? undefined) : null;
    const bases = [ownBase?.href ?? null, ...outer];
    return toReadStory(foundIn(entry, index, context), { context, problems, bases }) ?? [];
  });
  return { kind: 'list', stories, problems };
}

function foundIn(entry: XmlElement, index: number, context: ReadContext): FoundStory {
  const [title] = atoms(entry, 'title');
  const [summary] = atoms(entry, 'summary');
  const content = atoms(entry, 'content').find((each) => attribute(each, 'src') === null);
  const { standfirst, body, image } = readSummary(
    summary === undefined ? null : htmlOf(summary),
    content === undefined ? null : htmlOf(content),
  );
  const media = readMedia(entry);
  const categories = [
    ...atoms(entry, 'category').flatMap((each) => [attribute(each, 'label') ?? '', attribute(each, 'term') ?? '']),
    ...childrenNamed(entry, 'dc:subject').map(textOf),
  ].filter((each) => each.trim() !== '');
  const authors = atoms(entry, 'author').map((each) => childText(each, 'atom:name', 'name'));
  return {
    headline: title === undefined ? null : htmlLine(htmlOf(title)),
    standfirst,
    body,
    label: media.label ?? image?.label ?? null,
    imageAddress: media.address ?? pictureLink(entry) ?? image?.address ?? null,
    byline: joinNames(authors) ?? joinNames(childrenNamed(entry, 'dc:creator').map(textOf)),
    url: linkOf(entry, 'alternate') ?? permanentId(entry),
    // `updated` is the day of the last change, and says nothing about publication.
    publishedAt: childText(entry, 'atom:published', 'published', 'atom:issued', 'dc:date'),
    categories,
    systems: systemsAmong(categories, context),
    line: entry.line,
    place: `Entry ${index + 1} of the feed`,
  };
}

/** Atom says of each text what it is: HTML, XHTML, or text as it is. */
function htmlOf(element: XmlElement): string {
  const type = attribute(element, 'type') ?? 'text';
  if (type === 'html' || type === 'text/html') return textOf(element);
  if (type === 'xhtml' || type === 'application/xhtml+xml') return element.children.map(xhtml).join('');
  return /^text/i.test(type) ? escapeText(textOf(element)) : '';
}

/** XHTML elements as the HTML they stand for. */
function xhtml(node: XmlNode): string {
  if (typeof node === 'string') return node.replace(/&/g, '&amp;').replace(/</g, '&lt;');
  const name = node.name.replace(/^.*:/, '');
  const attributes = ['alt', 'src'].flatMap((each) => {
    const value = attribute(node, each);
    return value === null ? [] : ` ${each}="${value.replace(/&/g, '&amp;').replace(/"/g, '&quot;')}"`;
  });
  return `<${name}${attributes.join('')}>${node.children.map(xhtml).join('')}</${name}>`;
}

function linkOf(parent: XmlElement, rel: string): string | null {
  const links = atoms(parent, 'link').filter((link) => (attribute(link, 'rel') ?? 'alternate') === rel);
  const page = links.find((link) => /html/.test(attribute(link, 'type') ?? 'text/html')) ?? links[0];
  return page === undefined ? null : attribute(page, 'href');
}

function pictureLink(entry: XmlElement): string | null {
  const enclosure = atoms(entry, 'link').find(
    (link) => attribute(link, 'rel') === 'enclosure' && (attribute(link, 'type') ?? '').startsWith('image/'),
  );
  return enclosure === undefined ? null : attribute(enclosure, 'href');
}

/** An entry without a link may have its address as its id. */
function permanentId(entry: XmlElement): string | null {
  const id = childText(entry, 'atom:id', 'id') ?? '';
  return /^https?:/i.test(id) ? id : null;
}
