import { useCallback, useMemo, useRef, useSyncExternalStore } from 'react';
import type { MethodInput, MethodOutput } from '../../../shared/contract.ts';
import type { SystemCode } from '../../../shared/models.ts';
import type { Move, MoveState } from '../../../shared/systems/succession.ts';
import type { CallError } from '../../api.ts';
import { useAppState } from '../../state/app-state.tsx';
import type { QueryState } from '../../state/query-cache.ts';

const CHUNK = 100;
type Chunk = QueryState<MethodOutput<'moves.list'>>;

/** The question for one chunk; whoever asks it again must write it the same way. */
function chunkInput(state: MoveState, from: SystemCode | null, index: number): MethodInput<'moves.list'> {
  return { state, ...(from === null ? {} : { from }), offset: index * CHUNK, limit: CHUNK };
}

export const moveKeyOf = ({ id, from }: Pick<Move, 'id' | 'from'>): string => `${id} ${from}`;

/** The newest `chunks` times a hundred stories of one state; each chunk stays fresh by itself. */
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
  // The same array as long as no chunk has changed, which is what React compares.
  const read = useCallback(() => {
    const now = inputs.map((input) => queries.read('moves.list', input));
    const isSame = now.length === last.current.length && now.every((chunk, index) => chunk === last.current[index]);
    if (!isSame) last.current = now;
    return last.current;
  }, [queries, inputs]);
  const states = useSyncExternalStore(subscribe, read);

  const moves = useMemo(() => {
    // While one chunk is newer than the next, a story may stand in both.
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
