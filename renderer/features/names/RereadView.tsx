import { useState } from 'react';
import { toCallError } from '../../api.ts';
import { useAppState, useSession } from '../../state/app-state.tsx';
import { useQuery, useSystemsByCode } from '../../state/queries.ts';
import { Button } from '../../ui/Button.tsx';
import { Chip } from '../../ui/Chip.tsx';
import { cx } from '../../ui/cx.ts';
import { EmptyState, ErrorState } from '../../ui/States.tsx';
import textStyles from '../../ui/text.module.css';
import type { RereadRun } from './names-slice.ts';
import { RereadStory } from './RereadStory.tsx';
import styles from './RereadView.module.css';
import { formatRereadResult, keyOfReread, nextOpen, standingAnswers } from './reread-model.ts';

const SAMPLE_SIZE = 20;
/** How many history entries are searched for an undone answer. */
const STEPS_LOOKED_AT = 100;

/** RereadView spot-checks a random sample of accepted suggestions, one at a time. */
export function RereadView() {
  const state = useAppState();
  const run = useSession((s) => s.reread);
  // No pending state: the button disappears with the sample, and its spoken message would outlive it.
  const [isDrawing, setDrawing] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);

  async function draw() {
    setDrawing(true);
    try {
      const seed = Math.floor(Math.random() * 2 ** 31);
      const { rereads } = await state.api.call('rereads.sample', { size: SAMPLE_SIZE, seed });
      state.session.getState().startReread(rereads);
      setFailure(null);
    } catch (error) {
      setFailure(toCallError(error).message);
    } finally {
      setDrawing(false);
    }
  }

  if (failure) return <ErrorState title="No sample could be drawn" message={failure} onRetry={() => void draw()} />;
  if (run === null) {
    return (
      <EmptyState
        title="Were the suggestions right?"
        actions={
          <Button variant="primary" onPress={() => void draw()} isDisabled={isDrawing}>
            Draw {SAMPLE_SIZE} at random
          </Button>
        }
      >
        It is easy to accept a wrong suggestion. Check a random sample again, with the words behind each one. A wrong
        tag is removed from its story and counted as an error of its name.
      </EmptyState>
    );
  }
  if (run.sample.length === 0) {
    return (
      <EmptyState
        title="Nothing to spot-check"
        actions={
          <Button onPress={() => void draw()} isDisabled={isDrawing}>
            Check again{' '}
          </Button>
        }
      >
        No suggestion has been accepted yet, or every accepted one has been spot-checked.
      </EmptyState>
    );
  }
  return <Running run={run} onDraw={() => void draw()} isDrawing={isDrawing} />;
}

function Running({ run, onDraw, isDrawing }: { run: RereadRun; onDraw: () => void; isDrawing: boolean }) {
  const history = useQuery('history.list', { limit: STEPS_LOOKED_AT });
  const undone = new Set((history.data?.entries ?? []).filter((entry) => entry.undone).map(({ id }) => id));
  const answers = standingAnswers(run.answers, undone);
  const at = nextOpen(run.sample, answers);
  const current = at === null ? undefined : run.sample[at];
  if (at !== null && current) {
    const position = answers.size + 1;
    const total = run.sample.length;
    const after = nextOpen(run.sample, new Map(answers).set(keyOfReread(current), { verdict: 'skipped' }));
    const following = after === null ? undefined : run.sample[after];
    return (
      <RereadStory
        key={keyOfReread(current)}
        reread={current}
        position={position}
        total={total}
        next={following ? `${position + 1} of ${total}: ${following.headline}` : ''}
      />
    );
  }
  return <Result run={{ ...run, answers }} onDraw={onDraw} isDrawing={isDrawing} />;
}

function Result({ run, onDraw, isDrawing }: { run: RereadRun; onDraw: () => void; isDrawing: boolean }) {
  const byCode = useSystemsByCode();
  const showStory = useSession((s) => s.showStory);
  const showNames = useSession((s) => s.showNames);
  const of = (verdict: string) => run.sample.filter((one) => run.answers.get(keyOfReread(one))?.verdict === verdict);
  const wrong = of('wrong');
  const left = [
    of('skipped').length > 0 ? `${of('skipped').length} skipped` : '',
    of('gone').length > 0 ? `${of('gone').length} changed meanwhile` : '',
  ].filter(Boolean);
  return (
    <section className={styles['result']} tabIndex={-1} aria-label="Result">
      <div role="status">
        <h3 className={styles['sum']}>{formatRereadResult(run.sample, run.answers)}</h3>
      </div>
      {left.length > 0 ? <p className={cx(styles['quiet'], textStyles['quiet'])}>{left.join(', ')}.</p> : null}
      {wrong.length > 0 ? (
        <>
          <p className={cx(styles['quiet'], textStyles['quiet'])}>
            Removed from these stories and remembered as rejected:
          </p>
          <ul className={styles['wrong']}>
            {wrong.map((one) => (
              <li key={keyOfReread(one)}>
                <span className={styles['headline']}>{one.headline}</span>
                <span className={styles['facts']}>
                  <Chip tone="bad">not {byCode.get(one.code)?.shortName ?? one.code}</Chip>
                  <span>{one.why}</span>
                  <Button variant="quiet" onPress={() => showStory(one.articleId, one.headline)}>
                    Show the story
                  </Button>
                </span>
              </li>
            ))}
          </ul>
        </>
      ) : null}
      <div className={styles['buttons']}>
        <Button variant="primary" onPress={onDraw} isDisabled={isDrawing}>
          Draw {SAMPLE_SIZE} more
        </Button>
        <Button onPress={() => showNames('record')}>Show errors by name</Button>
      </div>
    </section>
  );
}
