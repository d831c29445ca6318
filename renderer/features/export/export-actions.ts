import type { SystemCode } from '../../../shared/models.ts';
import { counted } from '../../../shared/words/counted.ts';
import { toCallError } from '../../api.ts';
import type { AppState } from '../../state/app-state.tsx';
import { notifyError } from '../../state/writes.ts';

/** Returns the chosen systems; undefined means every active one. */
function chosenSystems(state: AppState): SystemCode[] | undefined {
  const { exportWhat, exportSystems } = state.session.getState();
  return exportWhat === 'all' ? undefined : [...exportSystems];
}

export async function pickExportFolder(state: AppState): Promise<void> {
  try {
    const { path } = await state.api.call('door.pickExportFolder', {});
    if (path === null) return;
    state.session.getState().setExport({ exportFolder: path });
    // The old refusal was about the previous folder, so clear it.
    if (state.session.getState().exportRun.kind === 'failed') state.session.getState().setExportRun({ kind: 'idle' });
  } catch (error) {
    notifyError(state, error);
  }
}

/** Runs one export at a time and returns at once when one is running. `download` receives the finished zip. */
export async function runExport(
  state: AppState,
  target: { kind: 'folder'; out: string } | { kind: 'zip'; download: (base64: string, asOf: string) => void },
): Promise<void> {
  const { exportRun, exportFormats, exportChangedOnly, setExportRun, announce } = state.session.getState();
  if (exportRun.kind === 'running') return;
  setExportRun({ kind: 'running', done: 0, total: 0, page: '' });
  const endProgress = state.api.subscribe((event) => {
    if (event.name === 'export.progress') setExportRun({ kind: 'running', ...event.payload });
  });
  const systems = chosenSystems(state);
  const what = { formats: [...exportFormats], ...(systems ? { systems } : {}) };
  try {
    if (target.kind === 'folder') {
      const input = { ...what, out: target.out, changedOnly: exportChangedOnly };
      const { receipt, written, out, isRemembered } = await state.api.call('export.folder', input);
      if (!isRemembered) notifyForgotten(state);
      setExportRun({ kind: 'done', receipt, written, out });
      announce(counted(written.length, 'page exported.', 'pages exported.'));
    } else {
      const { receipt, base64, isRemembered } = await state.api.call('export.zip', what);
      if (!isRemembered) notifyForgotten(state);
      target.download(base64, receipt.asOf);
      setExportRun({ kind: 'done', receipt, written: null, out: null });
      announce(counted(receipt.pages.length, 'page exported.', 'pages exported.'));
    }
  } catch (error) {
    const fault = toCallError(error);
    if (fault.code === 'cancelled') return setExportRun({ kind: 'idle' });
    if (fault.code === 'bug') console.error(error);
    setExportRun({ kind: 'failed', error: fault });
    announce(fault.message);
  } finally {
    endProgress();
  }
}

function notifyForgotten(state: AppState): void {
  state.session.getState().notify('The export was made, but the library was busy, so the board does not show it yet.');
}
