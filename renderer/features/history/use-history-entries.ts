import { useCallback, useMemo, useRef, useSyncExternalStore } from 'react';
import type { MethodOutput } from '../../../shared/contract.ts';
import type { HistoryEntry } from '../../../shared/models.ts';
import type { CallError } from '../../api.ts';
import { useAppState } from '../../state/app-state.tsx';
import type { QueryState } from '../../state/query-cache.ts';

const CHUNK = 250;
type Chunk = QueryState<MethodOutput<'history.list'>>;

const inputOf = (index: number) => ({ limit: CHUNK, offset: index * CHUNK });

/**
 * Returns the newest `chunks` × 250 entries. Each chunk is a query of its own, so that a long history loads while
 * scrolling and every visible chunk stays fresh.
 */
export function useHistoryEntries(chunks: number): {
  entries: readonly HistoryEntry[];
  total: number | null;
  error: CallError | null;
  isLoading: boolean;
  retry: () => void;
} {
  const { queries } = useAppState();
  const last = useRef<readonly Chunk[]>([]);

  const subscribe = useCallback(
    (listener: () => void) => {
      const ends = Array.from({ length: chunks }, (_, index) =>
        queries.watch('history.list', inputOf(index), listener),
      );
      return () => {
        for (const end of ends) end();
      };
    },
    [queries, chunks],
  );
  // Return the same array while no chunk has changed: React compares by identity.
  const read = useCallback(() => {
    const now = Array.from({ length: chunks }, (_, index) => queries.read('history.list', inputOf(index)));
    const isSame = now.length === last.current.length && now.every((chunk, index) => chunk === last.current[index]);
    if (!isSame) last.current = now;
    return last.current;
  }, [queries, chunks]);
  const states = useSyncExternalStore(subscribe, read);

  const entries = useMemo(() => {
    // A refreshed chunk may contain an entry that the next, older chunk still holds.
    const byId = new Map<string, HistoryEntry>();
    for (const { data } of states)
      for (const entry of data?.entries ?? []) byId.set(entry.id, byId.get(entry.id) ?? entry);
    return [...byId.values()];
  }, [states]);

  return {
    entries,
    total: states[0]?.data?.total ?? null,
    error: states.find((state) => state.error)?.error ?? null,
    isLoading: states.some((state) => state.loading),
    retry: () => {
      for (const [index, state] of states.entries()) if (state.error) queries.retry('history.list', inputOf(index));
    },
  };
}
