import type { EditorTeaser, OverrideField } from '../../../../shared/models.ts';
import { isImageTakenOff } from '../image-words.ts';

/** Returns a field's words as the page shows them now. */
export function shownWords(
  teaser: Pick<EditorTeaser, 'headline' | 'standfirst' | 'kicker' | 'image'>,
  field: OverrideField,
): string {
  return (field === 'alt' ? teaser.image?.alt : teaser[field]) ?? '';
}

/** Returns the words shown when none are written for the page. Without an image its label is hidden too. */
function unwrittenWords(teaser: Pick<EditorTeaser, 'image' | 'source' | 'overrides'>, field: OverrideField): string {
  return (field === 'alt' && isImageTakenOff(teaser) ? null : teaser.source[field]) ?? '';
}

export type Commit =
  | { kind: 'nothing' }
  /** Null resets the field to the source. */
  | { kind: 'write'; value: string | null }
  | { kind: 'refuse'; reason: string };

/**
 * Returns what to save when a field is left. Words equal to the source's are not an override, so that later changes
 * of the source still reach the page.
 */
export function commitOf(
  teaser: Pick<EditorTeaser, 'headline' | 'standfirst' | 'kicker' | 'image' | 'source' | 'overrides'>,
  field: OverrideField,
  draft: string,
): Commit {
  const words = draft.trim();
  if (words === shownWords(teaser, field)) return { kind: 'nothing' };
  if (field === 'headline' && words === '') {
    return { kind: 'refuse', reason: 'A teaser needs a headline. Write one, or reset it to the source.' };
  }
  if (words === unwrittenWords(teaser, field)) {
    return teaser.overrides.includes(field) ? { kind: 'write', value: null } : { kind: 'nothing' };
  }
  return { kind: 'write', value: words };
}

/** Returns the days of a placement, or a sentence that says what is wrong with them. */
export function readDays(
  from: string,
  until: string,
): { ok: true; from: string | null; until: string | null } | { ok: false; reason: string } {
  if (from !== '' && until !== '' && until < from) return { ok: false, reason: 'The last day comes before the first.' };
  return { ok: true, from: from || null, until: until || null };
}
