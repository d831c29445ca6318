import type { StateCreator } from 'zustand/vanilla';
import type { EventPayload } from '../../shared/contract.ts';

type Progress = EventPayload<'work.progress'>;

/** Work of the desk that takes over half a second, and for a moment how it ended. */
export type WorkState =
  | { kind: 'none' }
  | ({ kind: 'running'; isCancelling: boolean } & Progress)
  | { kind: 'ended'; id: number; text: string };

export interface WorkSlice {
  work: WorkState;
  setWork: (work: WorkState) => void;
}

export const createWorkSlice: StateCreator<WorkSlice> = (set) => ({
  work: { kind: 'none' },
  setWork: (work) => set({ work }),
});
