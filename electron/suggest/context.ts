import type { Word } from './fold.ts';
import type { Weakness } from './gazetteer.ts';
import type { Hit } from './meaning.ts';
import * as lists from './words.ts';

/**
 * What a hit means given the words around it. `silent` is too wide or lies in no system. `doubtful` is a name that
 * needs support from elsewhere in the text. `person` is a surname, here and in the rest of the story.
 */
export type HitVerdict = 'named' | 'possible' | 'doubtful' | 'silent' | 'person' | 'no';

export interface Setting {
  words: readonly Word[];
  /** First and last word of the hit. */
  first: number;
  last: number;
  /** Whether the hit ends in a word that makes it a body's name: `trust` of `UHS trust`, `ICB` of `SEL ICB`. */
  lengthened: boolean;
  label: boolean;
  /** All capitals, so that a capital shows nothing. */
  shouting: boolean;
  /** Whether a word belongs to another hit. */
  taken: (word: number) => boolean;
}

const JOINED = /^[ \u00a0\n_-]$/;
const MONTHS = new Set(['march']);
const EVEN_SMALL = new Set(
  'university universities college racecourse airport mats vaccine marathon cathedral stadium festival conference summit congress expo'.split(
    ' ',
  ),
);
const ELSEWHERE_BEFORE = new Set('born raised embassy married holiday holidaying honeymoon'.split(' '));

export function judge(hit: Hit, at: Setting): HitVerdict {
  const { always, series, weak, placelike, matchCase } = hit.meaning;
  if (always) return always;
  if (series) return headsStory(at) ? 'possible' : 'silent';
  if (matchCase) {
    if (weak === null && !at.shouting) return 'named';
    // `UHS beds` means the trust; a system's abbreviation alone proves less (`GM beds`).
    const isConfirmed = at.lengthened || nounAfter(at, weak === null || !placelike) || nounBefore(at);
    if (isConfirmed) return 'named';
    // A label that is only `UHB`: its capitals show nothing, but few other words appear alone.
    return weak === null && standsAloneInLabel(at) ? 'possible' : 'doubtful';
  }
  if (placelike || at.first === at.last) {
    const excluded = excludedBy(at);
    if (excluded) return excluded;
  }
  if (at.lengthened && weak !== null) return 'named';
  if (weak === null) return !placelike && goesOn(hit, at) ? 'no' : 'named';
  return placelike ? judgeWeakPlace(hit, at, weak) : judgeWeakBody(hit, at, weak);
}

/** A column's title opens the headline, with or without `the`, and ends in a colon. */
function headsStory({ words, first, last }: Setting): boolean {
  const next = words[last + 1];
  const opens = first === 0 || (first === 1 && words[0]?.text === 'the');
  return opens && (next === undefined || /^\s*[:|–—-]/.test(next.gap));
}

function after(at: Setting, steps = 1): Word | null {
  const word = at.words[at.last + steps];
  return word && JOINED.test(word.gap) ? word : null;
}

function before(at: Setting, steps = 1): Word | null {
  const word = at.words[at.first - steps];
  const next = at.words[at.first - steps + 1];
  return word && next && JOINED.test(next.gap) ? word : null;
}

/** Contexts in which even a strong place name does not mean the place, or means only its council. */
function excludedBy(at: Setting): HitVerdict | null {
  const next = at.words[at.last + 1];
  const then = at.words[at.last + 2];
  if (next && /^ ?[,(]/.test(next.gap) && lists.ABROAD.has(next.text)) return 'no';
  if (next && /^,/.test(next.gap) && next.text === 'new' && then?.upper) return 'no';
  const prior = before(at);
  const earlier = prior ? before(at, 2) : null;
  if (prior) {
    if (prior.text === 'new' && prior.upper) return 'no';
    if (prior.text === 'of' && earlier && (lists.LEARNING.has(earlier.text) || peerage(at))) return 'no';
    if (prior.upper && (lists.PERSON_TITLES.has(prior.text) || lists.TITLES.has(prior.text))) return 'person';
    if (lists.PLACE_PREPOSITIONS.has(prior.text) && earlier && ELSEWHERE_BEFORE.has(earlier.text)) return 'no';
    if (earlier?.upper && prior.upper && lists.PERSON_TITLES.has(earlier.text)) return 'person';
    if (isGivenName(prior, at) && prior.owner === null) return 'person';
    if (prior.text === 'for' && (earlier?.text === 'mp' || earlier?.text === 'mps')) return 'possible';
  }
  if (seatOfFirm(at)) return 'no';
  if (atGathering(at) || partyInCourt(at)) return 'doubtful';
  const range = inRange(at);
  if (range) return range;
  const follows = after(at);
  if (!follows) return null;
  if (follows.gap === '-' && follows.text === 'born') return 'no';
  if (follows.gap === '-' && lists.LIKENESS.has(follows.text)) return 'doubtful';
  if (lists.SCHOLARS.has(follows.text)) return 'doubtful';
  if (civic(at, follows)) return 'possible';
  if (namesOther(at)) return 'no';
  return null;
}

/**
 * `a Birmingham-based consultancy`, `the firm, based in Leeds`: where a business has its office, not where it works.
 */
function seatOfFirm(at: Setting): boolean {
  if (after(at)?.text === 'based') {
    for (let steps = 2; steps <= 4; steps += 1) if (lists.FIRMS.has(after(at, steps)?.text ?? '')) return true;
    return false;
  }
  if (before(at)?.text !== 'in' || before(at, 2)?.text !== 'based') return false;
  return inClauseBefore(at, 5, ({ text }) => lists.FIRMS.has(text));
}

/** `the party conference in Brighton`, `Confed conference, Liverpool`. */
function atGathering(at: Setting): boolean {
  const led = /^(?:in|at)$/.test(before(at)?.text ?? '') || /^, /.test(at.words[at.first]?.gap ?? '');
  return led && inClauseBefore(at, 5, ({ text }) => lists.GATHERINGS.has(text));
}

/** `Poole and others v Secretary of State`: a party to a case, often by surname. */
function partyInCourt(at: Setting): boolean {
  for (let i = at.last + 1; i <= at.last + 4; i += 1) {
    const word = at.words[i];
    if (!word || /[.:;!?|]/.test(word.gap)) return false;
    if (word.text === 'v' && !word.upper) return true;
  }
  return false;
}

/** Whether one of the few words before passes `test`; a colon, a full stop or a dash ends the search. */
function inClauseBefore(at: Setting, most: number, test: (word: Word) => boolean): boolean {
  for (let i = at.first - 1; i >= Math.max(0, at.first - most); i -= 1) {
    const word = at.words[i];
    if (!word || /[.:;!?|]|\s[–—-]\s/.test(at.words[i + 1]?.gap ?? '')) return false;
    if (test(word)) return true;
  }
  return false;
}

/** `Lord Stevens of Birmingham`, `Duke of Kent`: a title shortly before the `of`. */
function peerage(at: Setting): boolean {
  for (let steps = 2; steps <= 5; steps += 1) {
    const word = before(at, steps);
    if (!word?.upper) return false;
    if (lists.TITLES.has(word.text)) return true;
  }
  return false;
}

function isGivenName(word: Word, at: Setting): boolean {
  return (word.upper || at.label) && lists.GIVEN_NAMES.has(word.text) && !lists.OPENERS.has(word.text);
}

function civic(at: Setting, follows: Word): boolean {
  if (lists.CIVIC_AFTER.has(follows.text)) return true;
  const then = after(at, 2);
  if (!then) return false;
  if (follows.text === 'town' && then.text === 'hall') return true;
  if (follows.text === 'by' && then.text === 'election') return true;
  return /^(?:city|county|borough|town|district|metropolitan|crown|magistrates|safeguarding)$/.test(follows.text)
    ? lists.CIVIC_AFTER.has(then.text) || (follows.text === 'city' && then.text === 'hall')
    : false;
}

/** `Leeds Beckett University`, `Derby racecourse`: the name continues as another thing's name. */
function namesOther(at: Setting): boolean {
  for (let steps = 1; steps <= 3; steps += 1) {
    const word = after(at, steps);
    if (!word) return false;
    const name = word.owner?.text ?? word.text;
    const other = lists.OTHER_THINGS_AFTER.has(name) && (word.upper || EVEN_SMALL.has(name));
    if (other && (steps === 1 || name === 'university' || name === 'school')) {
      const then = after(at, steps + 1);
      // `Leicester University Hospitals` is not a university; a university's own possession (`university's`) is.
      if (word.owner !== null || !then) return true;
      return !(lists.HEALTH_AFTER.has(then.text) && (then.upper || lists.NHS_NOUNS.has(then.text)));
    }
    const medicalSchool = word.text === 'medical' && after(at, steps + 1)?.text === 'school';
    if (medicalSchool) continue;
    if (!word.upper || lists.NHS_NOUNS.has(word.text) || lists.HEALTH_AFTER.has(word.text)) return false;
  }
  return false;
}

function judgeWeakPlace(hit: Hit, at: Setting, weak: Weakness): HitVerdict {
  const word = at.words[at.first];
  if (!word || (at.first === at.last && !word.upper)) return 'no';
  const only = at.first === at.last ? word.text : '';
  const owned = hit.end < (at.words[at.last]?.end ?? hit.end);
  if (MONTHS.has(only)) return 'doubtful';
  const prior = before(at);
  if (prior?.upper && !owns(prior) && !at.taken(at.first - 1) && !neutral(prior)) return 'person';
  if (nounAfter(at, weak === 'town' || (weak === 'name' && !opensSentence(at)))) return 'named';
  if (nounBefore(at) || (owned && hospitalAhead(at))) return 'named';
  const next = after(at);
  if (next?.upper && !owned && !at.taken(at.last + 1) && !neutral(next) && !emergency(at, 1)) return 'no';
  if (at.shouting) return 'doubtful';
  if (standsAloneInLabel(at)) return weak === 'town' ? 'named' : weak === 'name' ? 'possible' : 'doubtful';
  const placed = prior !== null && lists.PLACE_PREPOSITIONS.has(prior.text);
  if (weak === 'town') {
    if (placed) return 'named';
    return opensSentence(at) || at.label ? 'doubtful' : 'possible';
  }
  if (placed && weak !== 'other') return 'possible';
  return 'doubtful';
}

/** Trusts and sites whose name is also a person's or a saint's, and weak short forms. */
function judgeWeakBody(hit: Hit, at: Setting, weak: Weakness): HitVerdict {
  const prior = before(at);
  if (prior && isGivenName(prior, at)) return 'person';
  if (nounAfter(at, true)) return 'named';
  if (goesOn(hit, at)) return 'no';
  if (prior && /^(?:at|in|into|near)$/.test(prior.text)) return 'named';
  // `the James Paget` is the hospital; `the Princess Royal` may be the person.
  if (prior?.text === 'the' && weak !== 'other') return 'named';
  if (standsAloneInLabel(at) && weak !== 'other') return 'possible';
  const owned = hit.end < (at.words[at.last]?.end ?? hit.end);
  const saint = at.words[at.first]?.text === 'st' && at.last > at.first;
  // `Princess Alexandra's` may mean her own; kings and queens with a hospital are long dead.
  const royal = /^(?:prince|princess|duke|duchess)$/.test(at.words[at.first]?.text ?? '');
  return saint || (owned && at.last > at.first && !royal) ? 'possible' : 'doubtful';
}

/** Followed by a capitalised word that no other hit explains: the beginning of a longer name. */
function goesOn(hit: Hit, at: Setting): boolean {
  const next = after(at);
  if (!next?.upper || hit.end < (at.words[at.last]?.end ?? hit.end) || at.taken(at.last + 1)) return false;
  const short = at.last - at.first < 2 && !lists.HEALTH_AFTER.has(at.words[at.last]?.text ?? '');
  return short && !neutral(next) && !emergency(at, 1) && !lists.NHS_NOUNS.has(at.words[at.last]?.text ?? '');
}

/** `From Cornwall to Cumbria, ...` at the start means the whole country; elsewhere it is the ends of a move. */
function inRange(at: Setting): HitVerdict | null {
  const from = before(at);
  const second = before(at, 2);
  const opens = (word: Word | null) => word !== null && word.start <= 1;
  if (from?.text === 'from' && at.words[at.last + 1]?.text === 'to') return opens(from) ? 'no' : null;
  if (from?.text === 'to' && second && opens(before(at, 3)) && before(at, 3)?.text === 'from') return 'no';
  if (from?.text === 'between' && at.words[at.last + 1]?.text === 'and') return 'possible';
  return null;
}

/** `Ely's Princess of Wales Hospital`: a hospital missing from the gazetteer, in a place that it has. */
function hospitalAhead(at: Setting): boolean {
  for (let steps = 1; steps <= 6; steps += 1) {
    const word = after(at, steps);
    if (!word) return false;
    if (steps > 1 && /^(?:hospital|hospitals|infirmary)$/.test(word.text)) return true;
    if (!word.upper && !/^(?:of|and|the)$/.test(word.text)) return false;
  }
  return false;
}

function owns(word: Word): boolean {
  return word.owner !== null;
}

function neutral(word: Word): boolean {
  return (
    lists.COMPASS.has(word.text) ||
    lists.OPENERS.has(word.text) ||
    lists.NHS_NOUNS.has(word.text) ||
    lists.PLACE_PREPOSITIONS.has(word.text) ||
    lists.BETWEEN.has(word.text) ||
    lists.CARE_NOUNS.has(word.text)
  );
}

function nounAfter(at: Setting, care: boolean): boolean {
  for (let steps = 1; steps <= 4; steps += 1) {
    const word = after(at, steps);
    if (!word) return false;
    if (lists.NHS_NOUNS.has(word.text) || emergency(at, steps)) return true;
    if (care && lists.CARE_NOUNS.has(word.text)) return true;
    if (steps > 1 && /^cent(?:re|er)s?$/.test(word.text)) return true;
    if (word.text === 'urgent' && after(at, steps + 1)?.text === 'care') return true;
    if (!lists.BETWEEN.has(word.text)) return false;
  }
  return false;
}

/** `A&E`, which is three words here. */
function emergency(at: Setting, steps: number): boolean {
  const [a, and, e] = at.words.slice(at.last + steps, at.last + steps + 3);
  return a?.text === 'a' && a.upper && and?.text === 'and' && e?.text === 'e' && e.upper;
}

function nounBefore(at: Setting): boolean {
  const preposition = before(at);
  if (!preposition) return false;
  const noun = before(at, 2);
  if (lists.PLACE_PREPOSITIONS.has(preposition.text)) {
    return noun !== null && (lists.NHS_NOUNS.has(noun.text) || lists.CARE_NOUNS.has(noun.text));
  }
  return preposition.text === 'nhs' || (preposition.text === 'of' && noun !== null && lists.NHS_NOUNS.has(noun.text));
}

function opensSentence(at: Setting): boolean {
  const word = at.words[at.first];
  return at.first === 0 || /[.:;!?"“”‘(|]|\s[–—-]\s/.test(word?.gap ?? '');
}

/** A label that is only the name, apart from what a picture desk adds after a comma. */
function standsAloneInLabel(at: Setting): boolean {
  const next = at.words[at.last + 1];
  return at.label && at.first === 0 && (next === undefined || /^\s*[,(|:]/.test(next.gap) || /^\d/.test(next.text));
}
