import type { CommandRegistry } from '../../commands/registry.ts';
import type { AppState } from '../../state/app-state.tsx';

export function registerZonesCommands(registry: CommandRegistry, { session }: AppState): () => void {
  return registry.registerAll({
    'templates.manage': { run: () => session.getState().openDialog({ kind: 'templates', id: null }) },
  });
}
