import type { StoryText } from '../../electron/suggest/reader.ts';

/**
 * Invented stories in memory, the same for the same numbers. Two thirds contain no name, like most teasers; the rest
 * have one from the list in the headline, the standfirst or the label.
 */
const SEED = 20_260_401;
/** Words of such stories, the most common first. */
const WORDS =
  `the of to and a in for on as with by at from its after over will has say new is that more be than are which
  an it not have was their year been under up out could chief executive staff patients waiting services community
  beds plan funding nurses surgery mental budget report leaders review digital maternity winter target pharmacy
  clinic discharge deficit backlog cancer diagnostic repair merger records strike vaccine frailty theatre scanner
  rota agency estate premises inspectors regulator commissioners partnership figures rise fall month week warns
  told face plans board members pay cost savings million pounds workers demand pressure safety concerns inquiry
  deaths care homes social local authority neighbourhood contract private sector capacity data system electronic
  record chair interim appointed leaves joins role director finance medical clinical national government minister
  policy reform spending money cash borrow building roof concrete delayed rebuild scheme programme pilot results
  performance standard hours emergency department corridor ambulances handover crews response times calls winter
  flu virus infection outbreak ward theatre list operations cancelled routine cataract hip knee heart stroke
  research trial drug prescription dentist appointments general practice doctors consultants junior ballot union
  dispute offer deal agreement talks resume vote`
    .split(/\s+/)
    .filter((word) => word !== '');

export function makeStories(count: number, names: readonly string[]): StoryText[] {
  const random = randomNumbers(SEED);
  const word = () => {
    // Squaring favours the front of the list; one word in eight is a rare one.
    if (random() < 0.125) return rareWord(random);
    return WORDS[Math.floor(random() ** 2 * WORDS.length)] ?? 'the';
  };
  const sentence = (length: number, name: string | null) => {
    const words = Array.from({ length }, word);
    if (name !== null) words.splice(1 + Math.floor(random() * (length - 1)), 0, name);
    const text = words.join(' ');
    return text.charAt(0).toUpperCase() + text.slice(1);
  };
  return Array.from({ length: count }, () => {
    const name = random() < 1 / 3 ? (names[Math.floor(random() * names.length)] ?? null) : null;
    const where = Math.floor(random() * 3);
    const label = random() < 2 / 3 || (name !== null && where === 2);
    return {
      headline: sentence(7 + Math.floor(random() * 5), where === 0 ? name : null),
      standfirst: `${sentence(22 + Math.floor(random() * 14), where === 1 ? name : null)}.`,
      alt: label ? sentence(2 + Math.floor(random() * 3), where === 2 ? name : null) : null,
      body: null,
    };
  });
}

const SYLLABLES = 'ba de fi go lu ma ne pi ro su ta ve wi cho stra ble pren dor kin mel nor pas ter ling ton'.split(
  ' ',
);

function rareWord(random: () => number): string {
  const length = 2 + Math.floor(random() * 3);
  let word = '';
  for (let i = 0; i < length; i += 1) word += SYLLABLES[Math.floor(random() * SYLLABLES.length)] ?? '';
  return word;
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
