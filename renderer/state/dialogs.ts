import type { StateCreator } from 'zustand/vanilla';
import type { ImportReport } from '../../shared/contract.ts';
import type { Selection, StoryId, Strength, SystemCode } from '../../shared/models.ts';
import type { Check } from '../../shared/pages/checks.ts';
import type { TemplateId } from '../../shared/pages/fill-rules.ts';
import type { VersionSummary } from '../../shared/pages/versions.ts';
import type { Level } from '../../shared/tagging/reasons.ts';

export type Dialog =
  | { kind: 'palette'; text: string }
  | { kind: 'about' }
  | { kind: 'shortcuts' }
  | { kind: 'settings' }
  | { kind: 'import' }
  | { kind: 'import-report'; report: ImportReport }
  /** An id is a story to edit, null a new one. */
  | { kind: 'story-editor'; id: StoryId | null }
  /** For the selected teaser of the open page. */
  | { kind: 'move-to-number' }
  /** Into another zone of the open page: its teasers, or a story from beside it. */
  | { kind: 'to-zone'; articleIds: readonly StoryId[] }
  /** The zones of a page; with an id, that zone is the one selected. */
  | { kind: 'page-zones'; system: SystemCode; zoneId: string | null }
  /** With an id, that template is the one shown. */
  | { kind: 'templates'; id: TemplateId | null }
  | { kind: 'sign-off'; system: SystemCode }
  | { kind: 'silence-check'; system: SystemCode; check: Check }
  | { kind: 'restore-version'; version: VersionSummary }
  /** For which days a story was signed off as a lead. */
  | { kind: 'leads'; articleId: StoryId; headline: string }
  /** Which page to put beside this one. */
  | { kind: 'beside'; system: SystemCode }
  /** Where one story stands, and what to do with it on several pages. */
  | { kind: 'on-pages'; id: StoryId }
  | { kind: 'tag-picker'; mode: 'add' | 'remove'; selection: Selection }
  /** A step on several stories, shown before it is done; `offered` is what their rows on screen offer. */
  | { kind: 'tag-change'; selection: Selection; offered: readonly OfferedTag[] };

/** An offer that may be accepted together with others. */
export interface OfferedTag {
  id: StoryId;
  headline: string;
  code: SystemCode;
  level: Level;
  /** What the tag will say: as strong as by the offer's own key. */
  strength: Strength;
  why: string;
}

export interface Question {
  title: string;
  body: string;
  /** The label of the button that goes ahead, a verb. */
  confirm: string;
  cancel?: string;
  danger?: boolean;
}

export interface DialogSlice {
  dialog: Dialog | null;
  /** Counts the dialogs opened: the next one of the same kind starts afresh. */
  dialogSerial: number;
  question: Question | null;
  /** The day an import says its pages were seen; null is today. Files dropped on the window follow it. */
  importSeenOn: string | null;
  setImportSeenOn: (day: string | null) => void;
  openDialog: (dialog: Dialog) => void;
  closeDialog: () => void;
  /** Asks on top of whatever is open; true when the editor goes ahead. */
  ask: (question: Question) => Promise<boolean>;
  answer: (goAhead: boolean) => void;
}

export const createDialogSlice: StateCreator<DialogSlice> = (set) => {
  let settle: ((goAhead: boolean) => void) | null = null;
  return {
    dialog: null,
    dialogSerial: 0,
    question: null,
    importSeenOn: null,
    setImportSeenOn: (importSeenOn) => set({ importSeenOn }),
    // Another day is said for one import, never kept for the next.
    openDialog: (dialog) => set(({ dialogSerial }) => ({ dialog, dialogSerial: dialogSerial + 1, importSeenOn: null })),
    closeDialog: () => set({ dialog: null, importSeenOn: null }),
    ask: (question) => {
      // A question not yet answered is answered with no by the next one.
      settle?.(false);
      set({ question });
      return new Promise((resolve) => {
        settle = resolve;
      });
    },
    answer: (goAhead) => {
      const waiting = settle;
      settle = null;
      set({ question: null });
      waiting?.(goAhead);
    },
  };
};
