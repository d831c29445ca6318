import { type DoorFacts, registerAppCommands } from '../commands/app-commands.ts';
import type { CommandRegistry } from '../commands/registry.ts';
import { registerExportCommands } from '../features/export/export-commands.ts';
import { registerNamesCommands } from '../features/names/names-commands.ts';
import { registerQueueCommands } from '../features/queue/queue-commands.ts';
import { registerStoriesCommands } from '../features/stories/stories-commands.ts';
import { registerZonesCommands } from '../features/zones/zones-commands.ts';
import type { AppState } from '../state/app-state.tsx';

/** The commands that work on every screen. Of two for one id the later wins: a feature may replace one of the app's. */
export function registerCommands(registry: CommandRegistry, state: AppState, door: DoorFacts): void {
  registerAppCommands(registry, state, door);
  registerExportCommands(registry, state);
  registerNamesCommands(registry, state);
  registerQueueCommands(registry, state);
  registerStoriesCommands(registry, state);
  registerZonesCommands(registry, state);
}
