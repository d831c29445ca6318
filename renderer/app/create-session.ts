import { createStore } from 'zustand/vanilla';
import { createBoardSlice, FRESH_BOARD } from '../features/board/board-slice.ts';
import { createCoverageSlice, FRESH_COVERAGE } from '../features/coverage/coverage-slice.ts';
import { createExportSlice, FRESH_EXPORT } from '../features/export/export-slice.ts';
import { createNamesSlice, FRESH_NAMES } from '../features/names/names-slice.ts';
import { createPageEditorSlice, FRESH_PAGE_EDITOR } from '../features/page-editor/page-editor-slice.ts';
import { createQueueSlice, FRESH_QUEUE } from '../features/queue/queue-slice.ts';
import { createRegisterSlice, FRESH_REGISTER } from '../features/register/register-slice.ts';
import { createStoriesSlice, FRESH_STORIES } from '../features/stories/stories-slice.ts';
import { createConflictSlice } from '../state/conflicts.ts';
import { createDialogSlice } from '../state/dialogs.ts';
import { createLayoutSlice } from '../state/layout.ts';
import { createNavigationSlice, FRESH_NAVIGATION } from '../state/navigation.ts';
import { createNoticeSlice } from '../state/notices.ts';
import type { Session, SessionStore } from '../state/session.ts';
import { createWorkSlice } from '../state/work.ts';

/** The slices of the window and of every feature; a slice that is declared and not made here is a type error. */
export function createSession(): SessionStore {
  return createStore<Session>()((...tools) => ({
    ...createNavigationSlice(...tools),
    ...createDialogSlice(...tools),
    ...createConflictSlice(...tools),
    ...createNoticeSlice(...tools),
    ...createLayoutSlice(...tools),
    ...createWorkSlice(...tools),
    ...createBoardSlice(...tools),
    ...createCoverageSlice(...tools),
    ...createExportSlice(...tools),
    ...createNamesSlice(...tools),
    ...createPageEditorSlice(...tools),
    ...createQueueSlice(...tools),
    ...createRegisterSlice(...tools),
    ...createStoriesSlice(...tools),
  }));
}

const FRESH = {
  ...FRESH_NAVIGATION,
  ...FRESH_BOARD,
  ...FRESH_COVERAGE,
  ...FRESH_EXPORT,
  ...FRESH_NAMES,
  ...FRESH_PAGE_EDITOR,
  ...FRESH_QUEUE,
  ...FRESH_REGISTER,
  ...FRESH_STORIES,
} as const satisfies Partial<Session>;

/** Another library was opened: what is selected, open or copied belongs to the one before. */
export function resetForLibrary(session: SessionStore): void {
  session.setState(FRESH);
}
