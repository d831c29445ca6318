import { useState } from 'react';
import { longDay } from '../../../shared/words/day-words.ts';
import { useCommandControl } from '../../commands/context.tsx';
import { useAppState, useSession } from '../../state/app-state.tsx';
import { useQuery, useSystemsByCode } from '../../state/queries.ts';
import { write } from '../../state/writes.ts';
import { Button } from '../../ui/Button.tsx';
import { Chip } from '../../ui/Chip.tsx';
import layoutStyles from '../../ui/layout.module.css';
import { Pane, PaneHeader } from '../../ui/Pane.tsx';
import { Skeleton } from '../../ui/Spinner.tsx';
import { EmptyState, ErrorState } from '../../ui/States.tsx';
import textStyles from '../../ui/text.module.css';
import styles from './Rejections.module.css';

const STEP = 100;
const MOST = 1000;

/** Rejections lists every rejected offer, newest first. Each can be offered again. */
export function Rejections() {
  const state = useAppState();
  const byCode = useSystemsByCode();
  const [limit, setLimit] = useState(STEP);
  const found = useQuery('queue.rejections', { limit }, { keepPrevious: true });
  const showStory = useSession((s) => s.showStory);
  const back = useCommandControl('go.queue');
  const total = found.data?.total ?? 0;
  return (
    <Pane label="Rejections" className={layoutStyles['fill']}>
      <PaneHeader title="Rejections" detail={found.data ? total.toLocaleString('en-GB') : null}>
        <Button onPress={back.onPress} keys={back.keys}>
          Back to the queue
        </Button>
      </PaneHeader>
      {found.error && !found.data ? (
        <ErrorState title="The rejections could not be read" message={found.error.message} onRetry={found.retry} />
      ) : !found.data ? (
        <Skeleton lines={10} label="Loading rejections" />
      ) : total === 0 ? (
        <EmptyState title="Nothing has been rejected">
          When an offer is wrong, reject it. Patchdesk lists it here and learns from it.
        </EmptyState>
      ) : (
        <div className={styles['scroll']}>
          <ul className={styles['list']}>
            {found.data.rejections.map(({ articleId, headline, code, why, by, at }) => {
              const name = code === null ? 'National' : (byCode.get(code)?.shortName ?? code);
              const input = code === null ? { id: articleId, national: true } : { id: articleId, codes: [code] };
              return (
                <li key={`${articleId} ${code ?? 'national'}`} className={styles['line']}>
                  <div className={styles['what']}>
                    <p className={styles['headline']}>{headline}</p>
                    <p className={styles['why']}>
                      <Chip>Not {name}</Chip>
                      <span>{why}</span>
                    </p>
                    <p className={textStyles['smallQuiet']}>
                      {by}, {longDay(at)}
                    </p>
                  </div>
                  <Button
                    aria-label={`Offer again: ${name}, ${headline}`}
                    onPress={() => void write(state, 'queue.unreject', input, `${name} is offered again.`)}
                  >
                    Offer again
                  </Button>
                  <Button
                    variant="quiet"
                    aria-label={`Open story: ${headline}`}
                    onPress={() => showStory(articleId, headline)}
                  >
                    Open story
                  </Button>
                </li>
              );
            })}
          </ul>
          {total > limit && limit < MOST ? (
            <Button className={styles['more']} onPress={() => setLimit(Math.min(MOST, limit + STEP))}>
              Show more
            </Button>
          ) : null}
          {total > MOST && limit === MOST ? (
            <p className={textStyles['smallQuiet']}>The newest {MOST.toLocaleString('en-GB')} are shown.</p>
          ) : null}
        </div>
      )}
    </Pane>
  );
}
