import { type FoundStory, toReadStory } from '../found-story.ts';
import type { ImportFormat } from '../import-format.ts';
import { isObject, listOf, own, peekJson, readJson, textAt } from '../json/json-text.ts';
import type { ReadContext, ReadProblem } from '../read-items.ts';
import { escapeText, joinNames, readSummary, systemsAmong } from './feed-item.ts';
import { noStories } from './feed-refusals.ts';

export const jsonFeedFormat: ImportFormat = {
  id: 'jsonfeed',
  label: 'JSON Feed',
  recognises: (bytes) =>
    /^https?:\/\/(?:www\.)?jsonfeed\.org\/version\//.test(textAt(peekJson(bytes), 'version') ?? ''),
  read(bytes, context) {
    const feed = readJson(bytes, context.file);
    const problems: ReadProblem[] = [];
    const items = listOf(own(feed, 'items')).filter(isObject);
    if (items.length === 0) throw noStories(context.file);
    const bases = [textAt(feed, 'home_page_url'), textAt(feed, 'feed_url'), context.address];
    const stories = items.flatMap(
      (item, index) => toReadStory(foundIn(item, index, context), { context, problems, bases }) ?? [],
    );
    return [{ kind: 'list', stories, problems }];
  },
};

/** Titles, summaries and tags are text as it is; only `content_html` is HTML. */
function foundIn(item: unknown, index: number, context: ReadContext): FoundStory {
  const summary = textAt(item, 'summary');
  const text = textAt(item, 'content_text');
  const { standfirst, body, image } = readSummary(
    summary === null ? null : escapeText(summary),
    textAt(item, 'content_html') ?? (text === null ? null : escapeText(text)),
  );
  const categories = listOf(own(item, 'tags')).filter((tag) => typeof tag === 'string');
  const authors = [...listOf(own(item, 'authors')), own(item, 'author')].map((author) => textAt(author, 'name'));
  const id = textAt(item, 'id') ?? '';
  return {
    headline: textAt(item, 'title'),
    standfirst,
    body,
    label: image?.label ?? null,
    imageAddress: textAt(item, 'image', 'banner_image') ?? image?.address ?? null,
    byline: joinNames(authors),
    url: textAt(item, 'url') ?? (/^https?:/i.test(id) ? id : textAt(item, 'external_url')),
    publishedAt: textAt(item, 'date_published'),
    categories,
    systems: systemsAmong(categories, context),
    line: null,
    place: `Item ${index + 1} of the feed`,
  };
}
