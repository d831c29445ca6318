import type { SystemCode } from '../../../shared/models.ts';
import type { FormerSystem, MoveDay } from '../../../shared/systems/succession.ts';
import { counted } from '../../../shared/words/counted.ts';
import { longDay } from '../../../shared/words/day-words.ts';
import { useSession } from '../../state/app-state.tsx';
import { useSystemsByCode } from '../../state/queries.ts';
import { Button } from '../../ui/Button.tsx';
import { cx } from '../../ui/cx.ts';
import layoutStyles from '../../ui/layout.module.css';
import rowStyles from '../../ui/rows.module.css';
import { EmptyState } from '../../ui/States.tsx';
import textStyles from '../../ui/text.module.css';
import styles from './EndedView.module.css';
import type { RegisterView } from './register-slice.ts';
import { decidedCount, formatDecided, formatEndedSystems, number } from './succession-words.ts';

/** EndedView lists each day on which systems ended, their successors, and how many stories are carried over. */
export function EndedView({ days }: { days: readonly MoveDay[] }) {
  const showRegister = useSession((s) => s.showRegister);
  if (days.length === 0) {
    return (
      <EmptyState title="No system has ended">
        When systems merge or split, carry their stories over to the new systems here.
      </EmptyState>
    );
  }
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a long table is scrolled with keys, so the scrolling element takes the focus.
    <section className={cx(layoutStyles['scroller'], rowStyles['ring'])} tabIndex={0} aria-label="Ended systems">
      {days.map((day) => {
        const undecided = day.systems.reduce((sum, system) => sum + system.undecided, 0);
        return (
          <section key={day.day} aria-label={longDay(day.day)}>
            <header className={styles['header']}>
              <div>
                <h3 className={textStyles['largeTitle']}>{formatEndedSystems(day.systems.length, day.day)}</h3>
                <p className={textStyles['second']}>{standing(day.toCarry, undecided)}</p>
              </div>
              <div className={layoutStyles['wrapsWide']}>
                {undecided > 0 ? (
                  <Button onPress={() => showRegister('undecided')}>Decide on {number(undecided)}</Button>
                ) : null}
                {day.toCarry > 0 ? (
                  <Button variant="primary" onPress={() => showRegister('decided')}>
                    Review {counted(day.toCarry, 'story', 'stories')} to carry over
                  </Button>
                ) : null}
              </div>
            </header>
            <FormerTable systems={day.systems} />
          </section>
        );
      })}
      <p className={styles['explains']}>
        Tags to an ended system stay, so you can still read its page as it was. Withdrawn stories are not counted.
      </p>
    </section>
  );
}

function standing(toCarry: number, undecided: number): string {
  if (toCarry === 0 && undecided === 0) return 'All their stories are decided.';
  const parts = [
    toCarry > 0 ? `${counted(toCarry, 'story', 'stories')} can be carried over` : null,
    undecided > 0 ? `${counted(undecided, 'waits', 'wait')} for an editor` : null,
  ];
  return `${parts.filter(Boolean).join('; ')}.`;
}

function FormerTable({ systems }: { systems: readonly FormerSystem[] }) {
  const byCode = useSystemsByCode();
  const openPage = useSession((s) => s.openPage);
  const nameOf = (code: SystemCode) => byCode.get(code)?.shortName ?? code;
  const sorted = systems.toSorted((a, b) => nameOf(a.code).localeCompare(nameOf(b.code), 'en-GB'));
  return (
    <table className={cx(styles['table'], layoutStyles['table'])}>
      <thead>
        <tr>
          <th scope="col">Ended</th>
          <th scope="col">Taken over by</th>
          <th scope="col" className={layoutStyles['number']}>
            Stories
          </th>
          <th scope="col" className={layoutStyles['number']}>
            To carry over
          </th>
          <th scope="col" className={layoutStyles['number']}>
            To decide
          </th>
          <th scope="col" className={layoutStyles['number']}>
            Carried over
          </th>
          <th scope="col" className={layoutStyles['number']}>
            By an editor{' '}
          </th>
        </tr>
      </thead>
      <tbody>
        {sorted.map((system) => (
          <tr key={system.code}>
            <th scope="row">
              <Button variant="quiet" className={styles['name']} onPress={() => openPage(system.code)}>
                {nameOf(system.code)}
              </Button>
            </th>
            <td>
              {system.homes.map(nameOf).join(', ')}
              {system.decided.some(({ ground }) => ground !== 'whole') ? (
                <p className={styles['grounds']}>{formatDecided(system)}</p>
              ) : null}
            </td>
            <td className={layoutStyles['number']}>{number(system.stories)}</td>
            <Count system={system} view="decided" value={decidedCount(system)} name={nameOf(system.code)} />
            <Count system={system} view="undecided" value={system.undecided} name={nameOf(system.code)} />
            <td className={layoutStyles['number']}>{number(system.carried)}</td>
            <td className={layoutStyles['number']}>{number(system.settled)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** A count that links to its stories. */
function Count({
  system,
  view,
  value,
  name,
}: {
  system: FormerSystem;
  view: RegisterView;
  value: number;
  name: string;
}) {
  const showRegister = useSession((s) => s.showRegister);
  return (
    <td className={layoutStyles['number']}>
      {value === 0 ? (
        <span className={textStyles['quiet']}>0</span>
      ) : (
        <Button
          variant="quiet"
          className={styles['figure']}
          aria-label={`${number(value)} of ${name} ${view === 'decided' ? 'to carry over' : 'to decide'}`}
          onPress={() => showRegister(view, system.code)}
        >
          {number(value)}
        </Button>
      )}
    </td>
  );
}
