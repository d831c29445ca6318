import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

/**
 * Writes captures of invented stories: `node test/bench/make-captures.ts FOLDER [STORIES]`. The same numbers give the
 * same bytes on every machine. Word frequencies fall off as in real text (the most common in nearly every story, most
 * in a few), because a text index's speed depends on that.
 */

const SYSTEMS = 42;
const VOCABULARY = 24_000;
const SEED = 20_260_401;
const FIRST_DAY = Date.UTC(2024, 3, 1);
const DAYS = 730;

/** Function words; the first of them occur in most teasers. */
const LITTLE = 'the of to and a in for on as with by at from its after over will has say new'.split(' ');
/** The subjects of such stories, so that searches in the benches make sense. */
const SUBJECT = `care trust patients hospital board staff waiting services ambulance community beds plan funding nurses
  surgery mental health wards budget report leaders review digital maternity dentists winter target targets pharmacy
  system chief clinic discharge deficit backlog cancer diagnostic repair merger records strike vaccine frailty hospice
  theatre scanner rota agency estate premises inspectors regulator commissioners providers partnership council`
  .split(/\s+/)
  .filter((word) => word !== '');

const ONSETS = 'b c d f g h j k l m n p r s t v w br cl cr dr fl gr pl pr sh st th tr'.split(' ');
const VOWELS = 'a e i o u a e i o ea oo'.split(' ');
const CODAS = ['', '', '', '', 'd', 'l', 'm', 'n', 'ng', 'r', 'rd', 's', 'st', 't'];

export interface Made {
  files: string[];
  stories: number;
}

export function makeCaptures(folder: string, stories: number): Made {
  const random = randomNumbers(SEED);
  const words = vocabulary(random);
  const pickWord = zipf(words, random);
  const headlines = new Set<string>();
  const titles = systemNames();
  const files: string[] = [];
  mkdirSync(folder, { recursive: true });
  for (let file = 0; file < SYSTEMS; file += 1) {
    // The first files get one more story each until the number is reached.
    const here = Math.floor(stories / SYSTEMS) + (file < stories % SYSTEMS ? 1 : 0);
    const parts = [`${titles[file]} ICS\n`];
    for (let story = 0; story < here; story += 1) {
      const label = random() < 2 / 3 ? sentence(pickWord, 2 + Math.floor(random() * 3)) : null;
      const headline = newHeadline(headlines, pickWord, random);
      const day = random() < 0.5 ? `\n${dateLine(FIRST_DAY + Math.floor(random() * DAYS) * 86_400_000)}` : '';
      const teaser = `${sentence(pickWord, 28 + Math.floor(random() * 15))}.`;
      parts.push(`${label === null ? '' : `${label}\n`}\n${headline}${day}\n\n\n${teaser}\n`);
    }
    const path = join(folder, `capture-${String(file + 1).padStart(2, '0')}.txt`);
    writeFileSync(path, parts.join('\n'));
    files.push(path);
  }
  return { files, stories };
}

/** The register's names, in its order: an import refuses captures of any other system. */
function systemNames(): string[] {
  const register: { systems: { shortName: string; activeFrom: string }[] } = JSON.parse(
    readFileSync(resolve(import.meta.dirname, '../../resources/register/systems.json'), 'utf8'),
  );
  const first = register.systems.filter(({ activeFrom }) => activeFrom === '2022-07-01');
  if (first.length !== SYSTEMS) throw new Error(`The register has ${first.length} first systems, not ${SYSTEMS}.`);
  return first.map(({ shortName }) => shortName);
}

function newHeadline(taken: Set<string>, pickWord: () => string, random: () => number): string {
  for (;;) {
    const headline = sentence(pickWord, 7 + Math.floor(random() * 5));
    // Importing merges stories with the same headline, whatever its capitals.
    const key = headline.toLowerCase();
    if (taken.has(key)) continue;
    taken.add(key);
    return headline;
  }
}

function sentence(pickWord: () => string, length: number): string {
  const text = Array.from({ length }, pickWord).join(' ');
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function dateLine(time: number): string {
  return new Date(time).toLocaleDateString('en-GB', {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  });
}

function vocabulary(random: () => number): string[] {
  const pick = (list: readonly string[]) => list[Math.floor(random() * list.length)] ?? '';
  const words = new Set([...LITTLE, ...SUBJECT]);
  while (words.size < VOCABULARY) {
    let word = '';
    const syllables = random() < 0.7 ? 2 : 3;
    for (let n = 0; n < syllables; n += 1) word += pick(ONSETS) + pick(VOWELS) + pick(CODAS);
    words.add(word);
  }
  return [...words];
}

/** Picks a word by its rank r with a weight of 1 / (r + 4): Zipf's law with a flatter head. */
function zipf(words: readonly string[], random: () => number): () => string {
  const sums = new Float64Array(words.length);
  let sum = 0;
  for (let rank = 0; rank < words.length; rank += 1) {
    sum += 1 / (rank + 4);
    sums[rank] = sum;
  }
  return () => {
    const target = random() * sum;
    let low = 0;
    let high = words.length - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((sums[middle] ?? 0) < target) low = middle + 1;
      else high = middle;
    }
    return words[low] ?? '';
  };
}

/** A small generator with a seed: xorshift32 (Marsaglia, 2003). */
function randomNumbers(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 4_294_967_296;
  };
}

if (import.meta.main) {
  const [folder, stories = '100000'] = process.argv.slice(2);
  if (!folder || !/^\d+$/.test(stories)) {
    process.stderr.write('Say where: node test/bench/make-captures.ts FOLDER [STORIES]\n');
    process.exitCode = 2;
  } else {
    const made = makeCaptures(resolve(process.env['INIT_CWD'] ?? '.', folder), Number(stories));
    process.stdout.write(`${made.stories} stories in ${made.files.length} captures in ${folder}\n`);
  }
}
