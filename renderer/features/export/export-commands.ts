import type { CommandRegistry } from '../../commands/registry.ts';
import type { AppState } from '../../state/app-state.tsx';

export function registerExportCommands(registry: CommandRegistry, { session }: AppState): () => void {
  return registry.registerAll({
    // The Export screen takes this over while it is open: there it starts the export.
    'export.start': { run: () => session.getState().goTo('export') },
  });
}
