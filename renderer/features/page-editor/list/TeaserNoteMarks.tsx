import { Link2 } from 'lucide-react';
import { memo } from 'react';
import { Chip } from '../../../ui/Chip.tsx';
import { FOLD_WORDS } from '../preview/fold.ts';
import styles from './TeaserNoteMarks.module.css';
import type { TeaserNotes } from './teaser-notes.ts';

/** ElsewhereWords ends a teaser's second line with the other pages that show the story. */
export const ElsewhereWords = memo(function ElsewhereWords({ notes }: { notes: TeaserNotes }) {
  if (!notes.elsewhere) return null;
  return <span title={notes.elsewhere.names}> · {notes.elsewhere.message}</span>;
});

/** TeaserNoteMarks shows whether the story is a joint lead, and its number on the compared page. */
export const TeaserNoteMarks = memo(function TeaserNoteMarks({ notes: { sameStory, joint } }: { notes: TeaserNotes }) {
  return (
    <>
      {joint ? (
        <Chip tone="outline" title={joint}>
          joint lead
        </Chip>
      ) : null}
      {sameStory ? <SameStoryMark message={sameStory} /> : null}
    </>
  );
});

export function SameStoryMark({ message }: { message: string }) {
  return (
    <Chip tone="named" className={styles['sameStory']}>
      <Link2 size={12} aria-hidden="true" />
      {message}
    </Chip>
  );
}

/**
 * FoldLine is drawn under the last teaser seen without scrolling. It is hidden from screen readers: the row says it
 * in words.
 */
export function FoldLine() {
  return (
    <p className={styles['fold']} aria-hidden="true">
      <span>{FOLD_WORDS}</span>
    </p>
  );
}

/** The notes as a screen reader hears them, as part of the row. */
export function spokenNotes(notes: TeaserNotes | undefined): (string | null)[] {
  if (!notes) return [];
  return [
    notes.elsewhere?.message ?? null,
    notes.joint ? 'joint lead' : null,
    notes.sameStory,
    notes.isLastSeen ? FOLD_WORDS : null,
  ];
}
