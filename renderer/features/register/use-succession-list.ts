import { useCallback, useMemo, useRef, useSyncExternalStore } from 'react';
import type { MethodInput, MethodOutput } from '../../../shared/contract.ts';
import type { SystemCode } from '../../../shared/models.ts';
import type { Move, MoveState } from '../../../shared/systems/succession.ts';
import type { CallError } from '../../api.ts';
import { useAppState } from '../../state/app-state.tsx';
import type { QueryState } from '../../state/query-cache.ts';

const CHUNK = 100;
type Chunk = QueryState<MethodOutput<'moves.list'>>;

/** The input of one chunk. Every caller must build it the same way to share the answer. */
function chunkInput(state: MoveState, from: SystemCode | null, index: number): MethodInput<'moves.list'> {
  return { state, ...(from === null ? {} : { from }), offset: index * CHUNK, limit: CHUNK };
}

export const moveKeyOf = ({ id, from }: Pick<Move, 'id' | 'from'>): string => `${id} ${from}`;

/** Returns the newest `chunks` × 100 stories of one state. Each chunk stays fresh by itself. */
export function useMoves(
  state: MoveState,
  from: SystemCode | null,
  chunks: number,
): { moves: readonly Move[]; total: number | null; error: CallError | null; isLoading: boolean; retry: () => void } {
  const { queries } = useAppState();
  const last = useRef<readonly Chunk[]>([]);
  const inputs = useMemo(
    () => Array.from({ length: chunks }, (_, index) => chunkInput(state, from, index)),
    [state, from, chunks],
  );
  const subscribe = useCallback(
    (listener: () => void) => {
      const ends = inputs.map((input) => queries.watch('moves.list', input, listener));
      return () => {
        for (const end of ends) end();
      };
    },
    [queries, inputs],
  );
  // Return the same array while no chunk has changed: React compares by identity.
  const read = useCallback(() => {
    const now = inputs.map((input) => queries.read('moves.list', input));
    const isSame = now.length === last.current.length && now.every((chunk, index) => chunk === last.current[index]);
    if (!isSame) last.current = now;
    return last.current;
  }, [queries, inputs]);
  const states = useSyncExternalStore(subscribe, read);

  const moves = useMemo(() => {
    // A refreshed chunk may contain a story that the next, older chunk still holds.
    const byKey = new Map<string, Move>();
    for (const { data } of states) for (const move of data?.moves ?? []) byKey.set(moveKeyOf(move), move);
    return [...byKey.values()];
  }, [states]);

  return {
    moves,
    total: states[0]?.data?.total ?? null,
    error: states.find(({ error }) => error)?.error ?? null,
    isLoading: states.some(({ loading }) => loading),
    retry: () => {
      for (const [index, input] of inputs.entries()) if (states[index]?.error) queries.retry('moves.list', input);
    },
  };
}
