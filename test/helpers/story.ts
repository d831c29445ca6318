/** Every field that an editor may leave empty; add a headline. */
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
