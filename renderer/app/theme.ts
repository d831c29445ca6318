import type { Theme } from '../../shared/settings.ts';
import type { SessionStore } from '../state/session.ts';

const KEY = 'patchdesk.theme';

/** The theme of the last session, so that a dark window does not open with a white flash. */
export function rememberedTheme(storage: Storage): Theme {
  const found = storage.getItem(KEY);
  return found === 'light' || found === 'dark' ? found : 'system';
}

/** Applies the chosen theme to the document, and follows the system's theme while that is the choice. */
export function applyTheme(session: SessionStore): void {
  const dark = window.matchMedia('(prefers-color-scheme: dark)');
  const apply = () => {
    const { theme } = session.getState().preferences;
    document.documentElement.dataset['theme'] = theme === 'system' ? (dark.matches ? 'dark' : 'light') : theme;
    localStorage.setItem(KEY, theme);
  };
  dark.addEventListener('change', apply);
  session.subscribe((now, before) => {
    if (now.preferences.theme !== before.preferences.theme) apply();
  });
  apply();
}
