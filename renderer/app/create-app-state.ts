import { type Api, toCallError } from '../api.ts';
import { QueueList } from '../features/queue/queue-list.ts';
import { RowOffers } from '../features/queue/row-offers.ts';
import type { AppState } from '../state/app-state.tsx';
import { QueryCache } from '../state/query-cache.ts';
import { createSession } from './create-session.ts';

/** Made once, in main.tsx or in a test. */
export function createAppState(api: Api): AppState {
  const session = createSession();
  const showError = (error: unknown) => session.getState().notify(toCallError(error).message, { tone: 'bad' });
  return {
    api,
    session,
    queries: new QueryCache(api, (work) => setTimeout(work)),
    queue: new QueueList(api),
    rowOffers: new RowOffers(api, showError),
  };
}
