import { createHash } from 'node:crypto';
import { imageNameIn } from '../../../shared/images.ts';
import { type Layout, Receipt, type ReceiptPage, type StoryId, type Teaser } from '../../../shared/models.ts';
import { comparePages } from '../../../shared/pages/page-difference.ts';
import { cleanLine, cleanLineOrNull } from '../../../shared/words/plain-text.ts';
import { changedFields, teaserWords } from './teaser-words.ts';

export type ReceiptFile = ReceiptPage['files'][number];
type ReceiptTeaser = ReceiptPage['teasers'][number];

/** A page about to be exported, with its files. */
export interface PlannedPage {
  layout: Layout;
  files: ReceiptFile[];
}

/**
 * The receipt of an export: the changes of each page since the receipt before. Pages exported earlier and not now are
 * copied from it, so that the receipt always lists every folder of Patchdesk's.
 */
export function planReceipt(pages: readonly PlannedPage[], previous: Receipt | null, asOf: string): Receipt {
  const before = new Map(previous?.pages.map((page) => [page.slug, page]));
  const planned = pages.map((page) => planPage(page, before.get(page.layout.system.slug) ?? null));
  const exported = new Set(planned.map((page) => page.slug));
  const carried = [...before.values()].filter((page) => !exported.has(page.slug)).map(carryOver);
  const all = [...planned, ...carried].sort((a, b) => (a.slug < b.slug ? -1 : 1));
  return { version: 1, tool: 'patchdesk', asOf, pages: all };
}

function carryOver(page: ReceiptPage): ReceiptPage {
  return { ...page, added: 0, moved: 0, removed: 0, reworded: 0, changes: [] };
}

function planPage({ layout, files }: PlannedPage, previous: ReceiptPage | null): ReceiptPage {
  const teasers = layout.zones.flatMap((zone) => zone.teasers.map((teaser) => receiptTeaser(teaser, zone.name)));
  const changes = listChanges(previous?.teasers ?? [], teasers);
  const count = (kind: string) =>
    new Set(changes.flatMap(({ change, articleId }) => (change === kind ? [articleId] : []))).size;
  return {
    code: layout.system.code,
    slug: layout.system.slug,
    added: count('added'),
    moved: count('moved'),
    removed: count('removed'),
    reworded: count('reworded'),
    files,
    changes,
    teasers,
  };
}

/**
 * Changes in the new page's order, then removals in the old page's order. A teaser may be both moved and re-worded, and
 * has an entry for each field that differs.
 */
function listChanges(before: readonly ReceiptTeaser[], after: readonly ReceiptTeaser[]): ReceiptPage['changes'] {
  return comparePages(before, after).flatMap(({ change, before: was, after: is }) => {
    const about = { articleId: (is ?? was)?.articleId as StoryId, headline: (is ?? was)?.headline ?? '' };
    const places = { from: was?.position ?? null, to: is?.position ?? null };
    const place = { ...about, ...places, field: null, was: null, is: null };
    const moved = change === 'kept' ? [] : [{ ...place, change }];
    if (!was || !is || was.words === is.words) return moved;
    const fields = was.fields && is.fields ? changedFields(was.fields, is.fields) : [];
    const reworded = fields.map((field) => ({
      ...place,
      change: 'reworded' as const,
      field,
      was: was.fields?.[field] ?? null,
      is: is.fields?.[field] ?? null,
    }));
    return [...moved, ...(reworded.length > 0 ? reworded : [{ ...place, change: 'reworded' as const }])];
  });
}

function receiptTeaser(teaser: Teaser, zone: string): ReceiptTeaser {
  return {
    articleId: teaser.articleId,
    headline: cleanLine(teaser.headline),
    words: hashTeaserWords(teaser),
    zone,
    placed: teaser.placed,
    fields: teaserWords(teaser),
  };
}

/** Sixteen hex digits that change with what a reader sees of the teaser, but not with its address or reason. */
export function hashTeaserWords(teaser: Teaser): string {
  const words = [teaser.headline, teaser.standfirst, teaser.kicker, teaser.image?.alt ?? null, teaser.dateLine];
  // Without an image the hash covers only the words, as in receipts from before pages had images.
  const image = imageNameIn(teaser.image?.src) ?? [];
  const from = teaser.nearby ? [`from ${teaser.nearby.code}`] : [];
  return sha256(JSON.stringify(words.map(cleanLineOrNull).concat(image, from))).slice(0, 16);
}

export function sha256(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex');
}

export function writeReceipt(receipt: Receipt): string {
  return `${JSON.stringify(receipt, null, 2)}\n`;
}

const PLAIN_NAME = /^[a-z0-9][a-z0-9._-]*$/i;
/** A path inside a page's folder: a file, or a picture in `images`. */
const FILE_NAME = /^(?:images\/)?[a-z0-9][a-z0-9._-]*$/i;

/**
 * Null for a text that is not a Patchdesk receipt. Its paths decide which files are replaced, so they must stay inside
 * their page.
 */
export function readReceipt(text: string): Receipt | null {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
  const parsed = Receipt.safeParse(value);
  if (!parsed.success) return null;
  const { pages } = parsed.data;
  const isSafe = pages.every(
    ({ slug, files }) =>
      PLAIN_NAME.test(slug) &&
      files.every(({ path }) => path.startsWith(`${slug}/`) && FILE_NAME.test(path.slice(slug.length + 1))),
  );
  return isSafe && new Set(pages.map(({ slug }) => slug)).size === pages.length ? parsed.data : null;
}
