import { DeskError } from '../../../../shared/errors.ts';
import { systemsAmong } from '../feed/feed-item.ts';
import { type FoundStory, toReadStory } from '../found-story.ts';
import { readHtmlText } from '../html-text.ts';
import type { ImportFormat } from '../import-format.ts';
import type { ReadContext, ReadProblem } from '../read-items.ts';
import { isObject, listOf, own, peekJson, readJson, textAt } from './json-text.ts';

/** News in JSON as the IPTC describes it, versions 1 to 3: one item, a list, or a package with its items. */
export const ninjsFormat: ImportFormat = {
  id: 'ninjs',
  label: 'ninjs (IPTC)',
  recognises: (bytes) => itemsOf(peekJson(bytes)).some(isNinjs),
  read(bytes, context) {
    const items = itemsOf(readJson(bytes, context.file));
    const problems: ReadProblem[] = [];
    const stories = items.flatMap((item, index) => {
      const place = `Item ${index + 1}`;
      const why = whyLeftOut(item);
      if (why === null) {
        const found = foundIn(item, place, context);
        return toReadStory(found, { context, problems, bases: [context.address] }) ?? [];
      }
      problems.push({ line: null, code: 'left-out', message: `${place} was left out: ${why}.` });
      return [];
    });
    if (stories.length === 0 && problems.length === 0) {
      throw new DeskError('file-format', 'This JSON holds no items of ninjs. Save it again.', { file: context.file });
    }
    return [{ kind: 'list', stories, problems }];
  },
};

function itemsOf(value: unknown): readonly unknown[] {
  if (Array.isArray(value)) return value.filter(isObject);
  const within = listOf(own(value, 'items')).filter(isObject);
  if (within.length > 0) return within;
  // A package has its items as associations: a list since version 2, before it an object.
  if (own(value, 'type') === 'composite') return associationsOf(value);
  return isObject(value) ? [value] : [];
}

const WORDS = ['headline', 'headlines', 'body_text', 'body_html', 'bodies', 'description_text', 'descriptions'];

function isNinjs(item: unknown): boolean {
  if (own(own(item, 'standard'), 'name') === 'ninjs') return true;
  if (textAt(item, 'uri') === null) return false;
  const mark = [...WORDS, 'versioncreated', 'versionCreated', 'firstcreated', 'firstCreated'];
  return mark.filter((key) => own(item, key) !== undefined).length >= 2;
}

/** Why an item is no story, as the end of a sentence; null for a story. */
function whyLeftOut(item: unknown): string | null {
  const status = textAt(item, 'pubstatus', 'pubStatus');
  if (status === 'canceled' || status === 'withheld')
    return status === 'canceled' ? 'it was cancelled' : 'it is withheld';
  const type = textAt(item, 'type');
  return type === null || type === 'text' || type === 'composite' ? null : `it is no text but “${type.slice(0, 40)}”`;
}

function foundIn(item: unknown, place: string, context: ReadContext): FoundStory {
  const image = imageOf(item);
  const subjects = ['subject', 'subjects', 'place', 'places', 'organisation', 'organisations'].flatMap((key) =>
    listOf(own(item, key)).flatMap((each) => [textAt(each, 'name'), textAt(each, 'code', 'literal')]),
  );
  const categories = subjects.filter((each) => each !== null);
  return {
    headline: inRole(own(item, 'headlines'), ['main', 'headline']) ?? textAt(item, 'headline', 'title'),
    standfirst: standfirstOf(item),
    body: bodyOf(item),
    byline: textAt(item, 'byline', 'by') ?? inRole(own(item, 'bylines'), []),
    label: image === null ? null : (textAt(image, 'description_text', 'body_text', 'headline') ?? labelOf(image)),
    imageAddress: image === null ? null : renditionOf(image),
    url: addressOf(item),
    publishedAt: dayOf(item),
    embargoUntil: textAt(item, 'embargoed', 'embargoedUntil'),
    categories,
    // A name and a code of one system are one system.
    systems: systemsAmong(categories, context),
    line: null,
    place,
  };
}

/** The text of the first entry in one of the roles, else of the first entry; each has `value` and may have `contenttype`. */
function inRole(list: unknown, roles: readonly string[]): string | null {
  const entries = listOf(list).filter((entry) => textAt(entry, 'value') !== null);
  const entry = entries.find((each) => roles.includes(textAt(each, 'role') ?? '')) ?? entries[0];
  if (entry === undefined) return null;
  const value = textAt(entry, 'value') ?? '';
  return /html/.test(textAt(entry, 'contenttype', 'contentType') ?? '') ? htmlParagraphs(value) : value;
}

function standfirstOf(item: unknown): string | null {
  const described = inRole(own(item, 'descriptions'), ['summary', 'standfirst', 'lead']);
  const html = textAt(item, 'description_html');
  return described ?? textAt(item, 'description_text') ?? (html === null ? null : htmlParagraphs(html));
}

function bodyOf(item: unknown): string | null {
  const html = textAt(item, 'body_html', 'body_xhtml');
  const text = inRole(own(item, 'bodies'), ['main', 'body']) ?? textAt(item, 'body_text');
  return text ?? (html === null ? null : htmlParagraphs(html));
}

function htmlParagraphs(html: string): string {
  return readHtmlText(html).paragraphs.join('\n\n');
}

/** When it was first published. The day of a later version is the day of a change. */
function dayOf(item: unknown): string | null {
  const first = textAt(item, 'firstcreated', 'firstCreated', 'contentcreated', 'contentCreated');
  if (first !== null) return first;
  const version = own(item, 'version');
  const isFirst = version === undefined || version === null || String(version) === '1';
  return isFirst ? textAt(item, 'versioncreated', 'versionCreated') : null;
}

function addressOf(item: unknown): string | null {
  const address = textAt(item, 'url', 'canonicalUrl', 'link') ?? textAt(item, 'uri') ?? '';
  return /^https?:/i.test(address) ? address : null;
}

function associationsOf(item: unknown): readonly unknown[] {
  const within = own(item, 'associations');
  return (Array.isArray(within) ? within : Object.values(Object(within ?? {}))).filter(isObject);
}

function imageOf(item: unknown): unknown {
  return associationsOf(item).find((each) => /^(?:picture|graphic)$/.test(textAt(each, 'type') ?? '')) ?? null;
}

function labelOf(image: unknown): string | null {
  return inRole(own(image, 'descriptions'), []) ?? inRole(own(image, 'headlines'), []);
}

function renditionOf(image: unknown): string | null {
  const list = own(image, 'renditions');
  const renditions = Array.isArray(list) ? list : Object.values(Object(list ?? {}));
  return renditions.map((each) => textAt(each, 'href')).find((href) => href !== null) ?? null;
}
