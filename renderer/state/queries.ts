import { useCallback, useEffect, useRef, useSyncExternalStore } from 'react';
import type { LibraryInfo, MethodInput, MethodName, MethodOutput } from '../../shared/contract.ts';
import type { System, SystemCode } from '../../shared/models.ts';
import { type AppState, useAppState } from './app-state.tsx';
import { keyOf, type QueryState } from './query-cache.ts';

export interface QueryResult<T> extends QueryState<T> {
  /** True when `data` answers the previous input; only with `keepPrevious`. */
  isPrevious: boolean;
  retry: () => void;
}

const NOT_ASKED: QueryState<never> = { data: undefined, error: null, loading: false };

/**
 * Returns one answer of the desk and keeps it fresh. A null input runs no query. With `keepPrevious` the last answer
 * stays while another input loads, so that a list does not flicker during typing.
 */
export function useQuery<M extends MethodName>(
  method: M,
  input: MethodInput<M> | null,
  { keepPrevious = false }: { keepPrevious?: boolean } = {},
): QueryResult<MethodOutput<M>> {
  const { queries } = useAppState();
  const key = input === null ? null : keyOf(method, input);
  const asked = useRef(input);
  asked.current = input;

  // The key identifies method and input, so that a new object with equal content is the same query.
  // biome-ignore lint/correctness/useExhaustiveDependencies: see above.
  const subscribe = useCallback(
    (listener: () => void) =>
      asked.current === null ? () => undefined : queries.watch(method, asked.current, listener),
    [queries, key],
  );
  const state = useSyncExternalStore<QueryState<MethodOutput<M>>>(subscribe, () =>
    asked.current === null ? NOT_ASKED : queries.read(method, asked.current),
  );
  // biome-ignore lint/correctness/useExhaustiveDependencies: see above.
  const retry = useCallback(() => {
    if (asked.current !== null) queries.retry(method, asked.current);
  }, [queries, key]);

  const previous = useRef<MethodOutput<M> | undefined>(undefined);
  useEffect(() => {
    if (state.data !== undefined) previous.current = state.data;
  }, [state.data]);
  const isPrevious = keepPrevious && state.data === undefined && previous.current !== undefined;
  return { ...state, data: isPrevious ? previous.current : state.data, isPrevious, retry };
}

export function useLibraryInfo(): QueryResult<LibraryInfo> {
  return useQuery('library.info', {});
}

/** `stories` leaves out withdrawn ones, but a library that holds only those is not empty. */
export function isLibraryEmpty(info: LibraryInfo): boolean {
  return info.stories === 0 && info.counts.withdrawn === 0 && !info.isSample;
}

const NO_SYSTEMS: readonly System[] = [];

/** Returns all systems that ever were, the active ones first. */
export function useSystems(): readonly System[] {
  return useQuery('systems.list', { scope: 'ever' }).data ?? NO_SYSTEMS;
}

/** Systems by code, made once per list for all rows. */
const byCode = new WeakMap<readonly System[], ReadonlyMap<SystemCode, System>>();

function systemsByCode(systems: readonly System[]): ReadonlyMap<SystemCode, System> {
  let map = byCode.get(systems);
  if (!map) {
    map = new Map(systems.map((system) => [system.code, system]));
    byCode.set(systems, map);
  }
  return map;
}

export function useSystemsByCode(): ReadonlyMap<SystemCode, System> {
  return systemsByCode(useSystems());
}

/** The system's short name, or its code while the systems are not read yet. */
export function systemName({ queries }: Pick<AppState, 'queries'>, code: SystemCode): string {
  const systems = queries.read('systems.list', { scope: 'ever' }).data;
  return (systems && systemsByCode(systems).get(code)?.shortName) ?? code;
}
