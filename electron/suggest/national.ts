import type { NationalOffer, TextField } from '../../shared/tagging/suggestions.ts';
import type { Word } from './fold.ts';

const set = (words: string) => new Set(words.trim().split(/\s+/));

/** Bodies that concern every page when all or many of them are meant. */
const BOARDS = set('icbs icss systems');
const BODIES = set('icbs icss systems trusts fts boards regions providers commissioners');
const ONE_OF_EACH = set('icb ics system trust board ft region area provider');
const ALL = set('every each all most many nearly almost majority half hundreds dozens scores several');
const NUMBERS: Readonly<Record<string, number>> = {
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  eleven: 11,
  twelve: 12,
  thirteen: 13,
  fourteen: 14,
  fifteen: 15,
  sixteen: 16,
  seventeen: 17,
  eighteen: 18,
  nineteen: 19,
  twenty: 20,
  thirty: 30,
  forty: 40,
  dozen: 12,
};
/** From this many unnamed systems on, a story is about the country; for trusts it takes more. */
const MANY_SYSTEMS = 5;
const MANY_TRUSTS = 10;
/** Words that describe the bodies without narrowing them. */
const KINDS = set(`
  nhs english acute hospital ambulance mental health community foundation local integrated care struggling
  overspending troubled other of the more than about around least or so nearly over financially challenged deficit
  teaching specialist remaining our these its englands countrys worst best performing new different merged`);
const CENTRE = set('nhse england ministers government dhsc treasury regulator cqc centre minister secretary whitehall');
const TELLS = set(`
  tell tells told order orders ordered ask asks asked urge urges urged warn warns warned instruct instructs instructed
  must should will let lets give gives write writes require requires required face allow allows force forces`);
/** A region or a small number next to the bodies: the story is about some of them only. */
const SOME = set(`
  two three four pair trio both neighbouring midlands london north south east west northern southern yorkshire
  region regional these those its neighbour nearby duo several some`);

/** Words that make a text worth reading for this; see the scanner's signals. */
export const NATIONAL_SIGNALS: readonly string[] = [
  'icbs',
  'icss',
  'systems',
  'trusts',
  'ics',
  'icb',
  'boards',
  'nhse',
];

/** An offer of the national mark from words in the headline or standfirst about all or many systems. */
export function findNational(field: TextField, text: string, words: readonly Word[]): NationalOffer | null {
  for (let i = 0; i < words.length; i += 1) {
    const word = words[i];
    // `Frimley ICB's chair`: one board's, not several.
    if (!word || word.owner) continue;
    const found = wideBefore(words, i) ?? ledByTheCentre(words, i, field);
    if (!found || ofSomewhere(words, i)) continue;
    const start = words[found.from]?.start ?? word.start;
    const end = words[found.to]?.end ?? word.end;
    const phrase = text.slice(start, end);
    return { why: `“${phrase}” means systems all over England.`, phrase, field, start, end };
  }
  return null;
}

/** `Kent trusts`, `trusts in London`: next to them a capital that is neither England nor the NHS. */
function ofSomewhere(words: readonly Word[], noun: number): boolean {
  const somewhere = (word: Word | undefined) =>
    word?.upper === true && word.text !== 'england' && !KINDS.has(word.text);
  const prior = words[noun - 1];
  // A sentence's first word always has a capital.
  const midway = noun > 1 && /^\s$/.test(prior?.gap ?? '') && /^\s$/.test(words[noun]?.gap ?? '');
  if (midway && prior && somewhere(prior) && !CENTRE.has(prior.text)) return true;
  const [preposition, next, then] = words.slice(noun + 1, noun + 4);
  if (preposition?.text !== 'in' && preposition?.text !== 'across') return false;
  return somewhere(next) || (next?.text === 'the' && somewhere(then));
}

interface Stretch {
  from: number;
  to: number;
}

/** `every ICS`, `42 systems`, `nine overspending ICSs`, `two in three trusts`. */
function wideBefore(words: readonly Word[], noun: number): Stretch | null {
  const word = words[noun];
  if (!word) return null;
  const plural = BODIES.has(word.text);
  if (!plural && !ONE_OF_EACH.has(word.text)) return null;
  const health = word.text.startsWith('ic') || word.text.startsWith('trust') || word.text.startsWith('ft');
  for (let at = noun - 1; at >= Math.max(0, noun - 5); at -= 1) {
    const before = words[at];
    if (!before || /[.:;!?]/.test(words[at + 1]?.gap ?? '')) return null;
    const number = NUMBERS[before.text] ?? (/^\d{1,3}$/.test(before.text) ? Number(before.text) : null);
    if (number !== null) {
      const least = BOARDS.has(word.text) ? MANY_SYSTEMS : MANY_TRUSTS;
      // `one in three trusts`; not `deaths in two trusts`.
      const share = words[at - 1]?.text === 'in' && isCount(words[at - 2]);
      const dozen = before.text === 'dozen' && words[at - 1]?.text === 'half' ? 6 : number;
      if (plural && (dozen >= least || (share && number >= 2)))
        return { from: share ? Math.max(0, at - 2) : at, to: noun };
      return null;
    }
    if (ALL.has(before.text)) {
      if (before.text === 'every' || before.text === 'each') return plural || !health ? null : { from: at, to: noun };
      return plural && (health || before.text === 'all') ? { from: at, to: noun } : null;
    }
    if (!KINDS.has(before.text)) return null;
  }
  return null;
}

function isCount(word: Word | undefined): boolean {
  return word !== undefined && (word.text === 'one' || word.text in NUMBERS || /^\d{1,2}$/.test(word.text));
}

/** `NHSE tells trusts ...`, `ICBs told to ...`, or boards without a number at the start of a story. */
function ledByTheCentre(words: readonly Word[], noun: number, field: TextField): Stretch | null {
  const word = words[noun];
  if (!word || !(BOARDS.has(word.text) || word.text === 'trusts')) return null;
  const prior = words[noun - 1];
  const next = words[noun + 1];
  if (prior && SOME.has(prior.text)) return null;
  const near = words.slice(Math.max(0, noun - 5), noun + 4);
  if (near.some(({ text }) => SOME.has(text))) return null;
  const isTold = near.some(({ text }) => TELLS.has(text));
  const centre = words.some(({ text }) => CENTRE.has(text));
  if (isTold && (centre || next === undefined || TELLS.has(next.text))) return { from: noun, to: noun };
  const boards = word.text === 'icbs' || word.text === 'icss';
  return boards && field === 'headline' ? { from: noun, to: noun } : null;
}
