import { type ComponentType, createElement, lazy } from 'react';

/**
 * What the first rows of stories do not need: fetched when it is asked for, or in the first quiet moment.
 * A dialog that somebody types into right after its key is none of it: it must be there for the next letter.
 */
export interface Part<P extends object> {
  fetch: () => Promise<void>;
  /** The component itself, or one that React waits for where it is drawn before it is here. */
  component: () => ComponentType<P>;
}

const parts: Pick<Part<object>, 'fetch'>[] = [];

function later<P extends object>(load: () => Promise<ComponentType<P>>): Part<P> {
  let loaded: ComponentType<P> | undefined;
  let drawn: ComponentType<P> | undefined;
  const part: Part<P> = {
    fetch: async () => {
      loaded = await load();
    },
    component: () => {
      // What was drawn once stays, or its state would be lost when the other takes its place.
      drawn ??= loaded ?? lazy(async () => ({ default: await load() }));
      return drawn;
    },
  };
  parts.push(part);
  return part;
}

/**
 * A part with its own props. Where it has been fetched it is drawn at once: of a lazy one React would show what stands
 * in for it, and then hold the real one back for 300 ms so that the screen does not flicker.
 */
export function Later<P extends object>({ part, ...props }: { part: Part<P> } & P) {
  return createElement(part.component(), props as unknown as P);
}

// In the order in which an editor will want them.
export const pagesScreen = later(async () => (await import('./PagesScreen.tsx')).PagesScreen);
export const exportScreen = later(async () => (await import('../features/export/ExportScreen.tsx')).ExportScreen);
export const historyScreen = later(async () => (await import('../features/history/HistoryScreen.tsx')).HistoryScreen);
export const namesScreen = later(async () => (await import('../features/names/NamesScreen.tsx')).NamesScreen);
export const registerScreen = later(
  async () => (await import('../features/register/RegisterScreen.tsx')).RegisterScreen,
);
export const welcomeScreen = later(async () => (await import('../features/welcome/WelcomeScreen.tsx')).WelcomeScreen);
export const importDialog = later(
  async () => (await import('../features/stories/import/ImportDialog.tsx')).ImportDialog,
);
export const importReportDialog = later(
  async () => (await import('../features/stories/import/ImportReportDialog.tsx')).ImportReportDialog,
);
export const pageZonesDialog = later(
  async () => (await import('../features/zones/PageZonesDialog.tsx')).PageZonesDialog,
);
export const templatesDialog = later(
  async () => (await import('../features/zones/TemplatesDialog.tsx')).TemplatesDialog,
);
export const settingsDialog = later(async () => (await import('./settings/SettingsDialog.tsx')).SettingsDialog);
export const shortcutsDialog = later(async () => (await import('./ShortcutsDialog.tsx')).ShortcutsDialog);
export const aboutDialog = later(async () => (await import('./AboutDialog.tsx')).AboutDialog);

/** Fetches the rest once the window has nothing better to do; returns the function that calls it off. */
export function fetchLater(): () => void {
  const handle = requestIdleCallback(
    () => {
      for (const part of parts) {
        // What fails here is fetched again, and reported, when it is needed.
        part.fetch().catch((error: unknown) => console.warn('A part of the window could not be prefetched.', error));
      }
    },
    { timeout: 3000 },
  );
  return () => cancelIdleCallback(handle);
}
