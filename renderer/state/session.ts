import { createStore, type StoreApi } from 'zustand/vanilla';
import { type BoardSlice, createBoardSlice } from './board.ts';
import { createDialogSlice, type DialogSlice } from './dialogs.ts';
import { createExportSlice, type ExportSlice } from './export.ts';
import { createLayoutSlice, type LayoutSlice } from './layout.ts';
import { createMovesSlice, type MovesSlice } from './moves.ts';
import { createNamesSlice, type NamesSlice } from './names.ts';
import { createNavigationSlice, type NavigationSlice } from './navigation.ts';
import { createNoticeSlice, type NoticeSlice } from './notices.ts';
import { createPageEditorSlice, type PageEditorSlice } from './page-editor.ts';
import { createQueueSlice, type QueueSlice } from './queue.ts';
import { createStoriesSlice, type StoriesSlice } from './stories.ts';

/** What belongs to this window and this sitting: nothing here is library data. */
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
