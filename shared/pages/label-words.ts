/** What gives away an image label that says nothing to somebody who cannot see the image. */

const EXTENSION = /\.(?:jpe?g|png|gif|webp|avif|svg|tiff?|bmp|heic|eps|pdf)$/iu;
/** What cameras and phones call their files: `IMG_2043`, `DSC 0012`, `Screenshot 2026-03-01`. */
const CAMERA_NAME =
  /^(?:img|dsc[fn]?|pxl|gopr|dji|screen ?shot|whatsapp image|shutterstock|gettyimages|istock|alamy)[-_ ]?\d/iu;
/** One run of letters and figures held together by dashes or underscores, with a figure in it: `ward-front_1200x800`. */
const JOINED_NAME = /^(?=\S*\d)[\p{L}\p{N}]+(?:[-_][\p{L}\p{N}]+)+$/u;
const UNDERSCORED = /^\S*_\S*$/u;
/** `Covid-19`, `A-12`: one short word with its number is a word, not a file. */
const WORD_WITH_NUMBER = /^\p{L}+-\d{1,3}$/u;

export function isFileName(label: string): boolean {
  const text = label.trim();
  if (EXTENSION.test(text) || CAMERA_NAME.test(text)) return true;
  return UNDERSCORED.test(text) || (JOINED_NAME.test(text) && !WORD_WITH_NUMBER.test(text));
}

const STOCK_WORDS = new Set([
  'alamy',
  'alt',
  'alt text',
  'banner',
  'file photo',
  'generic',
  'getty',
  'getty images',
  'graphic',
  'header',
  'hero',
  'icon',
  'illustration',
  'image',
  'image label',
  'istock',
  'library image',
  'library picture',
  'logo',
  'main image',
  'photo',
  'photograph',
  'pic',
  'picture',
  'placeholder',
  'shutterstock',
  'stock',
  'stock image',
  'stock photo',
  'stock picture',
  'tbc',
  'thumbnail',
  'untitled',
]);

export function isStockLabel(label: string): boolean {
  const text = label
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
  // `Picture 2`, `Image (3)` say no more than the word alone.
  return STOCK_WORDS.has(text) || STOCK_WORDS.has(text.replace(/ \d+$/u, ''));
}

const PAID =
  /\b(?:sponsor(?:ed|s|ship)?|advertorial|advert(?:isement)?|partner(?:ed)?(?: content)?|paid(?: for| content| post)|promoted|in association with|brought to you by)\b/iu;

/** Whether these words say that somebody paid for the story. */
export function saysPaid(words: string | null): boolean {
  return words !== null && PAID.test(words);
}

interface Pictured {
  label: string | null;
  byline: string | null;
  kind: string | null;
  headline: string;
}

/** A picture of who wrote it recurs with every column, and should: its label names the author or the series' editor. */
export function isPortrait({ label, byline, kind, headline }: Pictured): boolean {
  const plain = (text: string | null) =>
    (text ?? '')
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
      .trim();
  const author = plain(byline);
  if (author !== '' && plain(label).includes(author)) return true;
  // What a capture brings has neither byline nor kind; a series names itself before a colon, and its picture a person.
  const isSeries = /^\s*\p{Lu}[^:]{2,40}:\s/u.test(headline) || kind?.toLowerCase() === 'column';
  return isSeries && /^\p{Lu}[\p{L}’'-]+(?:\s+\p{Lu}[\p{L}’'.-]*){1,3}(?:\s+\d{4})?$/u.test((label ?? '').trim());
}
