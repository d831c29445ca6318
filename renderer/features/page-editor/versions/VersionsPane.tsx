import { useState } from 'react';
import { GridList } from 'react-aria-components';
import type { SystemCode } from '../../../../shared/models.ts';
import type { VersionId, VersionSummary } from '../../../../shared/pages/versions.ts';
import { counted } from '../../../../shared/words/counted.ts';
import { useCommandControl } from '../../../commands/context.tsx';
import { useAppState } from '../../../state/app-state.tsx';
import { useLibraryInfo, useQuery } from '../../../state/queries.ts';
import { Button } from '../../../ui/Button.tsx';
import { Chip } from '../../../ui/Chip.tsx';
import { cx } from '../../../ui/cx.ts';
import { Select } from '../../../ui/forms/Select.tsx';
import { ListRow } from '../../../ui/ListRow.tsx';
import layoutStyles from '../../../ui/layout.module.css';
import rowStyles from '../../../ui/rows.module.css';
import { Skeleton } from '../../../ui/Spinner.tsx';
import { EmptyState, ErrorState } from '../../../ui/States.tsx';
import textStyles from '../../../ui/text.module.css';
import { PAGE_SIDE_ID } from '../checks/use-check-commands.ts';
import { PageSideHeader } from '../PageSideHeader.tsx';
import { DiffList } from './DiffList.tsx';
import styles from './VersionsPane.module.css';
import { versionName } from './version-words.ts';

/** More versions than an editor looks through. Older ones are in the history. */
const MOST = 200;

/** VersionsPane lists the page's versions, and the differences between one of them and the draft or another. */
export function VersionsPane({ system }: { system: SystemCode }) {
  const found = useQuery('versions.list', { system, limit: MOST });
  return (
    <>
      <PageSideHeader system={system} />
      <div id={PAGE_SIDE_ID} className={layoutStyles['column']}>
        {found.error && !found.data ? (
          <ErrorState title="The versions could not be read" message={found.error.message} onRetry={found.retry} />
        ) : null}
        {found.data && found.data.versions.length === 0 ? <NeverSigned /> : null}
        {found.data && found.data.versions.length > 0 ? (
          <Versions system={system} versions={found.data.versions} total={found.data.total} />
        ) : null}
        {found.data || found.error ? null : <Skeleton lines={4} label="Reading the versions" />}
      </div>
    </>
  );
}

function NeverSigned() {
  const signOff = useCommandControl('page.signOff');
  return (
    <EmptyState
      title="Never signed off"
      actions={
        <Button keys={signOff.keys} onPress={signOff.onPress}>
          {signOff.label}
        </Button>
      }
    >
      Signing off saves the page as it is, with your name and the day. You can then compare the draft with that version,
      or restore it.
    </EmptyState>
  );
}

function Versions({
  system,
  versions,
  total,
}: {
  system: SystemCode;
  versions: readonly VersionSummary[];
  total: number;
}) {
  const today = useLibraryInfo().data?.today ?? '';
  const [chosen, setChosen] = useState<VersionId | null>(null);
  // An undo may have removed the chosen version: show the newest instead.
  const version = versions.find(({ id }) => id === chosen) ?? versions[0];
  if (!version) return null;
  return (
    <>
      <GridList
        aria-label="Versions, newest first"
        items={versions}
        selectionMode="single"
        selectionBehavior="replace"
        disallowEmptySelection
        disallowTypeAhead
        selectedKeys={[version.id]}
        onSelectionChange={(keys) => {
          const [key] = keys === 'all' ? [] : [...keys];
          if (key) setChosen(String(key) as VersionId);
        }}
        dependencies={[today]}
        className={styles['list'] ?? ''}
      >
        {(each) => <VersionRow version={each} today={today} />}
      </GridList>
      {total > versions.length ? (
        <p className={cx(styles['more'], textStyles['smallSecond'])}>
          The newest {versions.length} of {total.toLocaleString('en-GB')}.
        </p>
      ) : null}
      <Comparison key={version.id} system={system} version={version} versions={versions} today={today} />
    </>
  );
}

function VersionRow({ version, today }: { version: VersionSummary; today: string }) {
  const { by, note, despite } = version;
  const name = versionName(version, today);
  const errors = `despite ${counted(despite.length, 'error', 'errors')}`;
  return (
    <ListRow
      id={version.id}
      value={version}
      textValue={`${name}, ${by}`}
      aria-label={[name, by, despite.length > 0 ? errors : null, note].filter(Boolean).join(', ')}
      className={cx(styles['row'], rowStyles['sunken'], rowStyles['ring'])}
    >
      <p className={textStyles['second']}>
        <strong className={textStyles['inkLead']}>{name}</strong> {by}{' '}
        {despite.length > 0 ? <Chip tone="bad">{errors}</Chip> : null}
      </p>
      {note ? <p className={textStyles['smallSecond']}>{note}</p> : null}
    </ListRow>
  );
}

function Comparison({
  system,
  version,
  versions,
  today,
}: {
  system: SystemCode;
  version: VersionSummary;
  versions: readonly VersionSummary[];
  today: string;
}) {
  const state = useAppState();
  const [other, setOther] = useState<VersionId | 'draft'>('draft');
  const to = other === 'draft' || versions.some(({ id }) => id === other) ? other : 'draft';
  const diff = useQuery('versions.diff', { system, from: version.id, to });
  const options = [
    { id: 'draft' as const, label: 'the draft' },
    ...versions.filter(({ id }) => id !== version.id).map((each) => ({ id: each.id, label: versionName(each, today) })),
  ];
  return (
    <section aria-label="Differences" className={layoutStyles['column']}>
      <div className={styles['bar']}>
        <span>{versionName(version, today)} to</span>
        <Select label="Compare with" hideLabel value={to} onChange={setOther} options={options} />
        <Button
          className={layoutStyles['end']}
          onPress={() => state.session.getState().openDialog({ kind: 'restore-version', version })}
        >
          Restore…
        </Button>
      </div>
      <div className={layoutStyles['paddedScroller']}>
        {diff.error && !diff.data ? (
          <ErrorState
            title="The two versions could not be compared"
            message={diff.error.message}
            onRetry={diff.retry}
          />
        ) : null}
        {diff.data && diff.data.changes.length === 0 ? (
          <p className={textStyles['second']}>
            {to === 'draft' ? 'The draft shows exactly what was signed off.' : 'Both show the same.'}
          </p>
        ) : null}
        {diff.data ? <DiffList changes={diff.data.changes} /> : null}
        {diff.data || diff.error ? null : <Skeleton lines={4} label="Comparing" />}
      </div>
    </section>
  );
}
