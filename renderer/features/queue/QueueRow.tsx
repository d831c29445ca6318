// biome-ignore-all lint/a11y/useSemanticElements: a virtualised grid is made of positioned boxes; the roles replace a table's elements.
// biome-ignore-all lint/a11y/useFocusableInteractive: the grid has the focus and names the active row.
// biome-ignore-all lint/a11y/useKeyWithClickEvents: the grid handles the keys.
import { Check } from 'lucide-react';
import { type MouseEvent, memo } from 'react';
import type { StoryRow, System, SystemCode } from '../../../shared/models.ts';
import type { Offers } from '../../../shared/tagging/suggestions.ts';
import { shortDay } from '../../../shared/words/day-words.ts';
import { Chip } from '../../ui/Chip.tsx';
import { cx } from '../../ui/cx.ts';
import layoutStyles from '../../ui/layout.module.css';
import rowStyles from '../../ui/rows.module.css';
import styles from './QueueRow.module.css';
import { summaryOf } from './queue-offers.ts';

export const rowElementId = (index: number) => `queue-row-${index}`;

export interface QueueRowProps {
  story: StoryRow;
  offers: Offers | undefined;
  byCode: ReadonlyMap<SystemCode, System>;
  today: string;
  index: number;
  startPx: number;
  isOpen: boolean;
  isTicked: boolean;
  onPointer: (event: MouseEvent, index: number, story: StoryRow, part: 'check' | 'row') => void;
}

export const QueueRow = memo(function QueueRow(props: QueueRowProps) {
  const { story, offers, byCode, today, index, startPx, isOpen, isTicked, onPointer } = props;
  return (
    <div
      id={rowElementId(index)}
      role="row"
      aria-rowindex={index + 1}
      aria-selected={isTicked}
      data-index={index}
      data-open={isOpen || undefined}
      className={cx(styles['row'], rowStyles['panel'], isOpen && styles['open'], isTicked && styles['ticked'])}
      style={{ transform: `translateY(${startPx}px)` }}
      onClick={(event) => onPointer(event, index, story, 'row')}
    >
      <div role="gridcell" className={styles['check']} onClick={(event) => onPointer(event, index, story, 'check')}>
        <span className={cx(layoutStyles['box'], isTicked && layoutStyles['boxTicked'])}>
          {isTicked ? <Check size={12} aria-hidden="true" /> : null}
        </span>
      </div>
      <div role="gridcell" className={styles['story']} {...(isOpen ? { 'aria-current': 'true' as const } : {})}>
        <div className={styles['copy']}>
          <div className={styles['headline']}>{story.headline}</div>
          {story.standfirst ? <div className={styles['standfirst']}>{story.standfirst}</div> : null}
        </div>
        <div className={styles['meta']}>
          <span className={layoutStyles['fixed']}>
            {[story.publishedAt ? shortDay(story.publishedAt, today) : 'undated', story.kind]
              .filter(Boolean)
              .join(' · ')}
          </span>
          <Summary story={story} offers={offers} byCode={byCode} />
        </div>
      </div>
    </div>
  );
});

/** Summary shows where the story is filed and what is offered: tags solid, offers in the colour of their level. */
function Summary({ story, offers, byCode }: Pick<QueueRowProps, 'story' | 'offers' | 'byCode'>) {
  const names = story.systems.map(({ code }) => byCode.get(code)?.shortName ?? code);
  if (story.national) names.unshift('National');
  const parts = offers ? summaryOf(offers) : [];
  // The number of names that fit in the row.
  const shown = parts.length > 0 ? 1 : 2;
  const more = names.length - shown;
  return (
    <>
      {parts.map(({ tone, text }) => (
        <Chip
          key={tone}
          tone={tone === 'national' ? 'outline' : tone}
          className={cx(styles['offer'], layoutStyles['fixed'])}
        >
          {text}
        </Chip>
      ))}
      {names.slice(0, shown).map((name) => (
        <Chip key={name} title={`Filed to ${name}`} className={styles['filed']}>
          {name}
        </Chip>
      ))}
      {more > 0 ? <span className={layoutStyles['fixed']}>+{more}</span> : null}
      {offers && parts.length === 0 && names.length === 0 ? <span>nothing offered</span> : null}
    </>
  );
}

export function PlaceholderRow({ index, startPx }: { index: number; startPx: number }) {
  return (
    <div
      id={rowElementId(index)}
      role="row"
      aria-rowindex={index + 1}
      aria-busy="true"
      className={cx(styles['row'], rowStyles['panel'])}
      style={{ transform: `translateY(${startPx}px)` }}
    >
      <div role="gridcell" className={styles['placeholder']} aria-label="Loading">
        <span />
        <span />
      </div>
    </div>
  );
}
