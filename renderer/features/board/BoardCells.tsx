import { formatCheckCounts } from '../../../shared/pages/checks.ts';
import { counted } from '../../../shared/words/counted.ts';
import { cx } from '../../ui/cx.ts';
import layoutStyles from '../../ui/layout.module.css';
import textStyles from '../../ui/text.module.css';
import styles from './Board.module.css';
import { type BoardLine, formatLastExport, formatUnsigned } from './board-model.ts';

/** Zero is drawn faintly, so that other figures catch the eye. */
export function Count({ value, title, tone }: { value: number; title?: string; tone?: 'open' | undefined }) {
  return (
    <span className={cx(styles['number'], layoutStyles['number'], value === 0 && textStyles['quiet'])} title={title}>
      <span className={tone && value > 0 ? styles[tone] : undefined}>{value.toLocaleString('en-GB')}</span>
    </span>
  );
}

/** Shown while a figure is being counted. A closed page has none. */
export function Unknown({ isOpen }: { isOpen: boolean }) {
  return <span className={cx(styles['number'], layoutStyles['number'], textStyles['quiet'])}>{isOpen ? '…' : ''}</span>;
}

/** Shows the errors; without errors, the warnings. */
export function CheckCount({ line: { state, active } }: { line: BoardLine }) {
  if (!state) return <Unknown isOpen={active} />;
  const { errors, warnings } = state;
  if (errors === 0) return <Count value={warnings} title={formatCheckCounts(state)} />;
  return (
    <span className={cx(styles['number'], layoutStyles['number'])} title={formatCheckCounts(state)}>
      <span className={styles['stale']}>{counted(errors, 'error', 'errors')}</span>
    </span>
  );
}

export function StateCells({ line: { state, active }, today }: { line: BoardLine; today: string }) {
  if (!state) {
    const soon = (
      <span className={cx(styles['state'], textStyles['ellipsis'], textStyles['quiet'])}>{active ? '…' : ''}</span>
    );
    return (
      <>
        {soon}
        {soon}
      </>
    );
  }
  const { unsigned, exported, signed } = state;
  return (
    <>
      <span
        className={cx(styles['state'], textStyles['ellipsis'])}
        title={signed ? `Signed off by ${signed.by}` : 'Never signed off'}
      >
        <span className={unsigned === null ? textStyles['quiet'] : unsigned > 0 ? styles['open'] : undefined}>
          {formatUnsigned(state)}
        </span>
      </span>
      <span className={cx(styles['state'], textStyles['ellipsis'])} title={exportTitle(exported)}>
        <span className={exported === null ? textStyles['quiet'] : exported.isChanged ? styles['open'] : undefined}>
          {formatLastExport(state, today)}
          {exported?.isChanged ? ' ≠' : ''}
        </span>
      </span>
    </>
  );
}

type PageState = NonNullable<BoardLine['state']>;

function exportTitle(exported: PageState['exported']): string {
  if (exported === null) return 'Never exported';
  return exported.isChanged
    ? 'The page has changed since it was exported'
    : 'The page has not changed since it was exported';
}

/** `2 errors, 1 warning, 3 changes since sign-off, exported 18 Nov and changed since`. */
export function stateSpoken(state: PageState, today: string): string {
  const { unsigned, exported } = state;
  const signed =
    unsigned === null ? 'never signed off' : unsigned === 0 ? 'signed off' : `${formatUnsigned(state)} since sign-off`;
  const out =
    exported === null
      ? 'never exported'
      : `exported ${formatLastExport(state, today)}${exported.isChanged ? ' and changed since' : ''}`;
  return `${formatCheckCounts(state)}, ${signed}, ${out}`;
}
