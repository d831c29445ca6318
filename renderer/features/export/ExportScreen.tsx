import { useMemo } from 'react';
import { useAppState, useSession } from '../../state/app-state.tsx';
import { usePane } from '../../state/panes.ts';
import { useQuery } from '../../state/queries.ts';
import layoutStyles from '../../ui/layout.module.css';
import { Pane, PaneHeader } from '../../ui/Pane.tsx';
import { SidePane } from '../../ui/SidePane.tsx';
import { Skeleton } from '../../ui/Spinner.tsx';
import { EmptyState, ErrorState } from '../../ui/States.tsx';
import { ExportForm } from './ExportForm.tsx';
import { ExportReadiness } from './ExportReadiness.tsx';
import styles from './ExportScreen.module.css';
import { stillActive } from './export-model.ts';
import { ReceiptView } from './ReceiptView.tsx';
import { SystemChoice } from './SystemChoice.tsx';

/** ExportScreen chooses pages, formats and folder, and then shows the receipt. */
export function ExportScreen() {
  const { session } = useAppState();
  const systems = useQuery('systems.list', { scope: 'active' });
  const chosen = useSession((s) => s.exportSystems);
  const what = useSession((s) => s.exportWhat);
  const run = useSession((s) => s.exportRun);
  const isNarrow = useSession((s) => s.isNarrow);
  const isDrawerOpen = useSession((s) => s.isDrawerOpen);
  const isDetailsShown = useSession((s) => s.isDetailsShown);
  const receipt = usePane('receipt', 460);
  const active = useMemo(() => stillActive(chosen, systems.data ?? []), [chosen, systems.data]);
  const codes = useMemo(
    () => (what === 'all' ? (systems.data ?? []).map(({ code }) => code) : [...active]),
    [what, systems.data, active],
  );

  return (
    <>
      <Pane label="Export" className={layoutStyles['fill']}>
        <PaneHeader
          title="Export"
          detail={systems.data ? `${codes.length} of ${systems.data.length} pages chosen` : null}
        />
        {systems.error && !systems.data ? (
          <ErrorState title="The systems could not be read" message={systems.error.message} onRetry={systems.retry} />
        ) : null}
        {systems.data || systems.error ? null : (
          <div className={styles['content']}>
            <Skeleton lines={7} label="Loading the systems" />
          </div>
        )}
        {systems.data ? (
          <div className={styles['content']}>
            <SystemChoice systems={systems.data} chosen={active} />
            <ExportReadiness codes={codes} />
            <ExportForm count={codes.length} />
          </div>
        ) : null}
      </Pane>
      <SidePane
        label="Receipt"
        widthPx={receipt.widthPx}
        onResize={receipt.onResize}
        onResized={receipt.onResized}
        isDrawer={isNarrow}
        isOpen={isNarrow ? isDrawerOpen : isDetailsShown}
        onClose={() => session.getState().setDrawerOpen(false)}
      >
        <PaneHeader title="Receipt" />
        {run.kind === 'done' ? (
          <ReceiptView run={run} />
        ) : (
          <EmptyState title="Nothing exported this session">
            After an export, the receipt lists the teasers added, removed, moved or re-worded on each page since the
            previous export, and every file written.
          </EmptyState>
        )}
      </SidePane>
    </>
  );
}
