import type { System } from '../../shared/models.ts';
import type { TextField } from '../../shared/tagging/suggestions.ts';
import type { Entity } from './entries.ts';
import { AMPERSAND, fold as foldCode, foldWords } from './fold.ts';

const WHERE: Readonly<Record<TextField, string>> = {
  headline: 'in the headline',
  standfirst: 'in the standfirst',
  alt: 'in the image label',
  body: 'in the body',
};

export interface Finding {
  entity: Entity;
  phrase: string;
  field: TextField;
  /** How many systems the words leave open. */
  open: number;
  /** Whether several things have this name. */
  namesakes: boolean;
  /** Whether something next to the words makes them less certain. */
  unsure: boolean;
}

/** The reason for an offer, as one sentence. */
export function whySentence({ entity, phrase, field, open, namesakes, unsure }: Finding, system: System): string {
  const subject = `${called(phrase, entity.name)}, ${WHERE[field]},`;
  const { shortName } = system;
  const several = open > 1;
  switch (entity.kind) {
    case 'name':
      if (entity.note !== '') {
        return several
          ? `${subject} ${entity.note}; ${shortName} took over part of its area.`
          : `${subject} ${entity.note}; its area is now part of ${shortName}.`;
      }
      return fold(phrase) === fold(shortName) ? `${subject} is this system.` : `${subject} names ${shortName}.`;
    case 'trust':
      if (namesakes) return `${subject} may be ${entity.name}, which serves ${shortName}.`;
      if (entity.sort === 'group') return `${subject} is a group of trusts in ${shortName}.`;
      if (entity.codes.length > 1) return `${subject} serves this system and others.`;
      return `${subject} is a trust in ${shortName}.`;
    case 'former':
      if (entity.codes.length > 1) return `${subject} served this system and others${successor(entity)}.`;
      return `${subject} was a body in ${shortName}${successor(entity)}.`;
    case 'site':
      if (namesakes) return `${subject} may be ${entity.name}, which lies in ${shortName}.`;
      return entity.note === '' ? `${subject} lies in ${shortName}.` : `${subject} is a site of ${entity.note}.`;
    case 'alias':
      return `${subject} is a name the editors use for ${shortName}.`;
    case 'series':
      if (entity.codes.length === 1) return `${subject} is a column about ${shortName}.`;
      return `${subject} is a column about a region that ${shortName} is part of.`;
    case 'person':
      return `${subject} is a person whom editors file to ${shortName}.`;
    default:
      if (namesakes) return `${subject} may be the one in ${shortName}.`;
      if (entity.codes.length > 1 && several) return `${subject} lies partly in ${shortName}.`;
      return unsure
        ? `${subject} lies in ${shortName}, but the words beside it may mean something else.`
        : `${subject} lies in ${shortName}.`;
  }
}

/** The reason shared by offers that exclude or accompany each other. */
export function rivalrySentence(phrase: string, { spans, codes }: Entity, namesakes: boolean, open: number): string {
  const number = NUMBERS[open] ?? String(open);
  if (namesakes) return `“${phrase}” fits ${number} systems; nothing else in the text decides.`;
  if (open < codes.length) return `The text leaves ${number} systems open for “${phrase}”.`;
  return `“${phrase}” ${spans ? 'covers' : 'lies in'} ${number} systems; nothing else in the text decides.`;
}

const NUMBERS = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'];

function successor({ note }: Entity): string {
  return note === '' ? '' : `; ${note} took over`;
}

/** The proper name where that was written, else the words as written. */
function called(phrase: string, name: string): string {
  if (phrase === name) return name;
  const near = Math.abs(phrase.length - name.length) <= 8 && agree(phrase, name);
  // Keep single spaces, which most are: then no new string is built.
  return near && fold(phrase) === fold(name) ? name : `“${phrase.replaceAll(/\s{2,}|[^\S ]/g, ' ')}”`;
}

/** Whether two texts may be the same words, letter by letter, so that most differences show at once. */
function agree(a: string, b: string): boolean {
  let i = pastStory(a);
  let j = pastStory(b);
  for (;;) {
    const one = nextSign(a, i);
    const other = nextSign(b, j);
    if (one === a.length || other === b.length) return one === a.length && other === b.length;
    const left = foldCode(a.charCodeAt(one));
    const right = foldCode(b.charCodeAt(other));
    // `&` is three letters: only comparing the words can decide.
    if (left === AMPERSAND || right === AMPERSAND) return true;
    if (left !== right) return false;
    i = one + 1;
    j = other + 1;
  }
}

/** The position of the next letter or ampersand; the end where there is none. */
function nextSign(text: string, from: number): number {
  let at = from;
  while (at < text.length && foldCode(text.charCodeAt(at)) < AMPERSAND) at += 1;
  return at;
}

function pastStory(text: string): number {
  return /^the\b/i.test(text) ? 3 : 0;
}

function fold(text: string): string {
  return foldWords(text).join(' ').replace(/^the /, '');
}
