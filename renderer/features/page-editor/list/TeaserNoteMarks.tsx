import { Link2 } from 'lucide-react';
import { memo } from 'react';
import { Chip } from '../../../ui/Chip.tsx';
import { FOLD_WORDS } from '../preview/fold.ts';
import styles from './TeaserNoteMarks.module.css';
import type { TeaserNotes } from './teaser-notes.ts';

/** The end of a teaser's second line: which other pages have the story. */
export const ElsewhereWords = memo(function ElsewhereWords({ notes }: { notes: TeaserNotes }) {
  if (!notes.elsewhere) return null;
  return <span title={notes.elsewhere.names}> · {notes.elsewhere.says}</span>;
});

/** Behind it: whether the story may lead several pages at once, and where the page beside has it. */
export const TeaserNoteMarks = memo(function TeaserNoteMarks({ notes: { twin, joint } }: { notes: TeaserNotes }) {
  return (
    <>
      {joint ? (
        <Chip tone="outline" title={joint}>
          joint lead
        </Chip>
      ) : null}
      {twin ? <TwinMark says={twin} /> : null}
    </>
  );
});

export function TwinMark({ says }: { says: string }) {
  return (
    <Chip tone="named" className={styles['twin']}>
      <Link2 size={12} aria-hidden="true" />
      {says}
    </Chip>
  );
}

/** Under the last teaser that is seen; the row says it in words of its own. */
export function FoldLine() {
  return (
    <p className={styles['fold']} aria-hidden="true">
      <span>{FOLD_WORDS}</span>
    </p>
  );
}

/** The same for a screen reader, as part of what the row says. */
export function spokenNotes(notes: TeaserNotes | undefined): (string | null)[] {
  if (!notes) return [];
  return [
    notes.elsewhere?.says ?? null,
    notes.joint ? 'joint lead' : null,
    notes.twin,
    notes.isLastSeen ? FOLD_WORDS : null,
  ];
}
