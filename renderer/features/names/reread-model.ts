import type { EntryId } from '../../../shared/models.ts';
import type { Reread } from '../../../shared/tagging/names.ts';
import { inQuotes } from '../../../shared/words/quotes.ts';
import type { RereadAnswer } from './names-slice.ts';

export const keyOfReread = ({ articleId, code }: Pick<Reread, 'articleId' | 'code'>): string => `${articleId} ${code}`;

/** Returns the answers that still apply. An undone answer is asked again. */
export function standingAnswers(
  answers: ReadonlyMap<string, RereadAnswer>,
  undone: ReadonlySet<EntryId>,
): ReadonlyMap<string, RereadAnswer> {
  return new Map([...answers].filter(([, answer]) => !('entryId' in answer && undone.has(answer.entryId))));
}

/** The index of the first tag without an answer; null when every tag has one. */
export function nextOpen(sample: readonly Reread[], answers: ReadonlyMap<string, unknown>): number | null {
  const at = sample.findIndex((reread) => !answers.has(keyOfReread(reread)));
  return at === -1 ? null : at;
}

const NUMBERS = ['none', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];

/** `2 of 20 were wrong; both from “Queen Elizabeth”.` */
export function formatRereadResult(sample: readonly Reread[], answers: ReadonlyMap<string, RereadAnswer>): string {
  const withVerdict = (verdict: RereadAnswer['verdict']) =>
    sample.filter((reread) => answers.get(keyOfReread(reread))?.verdict === verdict);
  const wrong = withVerdict('wrong');
  const judged = wrong.length + withVerdict('right').length;
  if (judged === 0) return 'You judged none of them.';
  if (wrong.length === 0) return judged === 1 ? 'The one you judged was right.' : `All ${judged} were right.`;
  const first = `${wrong.length} of ${judged} ${wrong.length === 1 ? 'was' : 'were'} wrong`;
  return `${first}${formatBlame(wrong)}.`;
}

function formatBlame(wrong: readonly Reread[]): string {
  const times = new Map<string, number>();
  for (const { evidence } of wrong) {
    if (evidence) times.set(evidence.phrase, (times.get(evidence.phrase) ?? 0) + 1);
  }
  const [worst, next] = [...times].sort(([, a], [, b]) => b - a);
  if (!worst) return '';
  const [phrase, number] = worst;
  if (number === wrong.length) {
    const all = number === 1 ? '' : number === 2 ? 'both ' : `all ${NUMBERS[number] ?? number} `;
    return `; ${all}from ${inQuotes(phrase)}`;
  }
  // When every phrase was wrong equally often, no phrase is named.
  if (number === 1 || (next && next[1] === number)) return '';
  return `; ${NUMBERS[number] ?? number} of them from ${inQuotes(phrase)}`;
}
