import { useState } from 'react';
import { ToggleButton, ToggleButtonGroup } from 'react-aria-components';
import type { MethodInput } from '../../../shared/contract.ts';
import type { SystemCode } from '../../../shared/models.ts';
import { type NameTrial, TRIAL_STATES, type TrialState, type TrialStory } from '../../../shared/tagging/names.ts';
import { shortDay } from '../../../shared/words/day-words.ts';
import type { CallError } from '../../api.ts';
import { useLibraryInfo, useQuery, useSystemsByCode } from '../../state/queries.ts';
import { Button } from '../../ui/Button.tsx';
import { Chip } from '../../ui/Chip.tsx';
import { cx } from '../../ui/cx.ts';
import layoutStyles from '../../ui/layout.module.css';
import rowStyles from '../../ui/rows.module.css';
import { Skeleton } from '../../ui/Spinner.tsx';
import { EmptyState, ErrorState } from '../../ui/States.tsx';
import textStyles from '../../ui/text.module.css';
import { Marked } from './Marked.tsx';
import styles from './TrialView.module.css';
import { formatFiledNow, formatFoundIn, STATE_WORDS } from './trial-words.ts';

const STORIES_A_PAGE = 50;
const MOST_STORIES = 200;

/**
 * TrialView shows what a name would do in the library: how many stories match, which ones, and where they are filed
 * now.
 */
export function TrialView({
  trial,
  input,
  isBlank,
  hasSystems,
  isStale,
  error,
  onRetry,
}: {
  trial: NameTrial | undefined;
  input: MethodInput<'names.try'>;
  isBlank: boolean;
  hasSystems: boolean;
  /** True while a newer result is loading. */
  isStale: boolean;
  error: CallError | null;
  onRetry: () => void;
}) {
  const byCode = useSystemsByCode();
  const nameOf = (code: SystemCode) => byCode.get(code)?.shortName ?? code;
  return (
    <section aria-label="Trial" className={styles['trial']}>
      <h3 className={textStyles['title']}>In this library</h3>
      {isBlank ? (
        <EmptyState title="No name to try yet">
          Type a name to see the stories that contain it. Nothing is saved yet.
        </EmptyState>
      ) : error && !trial ? (
        <ErrorState title="The name could not be tried" message={error.message} onRetry={onRetry} />
      ) : trial ? (
        <div className={cx(styles['answer'], isStale && styles['stale'])} aria-busy={isStale}>
          <p className={textStyles['medium']} role="status">
            {formatFoundIn(trial)}
          </p>
          {trial.warning ? <p className={styles['warning']}>{trial.warning}</p> : null}
          {trial.contains > 0 ? (
            <>
              <p>
                <span className={textStyles['quiet']}>Filed now:</span> {formatFiledNow(trial, nameOf)}
              </p>
              <Stories trial={trial} input={input} hasSystems={hasSystems} />
            </>
          ) : null}
        </div>
      ) : (
        <Skeleton lines={6} label="Trying the name" />
      )}
    </section>
  );
}

function Stories({
  trial,
  input,
  hasSystems,
}: {
  trial: NameTrial;
  input: MethodInput<'names.try'>;
  hasSystems: boolean;
}) {
  const [state, setState] = useState<TrialState | null>(null);
  const [limit, setLimit] = useState(STORIES_A_PAGE);
  // Show all stories again when the filter matches none any more.
  const chosen = state !== null && hasSystems && trial.states[state] > 0 ? state : null;
  const isPlain = chosen === null && limit === STORIES_A_PAGE;
  const more = useQuery('names.try', isPlain ? null : { ...input, state: chosen, limit }, { keepPrevious: true });
  const shown = isPlain ? trial : more.data;
  const total = chosen === null ? trial.contains : trial.states[chosen];
  return (
    <>
      {hasSystems ? (
        <ToggleButtonGroup
          aria-label="Show only"
          className={layoutStyles['chips'] ?? ''}
          selectedKeys={chosen === null ? [] : [chosen]}
          onSelectionChange={(keys) => {
            setState(([...keys][0] as TrialState | undefined) ?? null);
            setLimit(STORIES_A_PAGE);
          }}
        >
          {TRIAL_STATES.filter((one) => trial.states[one] > 0).map((one) => (
            <ToggleButton key={one} id={one} className={cx(styles['state'], rowStyles['panelHovered'])}>
              {STATE_WORDS[one].filter(trial.states[one])}
            </ToggleButton>
          ))}
        </ToggleButtonGroup>
      ) : null}
      {more.error && !shown ? (
        <ErrorState title="The stories could not be read" message={more.error.message} onRetry={more.retry} />
      ) : null}
      {shown ? (
        <ul className={styles['stories']} aria-label="Stories that contain the name">
          {shown.stories.map((story) => (
            <StoryLine key={story.id} story={story} saysState={hasSystems && chosen === null} />
          ))}
        </ul>
      ) : more.error ? null : (
        <Skeleton lines={4} label="Loading stories" />
      )}
      {shown && shown.stories.length < total && limit < MOST_STORIES ? (
        <Button variant="quiet" onPress={() => setLimit(MOST_STORIES)} isPending={more.loading}>
          Show more
        </Button>
      ) : null}
      {shown && shown.stories.length < total && limit >= MOST_STORIES ? (
        <p className={textStyles['quiet']}>The {MOST_STORIES} newest stories are shown.</p>
      ) : null}
    </>
  );
}

function StoryLine({ story, saysState }: { story: TrialStory; saysState: boolean }) {
  const byCode = useSystemsByCode();
  const today = useLibraryInfo().data?.today ?? '';
  const { spot } = story;
  return (
    <li className={styles['story']}>
      <p className={textStyles['copyTitle']}>
        {spot.field === 'headline' ? <Marked words={spot.words} start={spot.start} end={spot.end} /> : story.headline}
      </p>
      {spot.field === 'headline' ? null : (
        <p className={styles['spot']}>
          <Excerpt {...spot} />
        </p>
      )}
      <p className={styles['facts']}>
        <span>{story.publishedAt ? shortDay(story.publishedAt, today) : 'undated'}</span>
        {saysState ? <span>{STATE_WORDS[story.state].row}</span> : null}
        {story.national ? <Chip tone="outline">National</Chip> : null}
        {story.systems.map(({ code }) => {
          const system = byCode.get(code);
          return (
            <Chip key={code} tone={system?.activeTo ? 'former' : 'plain'}>
              {system?.shortName ?? code}
            </Chip>
          );
        })}
      </p>
    </li>
  );
}

const AROUND = 90;

/** Shows the words around the phrase; a whole body text would bury it. */
function Excerpt({ words, start, end }: TrialStory['spot']) {
  const from = Math.max(0, start - AROUND);
  const to = Math.min(words.length, end + AROUND);
  return (
    <>
      {from > 0 ? '…' : ''}
      <Marked words={words.slice(from, to)} start={start - from} end={end - from} />
      {to < words.length ? '…' : ''}
    </>
  );
}
