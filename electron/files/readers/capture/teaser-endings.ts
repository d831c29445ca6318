const MOST_WORDS = 4;
const FEWEST_TEASERS = 3;
const SENTENCE_END = /[.?!…”’"')\]]$/;

/**
 * The words that end every teaser of a page alike, such as “Read more”: they are a link of the site and no words of the
 * stories. Null where there are none. They come after a whole sentence and end none themselves.
 */
export function commonEnding(teasers: readonly string[]): string | null {
  const [first] = teasers;
  if (first === undefined || teasers.length < FEWEST_TEASERS) return null;
  const words = first.split(' ');
  for (let count = Math.min(MOST_WORDS, words.length - 1); count > 0; count -= 1) {
    const ending = ` ${words.slice(-count).join(' ')}`;
    if (/[.?!]$/.test(ending)) continue;
    if (teasers.every((teaser) => teaser.endsWith(ending) && SENTENCE_END.test(teaser.slice(0, -ending.length)))) {
      return ending.trimStart();
    }
  }
  return null;
}
