/** Every field that an editor may leave empty; a headline has to be added. */
export const BLANK = {
  standfirst: null,
  kicker: null,
  alt: null,
  imageAddress: null,
  byline: null,
  kind: null,
  url: null,
  publishedAt: null,
  embargoUntil: null,
  body: null,
};
