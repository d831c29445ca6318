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
} from '../xml/xml-tree.ts';
import { joinNames, nameOfAuthor, readMedia, readSummary, systemsAmong } from './feed-item.ts';
import { noStories, notA } from './feed-refusals.ts';

/** RSS 2.0 and its forerunners, and RSS 1.0, which is RDF. */
export const rssFormat: ImportFormat = {
  id: 'rss',
  label: 'RSS feed',
  recognises(bytes) {
    const first = firstTag(firstText(bytes));
    if (first === null) return false;
    return first.name === 'rss' || (/^(?:rdf:)?RDF$/.test(first.name) && /rss\/1\.0|simple\/0\.9/.test(first.tag));
  },
  read(bytes, context) {
    const { file } = context;
    const root = readXml(decodeText(bytes, file, declaredEncoding(bytes)), file);
    const [channel] = childrenNamed(root, 'channel');
    // RSS 1.0 has its items beside the channel.
    const items = [...(channel === undefined ? [] : childrenNamed(channel, 'item')), ...childrenNamed(root, 'item')];
    if (!/^(?:rss|rdf:RDF)$/.test(root.name)) throw notA('an RSS feed', root.name, file);
    if (items.length === 0) throw noStories(file);
    return [readItems(items, channel, context)];
  },
};

function readItems(items: readonly XmlElement[], channel: XmlElement | undefined, context: ReadContext): ReadList {
  const problems: ReadProblem[] = [];
  const channelBases = channel === undefined ? [] : basesOf(channel, context);
  const stories = items.flatMap((item, index) => {
    const bases = [attribute(item, 'xml:base'), ...channelBases];
    return toReadStory(foundIn(item, index, context), { context, problems, bases }) ?? [];
  });
  return { kind: 'list', stories, problems };
}

/** What completes a relative address: `xml:base`, the site, the feed's own address. */
function basesOf(channel: XmlElement, context: ReadContext): (string | null)[] {
  const self = childrenNamed(channel, 'atom:link').find((link) => attribute(link, 'rel') === 'self');
  return [
    attribute(channel, 'xml:base'),
    childText(channel, 'link'),
    self === undefined ? null : attribute(self, 'href'),
    context.address,
  ];
}

function foundIn(item: XmlElement, index: number, context: ReadContext): FoundStory {
  const full = childText(item, 'content:encoded', 'atom:content');
  const { standfirst, body, image } = readSummary(
    childText(item, 'description', 'atom:summary', 'dc:description'),
    full,
  );
  const media = readMedia(item);
  const categories = childrenNamed(item, 'category', 'dc:subject').map((each) => htmlLine(textOf(each)));
  // RSS titles may hold HTML, and feeds write entities in them as in descriptions.
  const title = childText(item, 'title', 'dc:title');
  return {
    headline: title === null ? null : htmlLine(title),
    standfirst,
    body,
    label: media.label ?? image?.label ?? null,
    imageAddress: media.address ?? image?.address ?? null,
    byline: bylineOf(item),
    url: addressOf(item),
    publishedAt: childText(item, 'pubDate', 'dc:date', 'dcterms:created', 'dcterms:issued', 'atom:published'),
    categories,
    systems: systemsAmong(categories, context),
    line: item.line,
    place: `Item ${index + 1} of the feed`,
  };
}

function bylineOf(item: XmlElement): string | null {
  const creators = childrenNamed(item, 'dc:creator').map((each) => htmlLine(textOf(each)));
  const authors = childrenNamed(item, 'author').map((each) => nameOfAuthor(htmlLine(textOf(each))));
  return joinNames(creators) ?? joinNames(authors);
}

function addressOf(item: XmlElement): string | null {
  const original = childText(item, 'feedburner:origLink');
  const link = childText(item, 'link');
  if (original !== null || link !== null) return original ?? link;
  const alternate = childrenNamed(item, 'atom:link').find(
    (each) => (attribute(each, 'rel') ?? 'alternate') === 'alternate',
  );
  const guid = childrenNamed(item, 'guid').find((each) => attribute(each, 'isPermaLink') !== 'false');
  const permanent = guid === undefined ? '' : textOf(guid).trim();
  const candidates = [
    alternate === undefined ? null : attribute(alternate, 'href'),
    /^https?:/i.test(permanent) ? permanent : null,
    attribute(item, 'rdf:about'),
  ];
  return candidates.find((each) => each !== null) ?? null;
}
