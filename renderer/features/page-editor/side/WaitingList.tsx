import type { PageView, SystemCode, WaitingPlacement } from '../../../../shared/models.ts';
import { counted } from '../../../../shared/words/counted.ts';
import { useAppState } from '../../../state/app-state.tsx';
import { Button } from '../../../ui/Button.tsx';
import { Chip } from '../../../ui/Chip.tsx';
import layoutStyles from '../../../ui/layout.module.css';
import textStyles from '../../../ui/text.module.css';
import { waitingId } from '../focus-teaser.ts';
import { formatSchedule, formatWaiting, waitingActions } from '../page-words.ts';
import { placeStory, releaseStory } from '../placing/page-actions.ts';
import { scheduleTeaser } from '../reword/reword-actions.ts';
import styles from './WaitingList.module.css';

/** WaitingList lists placements that do not show now, each with its reason and its actions. */
export function WaitingList({ system, page }: { system: SystemCode; page: PageView }) {
  // Stories taken off have a list of their own, with who did it and when.
  const waiting = page.waiting.flatMap(({ why, ...rest }) => (why === 'taken-off' ? [] : [{ ...rest, why }]));
  if (waiting.length === 0) return null;
  return (
    <section aria-label="Waiting">
      <h3 className={styles['heading']}>
        <strong className={textStyles['lead']}>Waiting</strong>{' '}
        {counted(waiting.length, 'placed story does', 'placed stories do')} not show now
      </h3>
      <ul className={styles['list']}>
        {waiting.map((placement) => (
          <WaitingRow key={placement.placementId} system={system} placement={placement} />
        ))}
      </ul>
    </section>
  );
}

type Shown = Omit<WaitingPlacement, 'why'> & { why: Exclude<WaitingPlacement['why'], 'taken-off'> };

const ACTION_LABELS = {
  place: 'Put back',
  'open-days': 'Remove the day limits',
  release: 'Let the zone fill it',
} as const;

function WaitingRow({ system, placement }: { system: SystemCode; placement: Shown }) {
  const state = useAppState();
  const { label, message } = formatWaiting(placement.why);
  const runs = formatSchedule(placement.from, placement.until);
  const act = {
    place: () => placeStory(state, placement),
    'open-days': () => scheduleTeaser(state, system, placement.articleId, { from: null, until: null }),
    release: () => releaseStory(state, system, placement.articleId),
  };
  return (
    <li className={styles['row']} id={waitingId(placement.articleId)}>
      <div className={styles['words']}>
        <p className={styles['headline']}>{placement.headline}</p>
        <p className={styles['why']}>
          <Chip tone="possible">{label}</Chip> {message}
          {runs ? ` It is set to run ${runs}.` : ''}
        </p>
      </div>
      <div className={layoutStyles['wraps']}>
        {waitingActions(placement.why).map((action) => (
          <Button
            key={action}
            aria-label={`${ACTION_LABELS[action]}: ${placement.headline}`}
            onPress={() => void act[action]()}
          >
            {ACTION_LABELS[action]}
          </Button>
        ))}
      </div>
    </li>
  );
}
