import type { StateCreator } from 'zustand/vanilla';
import type { ArticleId } from '../../shared/models.ts';
import type { Session } from './session.ts';

export interface PageEditorSlice {
  /** The teaser on the open page that keys and commands act on. */
  teaser: ArticleId | null;
  /** The teaser whose words stand open for editing. */
  rewording: ArticleId | null;
  isCandidatesShown: boolean;
  previewWidth: 'desktop' | 'phone';
  setTeaser: (id: ArticleId | null) => void;
  setRewording: (id: ArticleId | null) => void;
  setCandidatesShown: (isShown: boolean) => void;
  setPreviewWidth: (width: 'desktop' | 'phone') => void;
}

export const createPageEditorSlice: StateCreator<Session, [], [], PageEditorSlice> = (set) => ({
  teaser: null,
  rewording: null,
  isCandidatesShown: true,
  previewWidth: 'phone',
  // Words are those of one teaser: selecting another while they stand open moves on to its words.
  setTeaser: (teaser) => set((now) => ({ teaser, rewording: now.rewording === null ? null : teaser })),
  setRewording: (rewording) => set((now) => ({ rewording, teaser: rewording ?? now.teaser })),
  setCandidatesShown: (isCandidatesShown) => set({ isCandidatesShown }),
  setPreviewWidth: (previewWidth) => set({ previewWidth }),
});
