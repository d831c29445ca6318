import type { SessionStore } from '../state/session.ts';

/** A Chromium interface. It is not in the standard, and is missing where the page is not trusted. */
interface KeyboardMap {
  getLayoutMap(): Promise<ReadonlyMap<string, string>>;
}

/** Reads the keyboard layout, so that a key cap on screen matches the printed key. */
export function followKeyLayout(session: SessionStore): void {
  const { keyboard } = navigator as Navigator & { keyboard?: KeyboardMap };
  if (!keyboard) return;
  const ask = () => {
    keyboard.getLayoutMap().then(
      (map) => session.getState().setKeyLayout(new Map(map)),
      // Without a layout the caps show the US keyboard.
      (error: unknown) => console.info('The browser does not report what the keys print.', error),
    );
  };
  // The editor may have switched the layout while another window was active.
  window.addEventListener('focus', ask);
  ask();
}
