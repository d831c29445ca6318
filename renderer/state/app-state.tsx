import { createContext, type ReactNode, useContext } from 'react';
import { useStore } from 'zustand';
import type { Api } from '../api.ts';
import type { QueryCache } from './query-cache.ts';
import type { Session, SessionStore } from './session.ts';

/**
 * AppState is shared by the whole window, and made once, by app/create-app-state.ts. A feature that keeps an object of
 * its own for the whole session declares it here, beside its class.
 */
export interface AppState {
  api: Api;
  session: SessionStore;
  queries: QueryCache;
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
