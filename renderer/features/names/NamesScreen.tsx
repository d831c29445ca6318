import { Plus } from 'lucide-react';
import { useMemo, useState } from 'react';
import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components';
import type { EditedName, NameRecord } from '../../../shared/names.ts';
import { useCommand, useCommandControl } from '../../commands/context.tsx';
import { useSession } from '../../state/app-state.tsx';
import { NAMES_VIEWS, type NamesView } from '../../state/names.ts';
import { useQuery } from '../../state/queries.ts';
import { Button } from '../../ui/Button.tsx';
import { Pane, PaneHeader } from '../../ui/Pane.tsx';
import { Skeleton } from '../../ui/Spinner.tsx';
import { ErrorState } from '../../ui/States.tsx';
import { NameDialog } from './NameDialog.tsx';
import { NamesList } from './NamesList.tsx';
import styles from './NamesScreen.module.css';
import { count } from './names-model.ts';
import { RecordTable } from './RecordTable.tsx';
import { RereadView } from './RereadView.tsx';

const VIEW_LABELS: Record<NamesView, string> = { list: 'Names', record: 'What was wrong', reread: 'Re-read' };

/** The names of the library's own, how offers fared by what they rested on, and reading them again. */
export function NamesScreen() {
  const names = useQuery('names.list', {});
  const view = useSession((now) => now.namesView);
  // Counting reads every tag that has a reason; while tags are read again nobody looks at it.
  const record = useQuery('names.record', view === 'reread' ? null : {});
  const showNames = useSession((now) => now.showNames);
  const [edited, setEdited] = useState<EditedName | 'new' | null>(null);
  const add = useCommandControl('names.add');
  useCommand('names.add', { run: () => setEdited('new') });

  const byName = useMemo(() => recordsByName(record.data ?? []), [record.data]);
  return (
    <Pane label="Names" className={styles['screen']}>
      <PaneHeader title="Names" detail={names.data ? `${count(names.data.length)} of this library’s own` : null}>
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
        selectedKey={view}
        onSelectionChange={(key) => showNames(key as NamesView)}
        className={styles['tabs'] ?? ''}
      >
        <TabList aria-label="Names" className={styles['tabList'] ?? ''}>
          {NAMES_VIEWS.map((one) => (
            <Tab key={one} id={one} className={styles['tab'] ?? ''}>
              {VIEW_LABELS[one]}
            </Tab>
          ))}
        </TabList>
        <TabPanel id="list" className={styles['panel'] ?? ''}>
          {names.error && !names.data ? (
            <ErrorState title="The names could not be read" message={names.error.message} onRetry={names.retry} />
          ) : names.data ? (
            <NamesList
              names={names.data}
              records={record.data ? byName : null}
              onEdit={setEdited}
              onAdd={() => setEdited('new')}
            />
          ) : (
            <div className={styles['loading']}>
              <Skeleton lines={6} label="Loading the names" />
            </div>
          )}
        </TabPanel>
        <TabPanel id="record" className={styles['panel'] ?? ''}>
          {record.error && !record.data ? (
            <ErrorState
              title="What was accepted and rejected could not be counted"
              message={record.error.message}
              onRetry={record.retry}
            />
          ) : record.data ? (
            <RecordTable records={record.data} names={names.data ?? []} onEdit={setEdited} />
          ) : (
            <div className={styles['loading']}>
              <Skeleton lines={8} label="Counting what was accepted and rejected" />
            </div>
          )}
        </TabPanel>
        <TabPanel id="reread" className={styles['panel'] ?? ''}>
          <RereadView />
        </TabPanel>
      </Tabs>
      {edited === null ? null : <NameDialog name={edited === 'new' ? null : edited} onClose={() => setEdited(null)} />}
    </Pane>
  );
}

function recordsByName(records: readonly NameRecord[]): ReadonlyMap<string, NameRecord> {
  const byName = new Map<string, NameRecord>();
  for (const record of records) if (record.nameId !== null) byName.set(record.nameId, record);
  return byName;
}
