import { type ComponentType, createElement, lazy } from 'react';

const fetches: (() => Promise<void>)[] = [];

/**
 * A component that the first rows of stories do not need: fetched when it is drawn, or in the first quiet moment. A
 * dialog that somebody types into right after its key must not be one: it has to be there for the next letter.
 */
function lazyPart<P extends object>(load: () => Promise<ComponentType<P>>): ComponentType<P> {
  let loaded: ComponentType<P> | undefined;
  let drawn: ComponentType<P> | undefined;
  fetches.push(async () => {
    loaded = await load();
  });
  return (props) => {
    // A fetched part is drawn at once: for a lazy one React shows its fallback, and then holds the part itself back
    // for 300 ms against flicker. A part that was drawn keeps its component, or its state would be lost.
    drawn ??= loaded ?? lazy(async () => ({ default: await load() }));
    return createElement(drawn, props);
  };
}

// In the order in which an editor will want them.
export const PagesScreen = lazyPart(async () => (await import('./PagesScreen.tsx')).PagesScreen);
export const ExportScreen = lazyPart(async () => (await import('../features/export/ExportScreen.tsx')).ExportScreen);
export const HistoryScreen = lazyPart(
  async () => (await import('../features/history/HistoryScreen.tsx')).HistoryScreen,
);
export const NamesScreen = lazyPart(async () => (await import('../features/names/NamesScreen.tsx')).NamesScreen);
export const RegisterScreen = lazyPart(
  async () => (await import('../features/register/RegisterScreen.tsx')).RegisterScreen,
);
export const WelcomeScreen = lazyPart(
  async () => (await import('../features/welcome/WelcomeScreen.tsx')).WelcomeScreen,
);
export const ImportDialog = lazyPart(
  async () => (await import('../features/stories/import/ImportDialog.tsx')).ImportDialog,
);
export const ImportReportDialog = lazyPart(
  async () => (await import('../features/stories/import/ImportReportDialog.tsx')).ImportReportDialog,
);
export const PageZonesDialog = lazyPart(
  async () => (await import('../features/zones/PageZonesDialog.tsx')).PageZonesDialog,
);
export const TemplatesDialog = lazyPart(
  async () => (await import('../features/zones/TemplatesDialog.tsx')).TemplatesDialog,
);
export const SettingsDialog = lazyPart(async () => (await import('./settings/SettingsDialog.tsx')).SettingsDialog);
export const ShortcutsDialog = lazyPart(async () => (await import('./ShortcutsDialog.tsx')).ShortcutsDialog);
export const AboutDialog = lazyPart(async () => (await import('./AboutDialog.tsx')).AboutDialog);

/** Fetches the rest once the window has nothing better to do; returns the function that calls it off. */
export function prefetchParts(): () => void {
  const handle = requestIdleCallback(
    () => {
      for (const fetch of fetches) {
        // What fails here is fetched again, and reported, when it is needed.
        fetch().catch((error: unknown) => console.warn('A part of the window could not be fetched ahead.', error));
      }
    },
    { timeout: 3000 },
  );
  return () => cancelIdleCallback(handle);
}
