import { Plus } from 'lucide-react';
import { type ReactNode, useMemo, useState } from 'react';
import type { EditedName, NameRecord } from '../../../shared/tagging/names.ts';
import { useCommand, useCommandControl } from '../../commands/context.tsx';
import { useSession } from '../../state/app-state.tsx';
import { useQuery } from '../../state/queries.ts';
import { Button } from '../../ui/Button.tsx';
import layoutStyles from '../../ui/layout.module.css';
import { Pane, PaneHeader } from '../../ui/Pane.tsx';
import { Skeleton } from '../../ui/Spinner.tsx';
import { ErrorState } from '../../ui/States.tsx';
import { Tabs } from '../../ui/Tabs.tsx';
import { NameDialog } from './NameDialog.tsx';
import { NamesList } from './NamesList.tsx';
import { count } from './names-model.ts';
import { NAMES_VIEWS, type NamesView } from './names-slice.ts';
import { RecordTable } from './RecordTable.tsx';
import { RereadView } from './RereadView.tsx';

const VIEW_LABELS: Record<NamesView, string> = { list: 'Names', record: 'Errors', reread: 'Spot-check' };

/** NamesScreen shows the library's names, how often the offers were wrong, and the spot-check. */
export function NamesScreen() {
  const names = useQuery('names.list', {});
  const view = useSession((s) => s.namesView);
  // Counting reads every tag with a reason, and the spot-check does not show the result, so skip it there.
  const record = useQuery('names.record', view === 'reread' ? null : {});
  const showNames = useSession((s) => s.showNames);
  const [edited, setEdited] = useState<EditedName | 'new' | null>(null);
  const add = useCommandControl('names.add');
  useCommand('names.add', { run: () => setEdited('new') });

  const byName = useMemo(() => recordsByName(record.data ?? []), [record.data]);
  const panels: Record<NamesView, () => ReactNode> = {
    list: () => {
      if (names.data) {
        const records = record.data ? byName : null;
        return <NamesList names={names.data} records={records} onEdit={setEdited} onAdd={() => setEdited('new')} />;
      }
      if (!names.error) return <Loading lines={6} label="Loading the names" />;
      return <ErrorState title="The names could not be read" message={names.error.message} onRetry={names.retry} />;
    },
    record: () => {
      if (record.data) return <RecordTable records={record.data} names={names.data ?? []} onEdit={setEdited} />;
      if (!record.error) return <Loading lines={8} label="Counting accepted and rejected offers" />;
      const title = 'The accepted and rejected offers could not be counted';
      return <ErrorState title={title} message={record.error.message} onRetry={record.retry} />;
    },
    reread: () => <RereadView />,
  };
  return (
    <Pane label="Names" className={layoutStyles['fill']}>
      <PaneHeader title="Names" detail={names.data ? `${count(names.data.length)} added to this library` : null}>
        <Button
          variant="primary"
          icon={<Plus size={15} aria-hidden="true" />}
          keys={add.keys}
          isDisabled={add.isDisabled}
          onPress={add.onPress}
        >
          {add.label}
        </Button>
      </PaneHeader>
      <Tabs
        label="Names"
        tabs={NAMES_VIEWS.map((id) => ({ id, label: VIEW_LABELS[id] }))}
        selected={view}
        onSelect={showNames}
        panel={(id) => panels[id]()}
      />
      {edited === null ? null : <NameDialog name={edited === 'new' ? null : edited} onClose={() => setEdited(null)} />}
    </Pane>
  );
}

function Loading({ lines, label }: { lines: number; label: string }) {
  return (
    <div className={layoutStyles['loading']}>
      <Skeleton lines={lines} label={label} />
    </div>
  );
}

function recordsByName(records: readonly NameRecord[]): ReadonlyMap<string, NameRecord> {
  const byName = new Map<string, NameRecord>();
  for (const record of records) if (record.nameId !== null) byName.set(record.nameId, record);
  return byName;
}
