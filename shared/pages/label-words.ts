/** Signs of an image label that tells nothing to a reader who cannot see the image. */

const EXTENSION = /\.(?:jpe?g|png|gif|webp|avif|svg|tiff?|bmp|heic|eps|pdf)$/iu;
/** File names from cameras and phones: `IMG_2043`, `DSC 0012`, `Screenshot 2026-03-01`. */
const CAMERA_NAME =
  /^(?:img|dsc[fn]?|pxl|gopr|dji|screen ?shot|whatsapp image|shutterstock|gettyimages|istock|alamy)[-_ ]?\d/iu;
/** Letters and digits joined by dashes or underscores, with at least one digit: `ward-front_1200x800`. */
const JOINED_NAME = /^(?=\S*\d)[\p{L}\p{N}]+(?:[-_][\p{L}\p{N}]+)+$/u;
const UNDERSCORED = /^\S*_\S*$/u;
/** `Covid-19`, `A-12`: one short word with a number is a word, not a file. */
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
  // `Picture 2`, `Image (3)` tell no more than the word alone.
  return STOCK_WORDS.has(text) || STOCK_WORDS.has(text.replace(/ \d+$/u, ''));
}

const PAID =
  /\b(?:sponsor(?:ed|s|ship)?|advertorial|advert(?:isement)?|partner(?:ed)?(?: content)?|paid(?: for| content| post)|promoted|in association with|brought to you by)\b/iu;

/** Whether these words mean that somebody paid for the story. */
export function mentionsPayment(words: string | null): boolean {
  return words !== null && PAID.test(words);
}

interface Pictured {
  label: string | null;
  byline: string | null;
  kind: string | null;
  headline: string;
}

/** A portrait of the writer may repeat with every column: its label names the author or the series' editor. */
export function isPortrait({ label, byline, kind, headline }: Pictured): boolean {
  const plain = (text: string | null) =>
    (text ?? '')
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
      .trim();
  const author = plain(byline);
  if (author !== '' && plain(label).includes(author)) return true;
  // Stories from captures have neither byline nor kind; a series has its title before a colon, and its picture's label
  // is a person's name.
  const isSeries = /^\s*\p{Lu}[^:]{2,40}:\s/u.test(headline) || kind?.toLowerCase() === 'column';
  return isSeries && /^\p{Lu}[\p{L}’'-]+(?:\s+\p{Lu}[\p{L}’'.-]*){1,3}(?:\s+\d{4})?$/u.test((label ?? '').trim());
}
