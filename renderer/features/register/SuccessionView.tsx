import { useEffect, useMemo, useState } from 'react';
import type { MoveDay, MoveState } from '../../../shared/systems/succession.ts';
import { counted } from '../../../shared/words/counted.ts';
import { useAppState, useSession } from '../../state/app-state.tsx';
import { useSystemsByCode } from '../../state/queries.ts';
import { Button } from '../../ui/Button.tsx';
import layoutStyles from '../../ui/layout.module.css';
import { Skeleton } from '../../ui/Spinner.tsx';
import { EmptyState, ErrorState } from '../../ui/States.tsx';
import { isSameMove } from './register-slice.ts';
import { MoveRows } from './SuccessionRows.tsx';
import styles from './SuccessionView.module.css';
import { carryOver } from './succession-actions.ts';
import { formatCarryOver } from './succession-words.ts';
import { useMoveCommands } from './use-succession-commands.ts';
import { useMoves } from './use-succession-list.ts';

/** MovesView lists stories of former systems in one state: to carry over, to decide, or done. */
export function MovesView({ state, days }: { state: MoveState; days: readonly MoveDay[] }) {
  const app = useAppState();
  const from = useSession((s) => s.movesFrom);
  const open = useSession((s) => s.openMove);
  const showRegister = useSession((s) => s.showRegister);
  const byCode = useSystemsByCode();
  const [wanted, setWanted] = useState(1);
  const { moves, total, error, isLoading, retry } = useMoves(state, from, wanted);

  // One story is always open: the first, or the one that took the place of a decided story.
  const isListed = open !== null && moves.some((move) => isSameMove(move, open));
  const first = moves[0];
  useEffect(() => {
    const { openMoveOf } = app.session.getState();
    if (isListed) return;
    openMoveOf(first ? { id: first.id, from: first.from } : null);
  }, [isListed, first, app]);
  useMoveCommands(moves);

  const toCarry = useMemo(() => days.filter((day) => day.toCarry > 0), [days]);
  return (
    <>
      {state === 'decided'
        ? toCarry.map((day) => (
            <div key={day.day} className={styles['step']}>
              <p>{formatCarryOver(day)}</p>
              <Button variant="primary" onPress={() => void carryOver(app, day.day)}>
                Carry {counted(day.toCarry, 'story', 'stories')} over
              </Button>
            </div>
          ))
        : null}
      {from === null ? null : (
        <div className={styles['filter']}>
          <span>Only stories filed to {byCode.get(from)?.shortName ?? from}</span>
          <Button variant="quiet" onPress={() => showRegister(state)}>
            Show all
          </Button>
        </div>
      )}
      {error && moves.length === 0 ? (
        <ErrorState title="The stories could not be read" message={error.message} onRetry={retry} />
      ) : isLoading && moves.length === 0 ? (
        <div className={layoutStyles['loading']}>
          <Skeleton lines={9} label="Loading the stories" />
        </div>
      ) : total === 0 ? (
        <Nothing state={state} />
      ) : (
        <MoveRows
          moves={moves}
          label={LIST_LABELS[state]}
          hasMore={total !== null && moves.length < total}
          onMore={() => setWanted((now) => now + 1)}
        />
      )}
    </>
  );
}

const LIST_LABELS: Record<MoveState, string> = {
  decided: 'Stories to carry over',
  undecided: 'Stories to decide on',
  done: 'Finished stories',
};

function Nothing({ state }: { state: MoveState }) {
  const showRegister = useSession((s) => s.showRegister);
  const back = <Button onPress={() => showRegister('ended')}>Ended systems</Button>;
  if (state === 'decided') {
    return (
      <EmptyState title="Nothing to carry over" actions={back}>
        Every story whose tag decides where it belongs is filed there.
      </EmptyState>
    );
  }
  if (state === 'undecided') {
    return (
      <EmptyState title="Nothing to decide" actions={back}>
        Where a system was divided and a story names no place in one part of it, the story waits here for an editor.
      </EmptyState>
    );
  }
  return (
    <EmptyState title="Nothing done yet" actions={back}>
      Stories appear here once they are carried over, or decided by an editor.
    </EmptyState>
  );
}
