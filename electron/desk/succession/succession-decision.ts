import type { SystemCode } from '../../../shared/models.ts';
import { MOVE_GROUNDS, type MoveGround } from '../../../shared/systems/succession.ts';
import { type Evidence, type Reason, TEXT_FIELDS } from '../../../shared/tagging/reasons.ts';
import type { Span } from '../../suggest/entries.ts';
import type { Reader, Reading, StoryText, TextMark } from '../../suggest/reader.ts';
import type { FiledText } from './ended-tags.ts';

/** Why a story of a divided system belongs to one of its parts, from the story's own words. */
export interface TextGround {
  home: SystemCode;
  ground: MoveGround;
  evidence: Evidence;
}

/** Readers of a story as of the former system's last day, and as of today. */
export interface ReaderPair {
  eve: Reader;
  now: Reader;
}

export interface Divided {
  from: SystemCode;
  /** Every system that took over a part. */
  homes: readonly SystemCode[];
  /** The parts that an editor has not ruled out. */
  open: readonly SystemCode[];
}

/**
 * Which parts of a divided system a story is about. A word counts when its meaning lay in the former system and lies in
 * exactly one of its homes today: a home may be larger than the part it took over, so a place elsewhere in it proves
 * nothing. The words that the tag itself rests on decide first, together with each part that is plainly named. A name
 * that is ambiguous in the whole country may be plain within one system. It decides only where nothing better does and
 * it points to one home.
 */
export function decideByText(text: FiledText, divided: Divided, readers: ReaderPair): TextGround[] {
  const { headline, standfirst, alt } = text;
  return decide({ headline, standfirst, alt, body: null }, text.evidence, divided, readers);
}

/** A body names many places in passing, so it decides only where the other fields do not. */
export function decideByBody(body: string, divided: Divided, readers: ReaderPair): TextGround[] {
  return decide({ headline: '', standfirst: null, alt: null, body }, null, divided, readers);
}

function decide(text: StoryText, evidence: Evidence | null, divided: Divided, readers: ReaderPair): TextGround[] {
  const found = groundsIn(text, divided, readers);
  const own = evidence ? found.filter((ground) => isSameWord(ground.evidence, evidence)) : [];
  const plain = found.filter((ground) => ground.evidence.level === 'named');
  const told = evidence && own.length === 0 ? groundsOfEntity(evidence, divided, readers) : [];
  const decided = onePerHome([...own, ...told, ...plain]);
  if (decided.length > 0) return decided;
  const hinted = onePerHome(found);
  return hinted.length === 1 ? hinted : [];
}

function groundsIn(text: StoryText, divided: Divided, { eve, now }: ReaderPair): TextGround[] {
  const before = eve.read(text);
  const layThere = before.marks.filter(({ codes }) => codes.includes(divided.from));
  if (layThere.length === 0) return [];
  const today = now.read(text);
  const lies = today.marks.filter((mark) => layThere.some((other) => overlap(other, mark)));
  const silent = layThere.filter((mark) => !today.marks.some((other) => overlap(other, mark)));
  return [...lies, ...silent.flatMap((mark) => readAlone(mark, now))]
    .flatMap((mark) => {
      const home = onlyHome(mark, divided);
      if (home === null) return [];
      const reason = reasonOf(mark, today, before);
      const ground = MOVE_GROUNDS.find((known) => known === reason.kind);
      return ground ? [{ home, ground, evidence: { ...reason, level: mark.level } }] : [];
    })
    .sort((a, b) => standing(a.evidence) - standing(b.evidence));
}

/**
 * A name that is also an ordinary word may have counted because another place in the same system was next to it. Where
 * that place lies in another system today, read the name alone, in a sentence that leaves no doubt of its kind.
 */
function readAlone(mark: TextMark, now: Reader): TextMark[] {
  const headline = `A hospital in ${mark.phrase}`;
  const alone = now.read({ headline, standfirst: null, alt: null, body: null }).marks;
  return alone.flatMap(({ phrase, codes }) => (phrase === mark.phrase ? [{ ...mark, codes }] : []));
}

/** A story may have been re-worded since it was tagged: then read the entity that the tag rests on. */
function groundsOfEntity(evidence: Evidence, divided: Divided, readers: ReaderPair): TextGround[] {
  const name = { headline: evidence.entity, standfirst: null, alt: null, body: null };
  return groundsIn(name, divided, readers).map(({ home, ground }) => ({ home, ground, evidence }));
}

function onlyHome({ codes }: TextMark, { homes, open }: Divided): SystemCode | null {
  const [home, ...others] = codes.filter((code) => homes.includes(code));
  return home !== undefined && others.length === 0 && open.includes(home) ? home : null;
}

function reasonOf(mark: TextMark, ...readings: Reading[]): Reason {
  const { field, start, end, phrase } = mark;
  for (const { suggestions } of readings) {
    const told = suggestions.find(({ reason }) => isSameSpan(reason, mark));
    if (told) return { ...told.reason };
  }
  // A reading has only the best reason for each system; other words in that system are only marks.
  return { kind: 'place', entity: phrase, field, start, end, phrase };
}

function onePerHome(grounds: readonly TextGround[]): TextGround[] {
  return [...new Map([...grounds].reverse().map((ground) => [ground.home, ground])).values()].reverse();
}

/** Sort key: certain before possible, then headline before the other fields. */
function standing({ level, field, start }: Evidence): number {
  return (level === 'named' ? 0 : 1e7) + TEXT_FIELDS.indexOf(field) * 1e6 + Math.min(start, 999_999);
}

function isSameWord(a: Evidence, b: Evidence): boolean {
  return isSameSpan(a, b) || (a.field === b.field && a.phrase === b.phrase);
}

function isSameSpan(a: Omit<Span, 'phrase'>, b: Omit<Span, 'phrase'>): boolean {
  return a.field === b.field && a.start === b.start && a.end === b.end;
}

function overlap(a: Span, b: Span): boolean {
  return a.field === b.field && a.start < b.end && b.start < a.end;
}
