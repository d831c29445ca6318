import type { StateCreator } from 'zustand/vanilla';
import type { MethodOutput } from '../../../shared/contract.ts';
import type { ExportFormat, Receipt, SystemCode } from '../../../shared/models.ts';
import type { CallError } from '../../api.ts';
import type { Session } from '../../state/session.ts';

export type ExportRun =
  | { kind: 'idle' }
  /** `total` is 0 until the desk has reported the number of pages. */
  | { kind: 'running'; done: number; total: number; page: string }
  | { kind: 'failed'; error: CallError }
  /** `out` is the folder, or null when the pages were downloaded. */
  | { kind: 'done'; receipt: Receipt; written: MethodOutput<'export.folder'>['written'] | null; out: string | null };

/** The choices are kept for the session, so that the next export takes one key press. */
export interface ExportSlice {
  exportWhat: 'all' | 'some';
  exportSystems: ReadonlySet<SystemCode>;
  exportFormats: readonly ExportFormat[];
  exportFolder: string | null;
  exportChangedOnly: boolean;
  exportRun: ExportRun;
  setExport: (
    change: Partial<
      Pick<ExportSlice, 'exportWhat' | 'exportSystems' | 'exportFormats' | 'exportFolder' | 'exportChangedOnly'>
    >,
  ) => void;
  setExportRun: (run: ExportRun) => void;
}

declare module '../../state/session.ts' {
  interface Session extends ExportSlice {}
}

/** For another library. The folder goes too: pages of one library must not land among those of another unasked. */
export const FRESH_EXPORT = { exportFolder: null, exportRun: { kind: 'idle' } } as const satisfies Partial<ExportSlice>;

export const createExportSlice: StateCreator<Session, [], [], ExportSlice> = (set) => ({
  ...FRESH_EXPORT,
  exportWhat: 'all',
  exportSystems: new Set(),
  exportFormats: ['html', 'json', 'text'],
  exportChangedOnly: false,
  setExport: (change) => set(change),
  setExportRun: (exportRun) => set({ exportRun }),
});
