import { createStore, type StoreApi } from 'zustand/vanilla';
import { type BoardSlice, createBoardSlice } from '../features/board/board-slice.ts';
import { createExportSlice, type ExportSlice } from '../features/export/export-slice.ts';
import { createNamesSlice, type NamesSlice } from '../features/names/names-slice.ts';
import { createPageEditorSlice, type PageEditorSlice } from '../features/page-editor/page-editor-slice.ts';
import { createQueueSlice, type QueueSlice } from '../features/queue/queue-slice.ts';
import { createMovesSlice, type MovesSlice } from '../features/register/register-slice.ts';
import { createStoriesSlice, type StoriesSlice } from '../features/stories/stories-slice.ts';
import { createDialogSlice, type DialogSlice } from './dialogs.ts';
import { createLayoutSlice, type LayoutSlice } from './layout.ts';
import { createNavigationSlice, type NavigationSlice } from './navigation.ts';
import { createNoticeSlice, type NoticeSlice } from './notices.ts';

/** Session holds the state of this window and session. It never holds library data. */
export type Session = NavigationSlice &
  NamesSlice &
  MovesSlice &
  StoriesSlice &
  DialogSlice &
  NoticeSlice &
  LayoutSlice &
  BoardSlice &
  PageEditorSlice &
  ExportSlice &
  QueueSlice;
export type SessionStore = StoreApi<Session>;

export function createSession(): SessionStore {
  return createStore<Session>()((...tools) => ({
    ...createNavigationSlice(...tools),
    ...createNamesSlice(...tools),
    ...createMovesSlice(...tools),
    ...createStoriesSlice(...tools),
    ...createDialogSlice(...tools),
    ...createNoticeSlice(...tools),
    ...createLayoutSlice(...tools),
    ...createBoardSlice(...tools),
    ...createPageEditorSlice(...tools),
    ...createExportSlice(...tools),
    ...createQueueSlice(...tools),
  }));
}
