import type { PageChange, VersionSummary, WordChange } from '../../../../shared/pages/versions.ts';
import { counted } from '../../../../shared/words/counted.ts';
import { shortDay } from '../../../../shared/words/day-words.ts';

import { wallTime } from '../../../state/wall-time.ts';

/** `22 Nov, 10:00`: a version's name in a list of several. */
export function versionName({ at }: Pick<VersionSummary, 'at'>, today: string): string {
  const { day, time } = wallTime(at);
  return `${shortDay(day, today)}, ${time}`;
}

/** `3 changes since sign-off`, `signed off`, or `never signed off`. */
export function formatSignOff({ signed, changes }: { signed: VersionSummary | null; changes: number }): string {
  if (signed === null) return 'never signed off';
  if (changes === 0) return 'signed off';
  return counted(changes, 'change since sign-off', 'changes since sign-off');
}

const CHANGE_ORDER = ['added', 'moved', 'reworded', 'removed'] as const;
const CHANGE_WORDS: Record<PageChange['change'], string> = {
  added: 'Added',
  moved: 'Moved',
  reworded: 'Re-worded',
  removed: 'Removed',
};

/** Groups changes by kind, in a fixed order. Kinds without changes are left out. */
export function changeGroups(
  changes: readonly PageChange[],
): { change: PageChange['change']; title: string; changes: PageChange[] }[] {
  return CHANGE_ORDER.flatMap((change) => {
    const these = changes.filter((one) => one.change === change);
    return these.length === 0 ? [] : [{ change, title: CHANGE_WORDS[change], changes: these }];
  });
}

export const WORD_NAMES: Record<WordChange['field'], string> = {
  headline: 'Headline',
  standfirst: 'Standfirst',
  kicker: 'Kicker',
  alt: 'Image label',
  image: 'Image',
  dateLine: 'Date line',
};
