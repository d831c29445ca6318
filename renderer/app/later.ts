import { lazy } from 'react';

/**
 * What the first rows of stories do not need: fetched when it is asked for, or in the first quiet moment.
 * A dialog that somebody types into right after its key is none of it: it must be there for the next letter.
 */
const parts = {
  pages: () => import('../features/pages/PagesScreen.tsx'),
  exporting: () => import('../features/export/ExportScreen.tsx'),
  history: () => import('../features/history/HistoryScreen.tsx'),
  names: () => import('../features/names/NamesScreen.tsx'),
  register: () => import('../features/moves/RegisterScreen.tsx'),
  welcome: () => import('../features/welcome/WelcomeScreen.tsx'),
  importing: () => import('../features/stories/ImportDialog.tsx'),
  report: () => import('../features/stories/ImportReportDialog.tsx'),
  zones: () => import('../features/zones/PageZonesDialog.tsx'),
  templates: () => import('../features/zones/TemplatesDialog.tsx'),
  settings: () => import('./SettingsDialog.tsx'),
  shortcuts: () => import('./ShortcutsDialog.tsx'),
  about: () => import('./AboutDialog.tsx'),
};

export const PagesScreen = lazy(async () => ({ default: (await parts.pages()).PagesScreen }));
export const ExportScreen = lazy(async () => ({ default: (await parts.exporting()).ExportScreen }));
export const HistoryScreen = lazy(async () => ({ default: (await parts.history()).HistoryScreen }));
export const NamesScreen = lazy(async () => ({ default: (await parts.names()).NamesScreen }));
export const RegisterScreen = lazy(async () => ({ default: (await parts.register()).RegisterScreen }));
export const WelcomeScreen = lazy(async () => ({ default: (await parts.welcome()).WelcomeScreen }));
export const ImportDialog = lazy(async () => ({ default: (await parts.importing()).ImportDialog }));
export const ImportReportDialog = lazy(async () => ({ default: (await parts.report()).ImportReportDialog }));
export const PageZonesDialog = lazy(async () => ({ default: (await parts.zones()).PageZonesDialog }));
export const TemplatesDialog = lazy(async () => ({ default: (await parts.templates()).TemplatesDialog }));
export const SettingsDialog = lazy(async () => ({ default: (await parts.settings()).SettingsDialog }));
export const ShortcutsDialog = lazy(async () => ({ default: (await parts.shortcuts()).ShortcutsDialog }));
export const AboutDialog = lazy(async () => ({ default: (await parts.about()).AboutDialog }));

/** Fetches the rest once the window has nothing better to do; returns the function that calls it off. */
export function fetchLater(): () => void {
  const handle = requestIdleCallback(
    () => {
      for (const part of Object.values(parts)) {
        // What fails here is fetched again, and reported, when it is needed.
        part().catch((error: unknown) => console.warn('A part of the window could not be fetched ahead.', error));
      }
    },
    { timeout: 3000 },
  );
  return () => cancelIdleCallback(handle);
}
