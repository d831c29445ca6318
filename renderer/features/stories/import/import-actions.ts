import type { ImportReport, MethodInput } from '../../../../shared/contract.ts';
import { CallError } from '../../../api.ts';
import type { AppState } from '../../../state/app-state.tsx';
import { type HeldFile, toBase64 } from '../../../state/held-file.ts';
import { notifyError } from '../../../state/writes.ts';

/** A larger file is not a saved page. The desk would refuse it after a long wait. */
const MOST_BYTES = 64 * 1024 * 1024;

export async function holdFiles(files: readonly File[]): Promise<HeldFile[]> {
  const tooLarge = files.find((file) => file.size > MOST_BYTES);
  if (tooLarge) {
    throw new CallError(
      'too-large',
      `${tooLarge.name} is larger than any saved page. Leave it out and import the rest.`,
    );
  }
  return Promise.all(files.map(async (file) => ({ name: file.name, base64: await toBase64(file) })));
}

async function showReport(state: AppState, call: () => Promise<ImportReport>): Promise<ImportReport | null> {
  try {
    const report = await call();
    state.session.getState().openDialog({ kind: 'import-report', report });
    return report;
  } catch (error) {
    notifyError(state, error);
    return null;
  }
}

/** Imports files held by the window, then shows the report. */
export async function importHeld(
  state: AppState,
  files: readonly HeldFile[],
  more: Pick<MethodInput<'import.contents'>, 'seenOn'> = {},
): Promise<ImportReport | null> {
  if (files.length === 0) return null;
  return showReport(state, () => state.api.call('import.contents', { files: [...files], ...more }));
}

/** Imports files by path. The desktop door's file dialog returns paths, and the desk reads the files itself. */
export async function importPaths(
  state: AppState,
  paths: readonly string[],
  more: Pick<MethodInput<'import.paths'>, 'seenOn'> = {},
): Promise<ImportReport | null> {
  if (paths.length === 0) return null;
  return showReport(state, () => state.api.call('import.paths', { paths: [...paths], ...more }));
}
