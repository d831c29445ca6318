import { type ComponentType, createElement, lazy } from 'react';

/**
 * A Part is code that the first rows of stories do not need. It is loaded on demand, or once the window is idle. A
 * dialog that an editor types into right after its shortcut must not be a Part: it would miss the next letter.
 */
export interface Part<P extends object> {
  fetch: () => Promise<void>;
  /** The loaded component, or a lazy one that React suspends on until it is loaded. */
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
      // Keep the component that was drawn first: swapping lazy for loaded would lose its state.
      drawn ??= loaded ?? lazy(async () => ({ default: await load() }));
      return drawn;
    },
  };
  parts.push(part);
  return part;
}

/**
 * Later draws a part with its own props. A loaded part is drawn at once: for a lazy component React shows the
 * fallback and then delays the real one by 300 ms to avoid a flicker.
 */
export function Later<P extends object>({ part, ...props }: { part: Part<P> } & P) {
  return createElement(part.component(), props as unknown as P);
}

// In the order in which an editor is likely to need them.
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

/** Prefetches the parts once the window is idle. Returns the function that cancels it. */
export function fetchLater(): () => void {
  const handle = requestIdleCallback(
    () => {
      for (const part of parts) {
        // A failed part is loaded again, and its error reported, when it is needed.
        part.fetch().catch((error: unknown) => console.warn('A part of the window could not be prefetched.', error));
      }
    },
    { timeout: 3000 },
  );
  return () => cancelIdleCallback(handle);
}
