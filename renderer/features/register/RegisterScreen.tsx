import type { MethodOutput } from '../../../shared/contract.ts';
import { longDay } from '../../../shared/words/day-words.ts';
import { useCommand } from '../../commands/context.tsx';
import { useAppState, useSession } from '../../state/app-state.tsx';
import { type QueryResult, useQuery } from '../../state/queries.ts';
import layoutStyles from '../../ui/layout.module.css';
import { Pane, PaneHeader } from '../../ui/Pane.tsx';
import { Skeleton } from '../../ui/Spinner.tsx';
import { ErrorState } from '../../ui/States.tsx';
import { Tabs } from '../../ui/Tabs.tsx';
import { EndedView } from './EndedView.tsx';
import { RegisterFileView } from './RegisterFileView.tsx';
import { REGISTER_VIEWS, type RegisterView, stateOfView } from './register-slice.ts';
import { MovePane } from './SuccessionPane.tsx';
import { MovesView } from './SuccessionView.tsx';
import { carryOver } from './succession-actions.ts';
import { decidedCount, number } from './succession-words.ts';

const VIEW_LABELS: Record<RegisterView, string> = {
  ended: 'Ended systems',
  decided: 'To carry over',
  undecided: 'To decide',
  done: 'Done',
  file: 'Register file',
};

/** RegisterScreen shows ended systems, the succession of their stories, and the register file. */
export function RegisterScreen() {
  const state = useAppState();
  const summary = useQuery('moves.summary', {});
  const current = useQuery('register.current', {}).data;
  const view = useSession((s) => s.registerView);
  const showRegister = useSession((s) => s.showRegister);
  const systems = summary.data?.days.flatMap((day) => day.systems) ?? [];
  const counts: Partial<Record<RegisterView, number>> = summary.data
    ? {
        decided: systems.reduce((sum, system) => sum + decidedCount(system), 0),
        undecided: systems.reduce((sum, { undecided }) => sum + undecided, 0),
        done: systems.reduce((sum, { carried, settled }) => sum + carried + settled, 0),
      }
    : {};
  const next = summary.data?.days.find(({ toCarry }) => toCarry > 0);
  useCommand('moves.carry', {
    when: () => next !== undefined,
    run: () => (next ? carryOver(state, next.day) : undefined),
  });

  return (
    <>
      <Pane label="Register" className={layoutStyles['fill']}>
        <PaneHeader
          title="Register"
          detail={current ? `${current.active} systems since ${longDay(current.from)}` : null}
        />
        <Tabs
          label="Register"
          tabs={REGISTER_VIEWS.map((id) => {
            const count = counts[id];
            return { id, label: VIEW_LABELS[id], count: count === undefined ? undefined : number(count) };
          })}
          selected={view}
          onSelect={showRegister}
          panel={(id) => (id === 'file' ? <RegisterFileView /> : <Stories view={id} summary={summary} />)}
        />
      </Pane>
      {stateOfView(view) ? <MovePane /> : null}
    </>
  );
}

function Stories({
  view,
  summary,
}: {
  view: Exclude<RegisterView, 'file'>;
  summary: QueryResult<MethodOutput<'moves.summary'>>;
}) {
  const { data, error, retry } = summary;
  if (data) return view === 'ended' ? <EndedView days={data.days} /> : <MovesView state={view} days={data.days} />;
  if (error) {
    return (
      <ErrorState title="The stories of former systems could not be read" message={error.message} onRetry={retry} />
    );
  }
  return (
    <div className={layoutStyles['loading']}>
      <Skeleton lines={9} label="Reading the stories of former systems" />
    </div>
  );
}
