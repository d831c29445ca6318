import { I18nProvider } from 'react-aria-components';
import { CommandsProvider } from '../commands/context.tsx';
import type { CommandRegistry } from '../commands/registry.ts';
import type { Platform } from '../commands/shortcuts.ts';
import { type AppState, AppStateProvider } from '../state/app-state.tsx';
import { ErrorBoundary } from './ErrorBoundary.tsx';
import { Shell } from './Shell.tsx';

export function App({ state, registry, platform }: { state: AppState; registry: CommandRegistry; platform: Platform }) {
  return (
    <I18nProvider locale="en-GB">
      <AppStateProvider state={state}>
        <CommandsProvider registry={registry} platform={platform}>
          <ErrorBoundary what="Patchdesk">
            <Shell />
          </ErrorBoundary>
        </CommandsProvider>
      </AppStateProvider>
    </I18nProvider>
  );
}
