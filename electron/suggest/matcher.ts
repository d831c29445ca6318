import type { Entry } from './entries.ts';
import { AMPERSAND, APOSTROPHE, FOLD, fold, GAP, isPossessive, isUpper, LETTER, MARK } from './fold.ts';
import type { Hit } from './meaning.ts';
import { type Meaning, meaningOf } from './meaning.ts';
import {
  BLOOM_BITS,
  buildTrie,
  CLOSER,
  edgeHash,
  HASH_FACTOR,
  HASH_SEED,
  type NameReading,
  type TrieKey,
} from './trie.ts';

/** Results of a scan, as bits. */
export const SCAN_HIT = 1;
/** A word that a story about all systems might use. */
export const SCAN_SIGNAL = 2;
/** Two adjacent words that both begin with a capital: perhaps a person's name. */
export const SCAN_CAPITALS = 4;

const MAX_NAME_WORDS = 24;
const COMMA = 1;

export interface Matcher {
  /**
   * Reads a text once, from left to right, and adds its finds to `hits`, longest first and none inside another.
   * `lenient` is for image labels, whose capitals mean nothing.
   */
  scan(text: string, lenient: boolean, hits: Hit[]): number;
}

/**
 * The scanner hashes each word while reading it and asks a small bit set whether any name begins with it. Nearly every
 * word ends there, without a new string or object. Only words that pass are compared letter by letter with the words of
 * the names.
 */
export function makeMatcher(entries: readonly Entry[], signals: readonly string[]): Matcher {
  const trie = buildTrie(entries, signals);
  const { bloom, bloomSmall, bloomShift, wordMask, slots, hashes, starts, lengths, pool, canon, isFirst, isSignal } =
    trie;
  const { edgeMask, edges, nodeKey, goesOn, keys, keyCapitals } = trie;

  const wordStart = new Int32Array(MAX_NAME_WORDS);
  const wordEnd = new Int32Array(MAX_NAME_WORDS);
  const ownerEnd = new Int32Array(MAX_NAME_WORDS);
  const wordId = new Int32Array(MAX_NAME_WORDS);
  const ownerId = new Int32Array(MAX_NAME_WORDS);
  const gapBefore = new Int32Array(MAX_NAME_WORDS);
  let wordCount = 0;

  let bestEnd = -1;
  let bestRaw = -1;
  let best: Meaning | null = null;

  /** The number of the word with this hash and these letters, or -1. */
  function find(text: string, start: number, end: number, hash: number): number {
    for (let slot = hash & wordMask; ; slot = (slot + 1) & wordMask) {
      const id = slots[slot] ?? -1;
      if (id < 0) return -1;
      if (hashes[id] === hash && same(text, start, end, id)) return id;
    }
  }

  function same(text: string, start: number, end: number, id: number): boolean {
    let at = starts[id] ?? 0;
    const stop = at + (lengths[id] ?? 0);
    if (end - start === 1 && text.charCodeAt(start) === 38) return stop - at === 3;
    for (let i = start; i < end; i += 1) {
      const code = fold(text.charCodeAt(i));
      if (code < LETTER) continue;
      if (at === stop || pool[at] !== code) return false;
      at += 1;
    }
    return at === stop;
  }

  function step(node: number, word: number): number {
    if (word < 0) return -1;
    const canonical = canon[word] ?? word;
    for (let slot = edgeHash(node, canonical) & edgeMask; ; slot = (slot + 1) & edgeMask) {
      const at = slot * 3;
      const from = edges[at] as number;
      if (from < 0) return -1;
      if (from === node && edges[at + 1] === canonical) return edges[at + 2] as number;
    }
  }

  /** Reads one more word into the buffers; false where no name can continue. */
  function readOn(text: string): boolean {
    if (wordCount === MAX_NAME_WORDS) return false;
    let i = wordEnd[wordCount - 1] ?? 0;
    const gapStart = i;
    let gap = 0;
    let dashes = 0;
    for (; i < text.length; i += 1) {
      const code = text.charCodeAt(i);
      if (fold(code) >= AMPERSAND) break;
      if (code === 44) gap |= COMMA;
      else if (code === 45 || code === 0x2010 || code === 0x2011 || code === 0x2013) dashes += 1;
      else if (code === 46) {
        // A full stop is allowed only after `St`.
        if (i !== gapStart || i - (wordStart[wordCount - 1] ?? 0) !== 2) return false;
      } else if (code === 39 || code === 0x2019) {
        // The possessive of a plural: Guys' and ...
        if (i !== gapStart) return false;
      } else if (code !== 32 && code !== 0xa0 && code !== 95 && code !== 10 && code !== 0x202f) return false;
    }
    if (i >= text.length || i - gapStart > 3 || (dashes > 0 && i - gapStart > 1)) return false;
    const start = i;
    let hash = HASH_SEED;
    let owner = -1;
    let ownerHash = 0;
    if (text.charCodeAt(i) === 38) {
      hash = trie.andHash;
      i += 1;
    } else {
      for (; i < text.length; i += 1) {
        const code = fold(text.charCodeAt(i));
        if (code >= LETTER) hash = (Math.imul(hash, HASH_FACTOR) + code) | 0;
        else if (code === APOSTROPHE) {
          if (fold(text.charCodeAt(i + 1)) < LETTER) break;
          if (isPossessive(text, i)) {
            owner = i;
            ownerHash = hash;
          }
        } else if (code !== MARK) break;
      }
    }
    wordStart[wordCount] = start;
    wordEnd[wordCount] = i;
    wordId[wordCount] = find(text, start, i, hash);
    ownerEnd[wordCount] = owner;
    ownerId[wordCount] = owner < 0 ? -1 : find(text, start, owner, ownerHash);
    gapBefore[wordCount] = gap;
    wordCount += 1;
    return true;
  }

  /** Follows the names from a node reached by `depth` words. */
  function follow(text: string, node: number, depth: number, end: number, commas: number, lenient: boolean): void {
    const key = nodeKey[node] ?? -1;
    if (key >= 0 && end > bestEnd && (commas === 0 || commas <= (keys[key] as TrieKey).commas)) {
      const meaning = fitting(text, key, depth, end, lenient);
      if (meaning) {
        bestEnd = end;
        bestRaw = wordEnd[depth - 1] ?? end;
        best = meaning;
      }
    }
    if (goesOn[node] === 0 || (depth === wordCount && !readOn(text))) return;
    const commasNow = commas + ((gapBefore[depth] ?? 0) & COMMA);
    const next = step(node, wordId[depth] ?? -1);
    if (next >= 0) follow(text, next, depth + 1, wordEnd[depth] ?? 0, commasNow, lenient);
    const owned = step(node, ownerId[depth] ?? -1);
    if (owned >= 0) follow(text, owned, depth + 1, ownerEnd[depth] ?? 0, commasNow, lenient);
  }

  /** The meaning of these words as written here; null where no name is written so. */
  function fitting(text: string, at: number, depth: number, end: number, lenient: boolean): Meaning | null {
    const capitals = keyCapitals[at] as number;
    if (capitals !== CLOSER) return lenient || hasCapitals(text, capitals) ? meaningOfAll(at) : null;
    const { readings } = keys[at] as TrieKey;
    let count = 0;
    for (let i = 0; i < readings.length; i += 1) {
      if (fits(text, readings[i] as NameReading, depth, end, lenient)) count += 1;
    }
    if (count === 0) return null;
    if (count === readings.length) return meaningOfAll(at);
    return meaningOf(readings.filter((reading) => fits(text, reading, depth, end, lenient)).map(({ entry }) => entry));
  }

  function meaningOfAll(at: number): Meaning {
    const key = keys[at] as TrieKey;
    key.meaning ??= meaningOf(key.readings.map(({ entry }) => entry));
    return key.meaning;
  }

  function fits(text: string, reading: NameReading, depth: number, end: number, lenient: boolean): boolean {
    const { entry, needsThe, capitals } = reading;
    const start = wordStart[0] as number;
    if (needsThe && !/(?:^|[^\p{L}\p{N}])the[\s_]$/iu.test(text.slice(Math.max(0, start - 5), start))) return false;
    if (entry.matchCase) return end - start === entry.text.length && text.startsWith(entry.text, start);
    if (lenient && (depth > 1 || entry.weak === null)) return true;
    return hasCapitals(text, capitals);
  }

  function hasCapitals(text: string, capitals: number): boolean {
    for (let word = 0, left = capitals; left !== 0; word += 1, left >>>= 1) {
      if ((left & 1) === 0) continue;
      const code = text.charCodeAt(wordStart[word] as number);
      if (!isUpper(code) && code !== 38 && !(code >= 48 && code <= 57)) return false;
    }
    return true;
  }

  return {
    scan(text, lenient, hits) {
      // Copy to locals: the loop runs once per letter, and each outer variable would be loaded again.
      const table = FOLD;
      const bitsOfAll = bloom;
      const bitsOfSmall = lenient ? bloom : bloomSmall;
      const shift = bloomShift;
      const letter = LETTER;
      const gap = GAP;
      const factor = HASH_FACTOR;
      const seed = HASH_SEED;
      const spread = BLOOM_BITS;
      const apostrophe = APOSTROPHE;
      const ampersand = AMPERSAND;
      const size = text.length;
      let scanBits = 0;
      let capitalBefore = -2;
      let i = 0;
      while (i < size) {
        const first = text.charCodeAt(i);
        let code = table[first] as number;
        if (code < letter) {
          i += 1;
          continue;
        }
        const start = i;
        let hash = seed;
        let owner = -1;
        let ownerHash = 0;
        for (;;) {
          while (code >= letter) {
            hash = (Math.imul(hash, factor) + code) | 0;
            i += 1;
            code = i < size ? (table[text.charCodeAt(i)] as number) : gap;
          }
          if (code === gap || code === ampersand) break;
          if (code === apostrophe) {
            if (fold(text.charCodeAt(i + 1)) < letter) break;
            if (isPossessive(text, i)) {
              owner = i;
              ownerHash = hash;
            }
          }
          i += 1;
          code = i < size ? (table[text.charCodeAt(i)] as number) : gap;
        }
        if (first < 91 && first > 64 && i - start > 1) {
          if (capitalBefore === start - 1) scanBits |= SCAN_CAPITALS;
          capitalBefore = i;
        }

        const bits = first > 96 && first < 123 ? bitsOfSmall : bitsOfAll;
        let bit = Math.imul(hash, spread) >>> shift;
        let maybe = ((bits[bit >>> 5] as number) >>> bit) & 1;
        if (owner >= 0) {
          bit = Math.imul(ownerHash, spread) >>> shift;
          maybe |= ((bits[bit >>> 5] as number) >>> bit) & 1;
        }
        if (maybe === 0) {
          // A character that ends a word does not begin one.
          i += 1;
          continue;
        }

        const whole = find(text, start, i, hash);
        const stem = owner < 0 ? -1 : find(text, start, owner, ownerHash);
        if (whole >= 0 && isSignal[whole] === 1) scanBits |= SCAN_SIGNAL;
        if (!(whole >= 0 && isFirst[whole] === 1) && !(stem >= 0 && isFirst[stem] === 1)) continue;
        wordStart[0] = start;
        wordEnd[0] = i;
        wordCount = 1;
        bestEnd = -1;
        best = null;
        const node = step(0, whole);
        if (node >= 0) follow(text, node, 1, i, 0, lenient);
        const owned = step(0, stem);
        if (owned >= 0) follow(text, owned, 1, owner, 0, lenient);
        if (best === null) continue;
        hits.push({ start, end: bestEnd, meaning: best });
        scanBits |= SCAN_HIT;
        i = bestRaw;
      }
      return scanBits;
    },
  };
}
