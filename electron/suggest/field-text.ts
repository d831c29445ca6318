import type { TextField } from '../../shared/tagging/suggestions.ts';
import { type HitVerdict, judge } from './context.ts';
import { endWithEnding } from './endings.ts';
import { splitWords, type Word } from './fold.ts';
import { SCAN_HIT } from './matcher.ts';
import type { Hit } from './meaning.ts';

/** How far the rules look to both sides of a hit. */
const REACH = 56;

/** The first and last word of each hit, and which words belong to one. */
interface Stretches {
  firsts: Int32Array;
  lasts: Int32Array;
  taken: Uint8Array;
}

/**
 * One field of a story with results from the scan. Word objects cost more than the scan, so they are made only when a
 * rule asks for them; most names need no rule.
 */
export class FieldText {
  readonly field: TextField;
  readonly text: string;
  readonly scanBits: number;
  /** From left to right, each including its ending. */
  readonly hits: readonly Hit[];
  #words: readonly Word[] | null = null;
  #stretches: Stretches | null = null;
  /** The hits that an ending lengthens. */
  #lengthened: Set<Hit> | null = null;

  constructor(field: TextField, text: string, scanBits: number, hits: readonly Hit[]) {
    this.field = field;
    this.text = text;
    this.scanBits = scanBits;
    this.hits = hits;
    for (let i = 0; i < hits.length; i += 1) {
      const hit = hits[i] as Hit;
      const { ending } = hit.meaning;
      if (!ending) continue;
      const end = endWithEnding(text, hit.end, hits[i + 1]?.start ?? text.length, ending);
      if (end === hit.end) continue;
      hit.end = end;
      this.#lengthened ??= new Set();
      this.#lengthened.add(hit);
    }
  }

  /** All words of the field; if the scan found only hits, just the words around them. */
  get words(): readonly Word[] {
    this.#words ??= this.scanBits === SCAN_HIT ? wordsAround(this.text, this.hits) : splitWords(this.text);
    return this.#words;
  }

  /** The verdict of the words around a hit. */
  judge(index: number): HitVerdict {
    const { text, hits, words } = this;
    this.#stretches ??= stretchesOf(hits, words);
    const { firsts, lasts, taken } = this.#stretches;
    const hit = hits[index] as Hit;
    return judge(hit, {
      words,
      first: firsts[index] ?? 0,
      last: lasts[index] ?? 0,
      lengthened: this.#lengthened?.has(hit) ?? false,
      label: this.field === 'alt',
      shouting: !/[a-z]{2}/.test(text) && !/\p{Ll}{2}/u.test(text),
      taken: (word) => taken[word] === 1,
    });
  }
}

/** One pass over both: the body of a long story may have hundreds of hits. */
function stretchesOf(hits: readonly Hit[], words: readonly Word[]): Stretches {
  const firsts = new Int32Array(hits.length);
  const lasts = new Int32Array(hits.length);
  const taken = new Uint8Array(words.length);
  let word = 0;
  for (let i = 0; i < hits.length; i += 1) {
    const { start, end } = hits[i] as Hit;
    while (word < words.length - 1 && (words[word] as Word).start < start) word += 1;
    firsts[i] = word;
    let last = word;
    while (last < words.length - 1 && (words[last + 1] as Word).start < end) last += 1;
    lasts[i] = last;
    taken.fill(1, word, last + 1);
  }
  return { firsts, lasts, taken };
}

/** The words from shortly before the first hit to shortly after the last. */
function wordsAround(text: string, hits: readonly Hit[]): Word[] {
  const left = (hits[0]?.start ?? 0) - REACH;
  const first = left > 0 ? text.lastIndexOf(' ', left) : 0;
  const last = text.indexOf(' ', (hits.at(-1)?.end ?? text.length) + REACH);
  return splitWords(text, Math.max(0, first), last < 0 ? text.length : last);
}
