import { normaliseHeadline } from './source-key.ts';

/** Below this share of common words two texts are about different things; a text that was re-worded keeps more. */
const DIFFERENT = 0.3;
/** Shorter words are mostly articles and prepositions, which any two texts share. */
const SHORTEST = 4;

/** Whether two texts have nothing to do with each other. A text without a word of its own proves nothing. */
export function differAltogether(a: string, b: string): boolean {
  const one = contentWords(a);
  const other = contentWords(b);
  const fewer = Math.min(one.size, other.size);
  return fewer > 0 && [...one].filter((word) => other.has(word)).length / fewer < DIFFERENT;
}

function contentWords(text: string): Set<string> {
  const words = normaliseHeadline(text).split(' ');
  const long = words.filter((word) => word.length >= SHORTEST);
  return new Set(long.length > 0 ? long : words.filter((word) => word !== ''));
}
