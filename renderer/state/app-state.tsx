import { createContext, type ReactNode, useContext } from 'react';
import { useStore } from 'zustand';
import { type Api, toCallError } from '../api.ts';
import { QueueList } from '../features/queue/queue-list.ts';
import { RowOffers } from '../features/queue/row-offers.ts';
import { QueryCache } from './query-cache.ts';
import { createSession, type Session, type SessionStore } from './session.ts';

/** AppState is shared by the whole window. It is made once, in main.tsx or in a test. */
export interface AppState {
  api: Api;
  session: SessionStore;
  queries: QueryCache;
  queue: QueueList;
  rowOffers: RowOffers;
}

export function createAppState(api: Api): AppState {
  const session = createSession();
  const tell = (error: unknown) => session.getState().notify(toCallError(error).message, { tone: 'bad' });
  return {
    api,
    session,
    queries: new QueryCache(api, (work) => setTimeout(work)),
    queue: new QueueList(api),
    rowOffers: new RowOffers(api, tell),
  };
}

const AppStateContext = createContext<AppState | null>(null);

export function AppStateProvider({ state, children }: { state: AppState; children: ReactNode }) {
  return <AppStateContext value={state}>{children}</AppStateContext>;
}

export function useAppState(): AppState {
  const state = useContext(AppStateContext);
  if (!state) throw new Error('There is no AppStateProvider above this component.');
  return state;
}

export const useApi = (): Api => useAppState().api;

/** Select the smallest value possible: the component renders again whenever it changes. */
export function useSession<T>(selector: (session: Session) => T): T {
  return useStore(useAppState().session, selector);
}
