import type { CommandRegistry } from '../../commands/registry.ts';
import type { AppState } from '../../state/app-state.tsx';

export function registerQueueCommands(registry: CommandRegistry, { session }: AppState): () => void {
  return registry.registerAll({
    // Going to the queue leads back to its stories.
    'go.queue': { run: () => session.getState().showQueue('stories') },
    'go.rejections': { run: () => session.getState().showQueue('rejections') },
  });
}
