import type { StateCreator } from 'zustand/vanilla';
import type { StoryId, SystemCode } from '../../../shared/models.ts';
import { NOTHING_SELECTED, type SelectionState } from '../../state/selection.ts';
import type { Session } from '../../state/session.ts';

export interface QueueSlice {
  queueView: 'stories' | 'rejections';
  /** The open story, on which shortcuts act. */
  queueStory: StoryId | null;
  /** Stories ticked for one step on several. */
  queueSelection: SelectionState;
  /** True when offers beyond the nine with keys are shown. */
  isQueueExpanded: boolean;
  /** The system that the strength key changes, while that story is open. */
  lastFiled: { id: StoryId; code: SystemCode } | null;
  showQueue: (view: QueueSlice['queueView']) => void;
  openQueueStory: (id: StoryId | null) => void;
  setQueueSelection: (selection: SelectionState) => void;
  expandQueue: () => void;
  setLastFiled: (id: StoryId, code: SystemCode) => void;
}

declare module '../../state/session.ts' {
  interface Session extends QueueSlice {}
}

/** Reset for another library. */
export const FRESH_QUEUE = {
  queueView: 'stories',
  queueStory: null,
  queueSelection: NOTHING_SELECTED,
  isQueueExpanded: false,
  lastFiled: null,
} as const satisfies Partial<QueueSlice>;

export const createQueueSlice: StateCreator<Session, [], [], QueueSlice> = (set) => ({
  ...FRESH_QUEUE,
  showQueue: (queueView) => set({ place: 'queue', queueView, isDrawerOpen: false, hasLanded: true }),
  openQueueStory: (queueStory) =>
    set((now) => (now.queueStory === queueStory ? now : { queueStory, isQueueExpanded: false, lastFiled: null })),
  setQueueSelection: (queueSelection) => set({ queueSelection }),
  expandQueue: () => set({ isQueueExpanded: true }),
  setLastFiled: (id, code) => set({ lastFiled: { id, code } }),
});
