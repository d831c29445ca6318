import type { CommandRegistry } from '../../commands/registry.ts';
import type { AppState } from '../../state/app-state.tsx';

export function registerNamesCommands(registry: CommandRegistry, { session }: AppState): () => void {
  return registry.registerAll({
    'go.reread': { run: () => session.getState().showNames('reread') },
  });
}
