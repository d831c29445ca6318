import { useEffect } from 'react';
import type { CommandId } from '../../../shared/command-list.ts';
import type { Move } from '../../../shared/systems/succession.ts';
import { useCommand, useCommands } from '../../commands/context.tsx';
import { useAppState } from '../../state/app-state.tsx';
import { isSameMove, type MoveKey } from './register-slice.ts';
import { openMoveOf, settleChosen, settleNone, toggleHome } from './succession-actions.ts';

/** One successor per digit key. */
export const MOST_KEYS = 9;

/**
 * The queue's shortcuts work here too: digits choose, E files and goes on, J and K move. They are the same commands,
 * so that a shortcut the editor has changed is changed in both.
 */
export function useMoveCommands(moves: readonly Move[]): void {
  const state = useAppState();
  const { registry } = useCommands();
  const session = () => state.session.getState();

  const neighbour = (by: 1 | -1): MoveKey | null => {
    const move = moves[moves.findIndex((one) => isSameMove(one, session().openMove)) + by];
    return move ? { id: move.id, from: move.from } : null;
  };
  // Decided stories leave the list, so after the last story open the one before it.
  const nextOf = (): MoveKey | null => neighbour(1) ?? neighbour(-1);
  const isOpen = () => openMoveOf(state) !== null;
  const step = (by: 1 | -1) => ({
    when: () => session().openMove !== null,
    run: () => {
      const target = neighbour(by);
      if (target) session().openMoveOf(target);
      else session().announce(by === 1 ? 'This is the last story.' : 'This is the first story.');
    },
  });

  useEffect(() => {
    const ends = Array.from({ length: MOST_KEYS }, (_, index) =>
      registry.register(`queue.accept${index + 1}` as CommandId, {
        when: () => (openMoveOf(state)?.homes.length ?? 0) > index,
        run: () => {
          const open = openMoveOf(state);
          const home = open?.homes[index];
          if (open && home) toggleHome(state, open, home.code);
        },
      }),
    );
    return () => {
      for (const end of ends) end();
    };
  }, [state, registry]);

  useCommand('queue.next', step(1));
  useCommand('queue.previous', step(-1));
  useCommand('queue.done', {
    when: isOpen,
    run: () => {
      const open = openMoveOf(state);
      return open ? settleChosen(state, open, nextOf()) : undefined;
    },
  });
  useCommand('moves.none', {
    when: () => openMoveOf(state)?.homes.every(({ standing }) => standing !== 'filed') ?? false,
    run: () => {
      const open = openMoveOf(state);
      return open ? settleNone(state, open, nextOf()) : undefined;
    },
  });
}
