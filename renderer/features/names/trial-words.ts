import type { SystemCode } from '../../../shared/models.ts';
import type { NameTrial, TrialState } from '../../../shared/tagging/names.ts';
import { counted } from '../../../shared/words/counted.ts';
import { count } from './names-model.ts';

/** The label of each filter over the trial's stories, with its count. */
export const STATE_WORDS: Record<TrialState, { filter: (value: number) => string; row: string }> = {
  gains: { filter: (value) => `${count(value)} would gain an offer`, row: 'would gain an offer' },
  offered: { filter: (value) => `${count(value)} offered already`, row: 'offered already' },
  tagged: { filter: (value) => `${count(value)} filed there`, row: 'filed there' },
  rejected: { filter: (value) => `${count(value)} rejected`, row: 'rejected' },
  silent: { filter: (value) => `${count(value)} not offered`, row: 'not offered' },
};

/** `Found in 214 of 100,000 stories.` When not all could be read, it says how many were. */
export function formatFoundIn(trial: NameTrial): string {
  if (trial.library === 0) return 'The library has no stories yet to try it on.';
  if (trial.contains === 0) return `Found in none of ${counted(trial.library, 'story', 'stories')}.`;
  if (trial.read < trial.candidates) {
    return `Found in ${counted(trial.contains, 'story', 'stories')} of the ${count(trial.read)} newest stories read; ${count(
      trial.candidates - trial.read,
    )} more may contain it.`;
  }
  return `Found in ${count(trial.contains)} of ${counted(trial.library, 'story', 'stories')}.`;
}

/** Where the stories are filed now: `Kent and Medway 150, Surrey 12, national 3, not filed 40`. */
export function formatFiledNow(trial: NameTrial, nameOfSystem: (code: SystemCode) => string, most = 6): string {
  const shown = trial.filed.slice(0, most).map(({ code, count: stories }) => `${nameOfSystem(code)} ${count(stories)}`);
  const rest = trial.filed.length - shown.length;
  if (rest > 0) shown.push(counted(rest, 'other system', 'other systems'));
  if (trial.national > 0) shown.push(`national ${count(trial.national)}`);
  if (trial.unfiled > 0) shown.push(`not filed ${count(trial.unfiled)}`);
  return shown.join(', ');
}
