import type { Entry } from './entries.ts';
import { splitWords } from './fold.ts';
import type { Meaning } from './meaning.ts';
import { CAPITALS_NOT_NEEDED, SAME_WORD } from './words.ts';

export const HASH_SEED = 17;
export const HASH_FACTOR = 31;
export const BLOOM_BITS = 0x9e3779b1 | 0;
const MOST_WORDS = 2 ** 24;

/** One meaning of a key. */
export interface NameReading {
  entry: Entry;
  needsThe: boolean;
  /** One bit for each word that must begin with a capital in running text. */
  capitals: number;
}

/** Used as a key's capitals when its readings differ or ask for more. */
export const CLOSER = -1;

/** All names that consist of the same words. */
export interface TrieKey {
  readings: NameReading[];
  /** All readings together; computed when first needed. */
  meaning: Meaning | null;
  /** The most commas in any of its spellings. */
  commas: number;
}

/** Words and names in flat arrays: the scanner follows numbers, not objects. */
export interface Trie {
  /** Bloom filter of the first words of names, and of the signals. */
  bloom: Int32Array;
  /** The same for words that may begin with a small letter. It is nearly empty, and most words of a text are small. */
  bloomSmall: Int32Array;
  bloomShift: number;
  wordMask: number;
  slots: Int32Array;
  hashes: Int32Array;
  starts: Int32Array;
  lengths: Int32Array;
  pool: Uint8Array;
  /** Words that count as the same (hospital, hospitals) share the first one's number. */
  canon: Int32Array;
  isFirst: Uint8Array;
  isSignal: Uint8Array;
  edgeMask: number;
  /** From node, by word, to node: three adjacent numbers, so that one look-up fetches all. */
  edges: Int32Array;
  /** The key that ends at a node; -1 for none. */
  nodeKey: Int32Array;
  /** One bit for each capital that all readings of the key need; CLOSER where that is not enough. */
  keyCapitals: Int32Array;
  /** Nodes that a name continues from. */
  goesOn: Uint8Array;
  keys: TrieKey[];
  andHash: number;
}

export function buildTrie(entries: readonly Entry[], signals: readonly string[]): Trie {
  const ids = new Map<string, number>();
  const idOf = (word: string) => {
    const known = ids.get(word);
    if (known !== undefined) return known;
    ids.set(word, ids.size);
    return ids.size - 1;
  };
  const children = new Map<number, number>();
  const keyOf = new Map<number, number>();
  const keys: TrieKey[] = [];
  /** The first words of names, and whether one of them may begin with a small letter. */
  const firsts = new Map<number, boolean>();
  const child = (node: number, word: number) => {
    const edge = node * MOST_WORDS + word;
    const known = children.get(edge) ?? children.size + 1;
    children.set(edge, known);
    return known;
  };
  for (const entry of entries) {
    let node = 0;
    const capitals = capitalsOf(entry);
    for (const word of entry.words) {
      const id = idOf(word);
      if (node === 0) firsts.set(id, firsts.get(id) === true || (capitals & 1) === 0);
      node = child(node, id);
    }
    if (node === 0) continue;
    const at = keyOf.get(node) ?? keys.length;
    if (at === keys.length) {
      keys.push({ readings: [], meaning: null, commas: 0 });
      keyOf.set(node, at);
    }
    keys[at]?.readings.push({ entry, needsThe: needsThe(entry), capitals });
    // One more than written, for writers who put a comma before `and`.
    if (entry.text.includes(','))
      (keys[at] as TrieKey).commas = Math.max(keys[at]?.commas ?? 0, entry.text.split(',').length);
  }
  const signalIds = signals.map(idOf);
  // Register every spelling of a word, or the scanner would not look it up.
  for (const [word, same] of Object.entries(SAME_WORD)) {
    if (ids.has(same)) idOf(word);
  }
  const words = wordTables([...ids.keys()], ids, firsts, signalIds);
  return { ...words, ...nodeTables(children, keyOf), keyCapitals: Int32Array.from(keys, capitalsOfAll), keys };
}

function nodeTables(children: ReadonlyMap<number, number>, keyOf: ReadonlyMap<number, number>) {
  const capacity = powerOfTwo(children.size * 2);
  const edgeMask = capacity - 1;
  const edges = new Int32Array(capacity * 3).fill(-1);
  const nodeKey = new Int32Array(children.size + 1).fill(-1);
  const goesOn = new Uint8Array(children.size + 1);
  for (const [edge, next] of children) {
    const node = Math.floor(edge / MOST_WORDS);
    const word = edge % MOST_WORDS;
    let slot = edgeHash(node, word) & edgeMask;
    while ((edges[slot * 3] ?? -1) >= 0) slot = (slot + 1) & edgeMask;
    edges.set([node, word, next], slot * 3);
    goesOn[node] = 1;
  }
  for (const [node, key] of keyOf) nodeKey[node] = key;
  return { edgeMask, edges, nodeKey, goesOn };
}

function capitalsOfAll({ readings }: TrieKey): number {
  const [first] = readings;
  const simple = readings.every(
    ({ entry: { matchCase, weak, words }, needsThe: the, capitals }) =>
      !the && !matchCase && (words.length > 1 || weak === null) && capitals === first?.capitals,
  );
  return first && simple ? first.capitals : CLOSER;
}

/** `the Christie`, `the North East`: without the article the rest is too little to match. */
function needsThe({ text, words }: Entry): boolean {
  if (!/^the /i.test(text)) return false;
  return words.length === 1 || (words.length === 2 && words.every((word) => CAPITALS_NOT_NEEDED.has(word)));
}

/** `North East ambulance`, `North East ambulance service`: the region's capitals are enough. */
const SMALL_AFTER_REGION = new Set(['ambulance', 'service']);

/** The words that must have capitals; compass words and the like may be small when another word has one. */
function capitalsOf({ text }: Entry): number {
  const words = splitWords(text);
  const kept = words[0]?.text === 'the' && words.length > 1 ? words.slice(1) : words;
  const telling = kept.some((word) => word.upper && !CAPITALS_NOT_NEEDED.has(word.text));
  return kept.reduce((bits, { upper, text: word }, i) => {
    return upper && !SMALL_AFTER_REGION.has(word) && !(telling && CAPITALS_NOT_NEEDED.has(word))
      ? bits | (1 << i)
      : bits;
  }, 0);
}

function wordTables(
  words: readonly string[],
  ids: ReadonlyMap<string, number>,
  firsts: ReadonlyMap<number, boolean>,
  signals: readonly number[],
) {
  const capacity = powerOfTwo(words.length * 3);
  const slots = new Int32Array(capacity).fill(-1);
  const hashes = new Int32Array(words.length);
  const starts = new Int32Array(words.length);
  const lengths = new Int32Array(words.length);
  const canon = new Int32Array(words.length);
  const isFirst = new Uint8Array(words.length);
  const isSignal = new Uint8Array(words.length);
  const pool = new Uint8Array(words.reduce((sum, word) => sum + word.length, 0));
  // With 32 bits a word, one word in forty passes by chance.
  const bits = powerOfTwo((firsts.size + signals.length) * 32 + 32);
  const bloom = new Int32Array(bits / 32);
  const bloomSmall = new Int32Array(bits / 32);
  const bloomShift = 32 - Math.log2(bits);
  let at = 0;
  words.forEach((word, id) => {
    const hash = hashOf(word);
    hashes[id] = hash;
    starts[id] = at;
    lengths[id] = word.length;
    for (let i = 0; i < word.length; i += 1) pool[at + i] = word.charCodeAt(i);
    at += word.length;
    canon[id] = ids.get(SAME_WORD[word] ?? word) ?? id;
    if (firsts.has(canon[id])) isFirst[id] = 1;
    if (signals.includes(id)) isSignal[id] = 1;
    if (isFirst[id] === 1 || isSignal[id] === 1) {
      const bit = Math.imul(hash, BLOOM_BITS) >>> bloomShift;
      const here = 1 << (bit & 31);
      bloom[bit >>> 5] = (bloom[bit >>> 5] ?? 0) | here;
      if (isSignal[id] === 1 || firsts.get(canon[id] ?? id)) {
        bloomSmall[bit >>> 5] = (bloomSmall[bit >>> 5] ?? 0) | here;
      }
    }
    let slot = hash & (capacity - 1);
    while ((slots[slot] ?? -1) >= 0) slot = (slot + 1) & (capacity - 1);
    slots[slot] = id;
  });
  const andHash = hashOf('and');
  return {
    bloom,
    bloomSmall,
    bloomShift,
    wordMask: capacity - 1,
    slots,
    hashes,
    starts,
    lengths,
    pool,
    canon,
    isFirst,
    isSignal,
    andHash,
  };
}

export function edgeHash(node: number, word: number): number {
  return (Math.imul(node, 0x9e3779b1) ^ Math.imul(word, 0x85ebca6b)) >>> 4;
}

function hashOf(word: string): number {
  let hash = HASH_SEED;
  for (let i = 0; i < word.length; i += 1) hash = (Math.imul(hash, HASH_FACTOR) + word.charCodeAt(i)) | 0;
  return hash;
}

function powerOfTwo(least: number): number {
  return 2 ** Math.ceil(Math.log2(Math.max(least, 64)));
}
