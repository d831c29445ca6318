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
  /** Starts the sample library afresh. */
  | { kind: 'fresh-sample' }
  | { kind: 'import' }
  | { kind: 'import-report'; report: ImportReport }
  /** An id is a story to edit, null a new one. */
  | { kind: 'story-editor'; id: StoryId | null }
  /** For the selected teaser of the open page. */
  | { kind: 'move-to-number' }
  /** Moves teasers of the open page, or a story from a side list, into a zone. */
  | { kind: 'to-zone'; articleIds: readonly StoryId[] }
  /** The zones of a page. `zoneId` selects one of them. */
  | { kind: 'page-zones'; system: SystemCode; zoneId: string | null }
  /** `id` selects a template. */
  | { kind: 'templates'; id: TemplateId | null }
  | { kind: 'sign-off'; system: SystemCode }
  | { kind: 'silence-check'; system: SystemCode; check: Check }
  | { kind: 'restore-version'; version: VersionSummary }
  /** The lead history of a story. */
  | { kind: 'leads'; articleId: StoryId; headline: string }
  /** Chooses the page to compare with. */
  | { kind: 'beside'; system: SystemCode }
  /** Shows where one story is, with actions for several pages. */
  | { kind: 'on-pages'; id: StoryId }
  | { kind: 'tag-picker'; mode: 'add' | 'remove'; selection: Selection }
  /** Previews one step on several stories. `offered` holds the offers of their rows on screen. */
  | { kind: 'tag-change'; selection: Selection; offered: readonly OfferedTag[] };

/** An offer that may be accepted together with others. */
export interface OfferedTag {
  id: StoryId;
  headline: string;
  code: SystemCode;
  level: Level;
  /** The strength of the new tag, the same as with the offer's own key. */
  strength: Strength;
  why: string;
}

export interface Question {
  title: string;
  body: string;
  /** The label of the confirming button, a verb. */
  confirm: string;
  cancel?: string;
  danger?: boolean;
}

export interface DialogSlice {
  dialog: Dialog | null;
  /** Counts the dialogs opened: the next one of the same kind starts afresh. */
  dialogSerial: number;
  question: Question | null;
  /** The day on which the imported pages were seen; null is today. It also applies to files dropped on the window. */
  importSeenOn: string | null;
  setImportSeenOn: (day: string | null) => void;
  openDialog: (dialog: Dialog) => void;
  closeDialog: () => void;
  /** Opens a question above any dialog. Resolves to true when the editor confirms. */
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
    // The day applies to one import and is not kept for the next.
    openDialog: (dialog) => set(({ dialogSerial }) => ({ dialog, dialogSerial: dialogSerial + 1, importSeenOn: null })),
    closeDialog: () => set({ dialog: null, importSeenOn: null }),
    ask: (question) => {
      // A new question answers an open one with "no".
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
