import { Ellipsis, GripVertical, Pin } from 'lucide-react';
import type { EditorTeaser, StoryId, SystemCode } from '../../../../shared/models.ts';
import { Chip } from '../../../ui/Chip.tsx';
import { cx } from '../../../ui/cx.ts';
import { DragHandle, ListRow } from '../../../ui/ListRow.tsx';
import layoutStyles from '../../../ui/layout.module.css';
import rowStyles from '../../../ui/rows.module.css';
import { formatReworded, formatSchedule } from '../page-words.ts';
import { Drift } from '../reword/Drift.tsx';
import type { Surroundings } from '../teaser-rows.ts';
import styles from './TeaserList.module.css';
import { ElsewhereWords, FoldLine, spokenNotes, TeaserNoteMarks } from './TeaserNoteMarks.tsx';
import { TeaserThumb } from './TeaserThumb.tsx';
import type { TeaserNotes } from './teaser-notes.ts';
import { ZoneHeading } from './ZoneHeading.tsx';

// One element for all rows, so that it is not rendered again with the row's words.
const GRIP = <GripVertical size={14} aria-hidden="true" />;
const PIN = <Pin size={15} aria-hidden="true" />;
const MORE = <Ellipsis size={16} aria-hidden="true" />;

export function TeaserCard({
  id,
  teaser,
  of,
  system,
  around,
  notes,
  isCut,
  onMenu,
}: {
  id: StoryId;
  teaser: EditorTeaser;
  of: number;
  system: SystemCode;
  around: Surroundings | undefined;
  notes: TeaserNotes | undefined;
  /** True for a cut teaser. It leaves this page when it is pasted on another. */
  isCut: boolean;
  onMenu: (id: StoryId, point: { x: number; y: number }) => void;
}) {
  const reworded = formatReworded(teaser.overrides);
  const runs = formatSchedule(teaser.from, teaser.until);
  const drifted = teaser.drift.length > 0 ? 'its source has changed since' : null;
  const under = [teaser.why, runs].filter(Boolean).join(' · ');
  const from = teaser.nearby ? `from ${teaser.nearby.shortName}` : null;
  const cut = isCut ? 'cut, stays here until it is pasted' : null;
  return (
    <ListRow
      id={id}
      value={teaser}
      textValue={teaser.headline}
      aria-label={`${teaser.position} of ${of}: ${teaser.headline}. ${[under, from, reworded, drifted, ...spokenNotes(notes), cut].filter(Boolean).join(', ')}`}
      className={cx(styles['item'], teaser.placed === 'filled' && styles['fill'], isCut && styles['cut'])}
    >
      {around?.heading ? <ZoneHeading heading={around.heading} system={system} /> : null}
      <div className={styles['card']}>
        <DragHandle className={styles['grip'] ?? ''}>{GRIP}</DragHandle>
        <span className={styles['position']}>{teaser.position}</span>
        <div className={styles['words']}>
          <p className={styles['headline']}>{teaser.headline}</p>
          <p className={layoutStyles['whyLine']}>
            {isCut ? <Chip tone="outline">Cut</Chip> : null}
            <span>
              {under}
              {notes ? <ElsewhereWords notes={notes} /> : null}
            </span>
            {teaser.nearby ? <Chip tone="outline">From {teaser.nearby.shortName}</Chip> : null}
            {reworded ? <Chip className={styles['reworded']}>{reworded}</Chip> : null}
            {notes ? <TeaserNoteMarks notes={notes} /> : null}
          </p>
          {teaser.drift.length > 0 ? <Drift teaser={teaser} system={system} /> : null}
        </div>
        <TeaserThumb image={teaser.image} />
        {teaser.placed === 'pinned' ? (
          <span className={styles['pin']} role="img" aria-label={`Pinned at ${teaser.pinNumber ?? teaser.position}`}>
            {PIN}
          </span>
        ) : null}
        <button
          type="button"
          className={cx(styles['more'], rowStyles['sunken'])}
          aria-label={`More for teaser ${teaser.position}`}
          aria-haspopup="menu"
          onClick={({ currentTarget }) => {
            const box = currentTarget.getBoundingClientRect();
            onMenu(id, { x: box.left, y: box.bottom });
          }}
        >
          {MORE}
        </button>
      </div>
      {notes?.isLastSeen ? <FoldLine /> : null}
    </ListRow>
  );
}
