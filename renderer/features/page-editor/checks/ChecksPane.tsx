import { BellOff, CircleAlert, TriangleAlert } from 'lucide-react';
import { useEffect, useMemo, useRef } from 'react';
import { GridList } from 'react-aria-components';
import type { SystemCode } from '../../../../shared/models.ts';
import { formatCheckCounts, type PageChecks, type Silence } from '../../../../shared/pages/checks.ts';
import { longDay } from '../../../../shared/words/day-words.ts';
import { useCommandControl, useCommandKeys } from '../../../commands/context.tsx';
import { useAppState, useSession } from '../../../state/app-state.tsx';
import { useQuery } from '../../../state/queries.ts';
import { Button, IconButton } from '../../../ui/Button.tsx';
import { cx } from '../../../ui/cx.ts';
import { ListRow } from '../../../ui/ListRow.tsx';
import layoutStyles from '../../../ui/layout.module.css';
import { isFocusLost } from '../../../ui/lost-focus.ts';
import rowStyles from '../../../ui/rows.module.css';
import { Skeleton } from '../../../ui/Spinner.tsx';
import { EmptyState, ErrorState } from '../../../ui/States.tsx';
import textStyles from '../../../ui/text.module.css';
import { PageSideHeader } from '../PageSideHeader.tsx';
import styles from './ChecksPane.module.css';
import { type ShownCheck, unsilenceCheck } from './check-actions.ts';
import { fixCheck, jumpTo, PAGE_SIDE_ID } from './use-check-commands.ts';

/** ChecksPane lists the page's problems, each with its place and its fixes. */
export function ChecksPane({ system }: { system: SystemCode }) {
  const found = useQuery('checks.page', { system });
  return (
    <>
      <PageSideHeader system={system} />
      <div id={PAGE_SIDE_ID} className={styles['scroller']}>
        {found.error && !found.data ? (
          <ErrorState title="The checks could not be run" message={found.error.message} onRetry={found.retry} />
        ) : null}
        {found.data ? <Checks system={system} found={found.data} /> : null}
        {found.data || found.error ? null : <Skeleton lines={5} label="Checking the page" />}
      </div>
    </>
  );
}

function Checks({ system, found }: { system: SystemCode; found: PageChecks }) {
  const standing = found.checks.filter(({ silence }) => silence === null);
  const silenced = found.checks.filter(({ silence }) => silence !== null);
  return (
    <>
      {standing.length === 0 ? (
        <EmptyState title="No problems found">
          {silenced.length > 0
            ? 'What editors have silenced on this page is listed below.'
            : 'Every check passes. The page can be signed off.'}
        </EmptyState>
      ) : (
        <h3 className={styles['heading']}>
          <strong className={textStyles['lead']}>On this page</strong> {formatCheckCounts(found)}
        </h3>
      )}
      <CheckList system={system} checks={standing} />
      {silenced.length > 0 ? (
        <section aria-label="Silenced">
          <h3 className={styles['heading']}>
            <strong className={textStyles['lead']}>Silenced</strong> {silenced.length}
          </h3>
          <ul className={styles['quiet']}>
            {silenced.map(({ key, says, silence }) =>
              silence ? <SilencedRow key={key} system={system} says={says} silence={silence} /> : null,
            )}
          </ul>
        </section>
      ) : null}
      {found.unused.length > 0 ? (
        <section aria-label="Silenced, with no problem now">
          <h3 className={styles['heading']}>
            <strong className={textStyles['lead']}>Silenced, with no problem now</strong> {found.unused.length}
          </h3>
          <ul className={styles['quiet']}>
            {found.unused.map((silence) => (
              <SilencedRow key={silence.key} system={system} says={null} silence={silence} />
            ))}
          </ul>
        </section>
      ) : null}
    </>
  );
}

function CheckList({ system, checks }: { system: SystemCode; checks: readonly ShownCheck[] }) {
  const state = useAppState();
  const selected = useSession((s) => s.check);
  const setCheck = useSession((s) => s.setCheck);
  const list = useRef<HTMLDivElement>(null);
  const lastAt = useRef(0);
  const at = checks.findIndex(({ key }) => key === selected);
  const keys = useMemo(() => (selected ? [selected] : []), [selected]);

  // A fixed check leaves the list. Select the check that takes its place, and focus it if the focus was lost.
  useEffect(() => {
    if (at >= 0) {
      lastAt.current = at;
      return;
    }
    const next = checks[Math.min(lastAt.current, checks.length - 1)] ?? null;
    setCheck(next?.key ?? null);
    if (!next) return;
    const frame = requestAnimationFrame(() => {
      if (isFocusLost()) list.current?.querySelector<HTMLElement>(`[data-key="${next.key}"]`)?.focus();
    });
    return () => cancelAnimationFrame(frame);
  }, [checks, at, setCheck]);

  // The shortcuts act on the selected check. React Aria may focus a row without selecting it when the list changes.
  const isEmpty = checks.length === 0;
  useEffect(() => {
    const element = list.current;
    if (isEmpty || !element) return;
    const select = ({ target }: FocusEvent) => {
      const key = (target as HTMLElement).closest<HTMLElement>('[data-key]')?.dataset['key'];
      if (key) setCheck(key);
    };
    element.addEventListener('focusin', select);
    return () => element.removeEventListener('focusin', select);
  }, [isEmpty, setCheck]);

  if (isEmpty) return null;
  return (
    <GridList
      ref={list}
      aria-label="Checks of this page"
      items={checks}
      selectionMode="single"
      selectionBehavior="replace"
      disallowEmptySelection
      disallowTypeAhead
      keyboardNavigationBehavior="tab"
      selectedKeys={keys}
      onSelectionChange={(chosen) => {
        const [key] = chosen === 'all' ? [] : [...chosen];
        if (key) setCheck(String(key));
      }}
      onAction={(key) => {
        const check = checks.find((one) => one.key === key);
        if (check) jumpTo(state, check.at);
      }}
      dependencies={[system, selected]}
      className={styles['list'] ?? ''}
    >
      {(check) => <CheckRow system={system} check={check} isSelected={check.key === selected} />}
    </GridList>
  );
}

function CheckRow({ system, check, isSelected }: { system: SystemCode; check: ShownCheck; isSelected: boolean }) {
  const state = useAppState();
  const keysOf = useCommandKeys();
  const silence = useCommandControl('page.silenceCheck');
  const isError = check.level === 'error';
  return (
    <ListRow
      id={check.key}
      value={check}
      textValue={check.says}
      aria-label={`${isError ? 'Error' : 'Warning'}: ${check.says}`}
      className={cx(styles['row'], rowStyles['panel'], isError && styles['error'])}
    >
      <span className={styles['sign']}>
        {isError ? <CircleAlert size={16} aria-hidden="true" /> : <TriangleAlert size={16} aria-hidden="true" />}
      </span>
      <div className={styles['body']}>
        <p className={styles['says']}>{check.says}</p>
        <div className={cx(styles['fixes'], layoutStyles['wrapsCentred'])}>
          {check.fixes.map((fix, index) => (
            <Button
              key={fix.label}
              keys={index === 0 && isSelected ? keysOf('page.fixCheck') : null}
              onPress={() => void fixCheck(state, system, fix)}
            >
              {fix.label}
            </Button>
          ))}
          <IconButton
            label="Silence on this page"
            keys={silence.keys}
            icon={<BellOff size={15} aria-hidden="true" />}
            onPress={() => state.session.getState().openDialog({ kind: 'silence-check', system, check })}
          />
        </div>
      </div>
    </ListRow>
  );
}

function SilencedRow({ system, says, silence }: { system: SystemCode; says: string | null; silence: Silence }) {
  const state = useAppState();
  return (
    <li className={styles['silenced']}>
      <p className={styles['says']}>{says ?? silence.kind.replaceAll('-', ' ')}</p>
      <p className={textStyles['smallQuiet']}>
        “{silence.note}” {silence.by}, {longDay(silence.at)}
        {silence.key === silence.kind ? ', for all of this kind' : ''}
      </p>
      <Button
        aria-label={`Re-enable: ${says ?? silence.note}`}
        onPress={() => void unsilenceCheck(state, system, silence.key)}
      >
        Re-enable
      </Button>
    </li>
  );
}
