import { useEffect } from 'react';
import type { StoryId } from '../../../shared/models.ts';
import { useAppState } from '../../state/app-state.tsx';
import type { QueueView } from './queue-list.ts';

const NOTHING = () => undefined;
/** The next two stories, the nearer first, then the previous one. */
const STEPS = [1, 2, -1] as const;

/**
 * Prefetches the stories around the open one and keeps them fresh, so that each opens in the frame of its key press.
 */
export function useNeighbours(open: StoryId | null, view: QueueView): void {
  const { queries } = useAppState();
  const index = open === null ? null : view.indexOf(open);
  const ids = index === null ? [] : STEPS.flatMap((step) => view.rowAt(index + step)?.id ?? []);
  const key = ids.join();
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key identifies the ids.
  useEffect(() => {
    const ends = ids.map((id) => queries.watch('queue.get', { id }, NOTHING));
    return () => {
      for (const end of ends) end();
    };
  }, [queries, key]);
}
