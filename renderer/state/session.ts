import type { StoreApi } from 'zustand/vanilla';
import type { ConflictSlice } from './conflicts.ts';
import type { DialogSlice } from './dialogs.ts';
import type { LayoutSlice } from './layout.ts';
import type { NavigationSlice } from './navigation.ts';
import type { NoticeSlice } from './notices.ts';
import type { WorkSlice } from './work.ts';

/**
 * What belongs to this window and this sitting: nothing here is library data. Each feature adds its own slice by
 * declaring this interface again beside it; app/create-session.ts fails the type check while a slice is missing.
 */
export interface Session extends NavigationSlice, DialogSlice, ConflictSlice, NoticeSlice, LayoutSlice, WorkSlice {}

export type SessionStore = StoreApi<Session>;
