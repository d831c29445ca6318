import type { SessionStore } from '../state/session.ts';

/** Chromium's own; not in the standard, and absent where the page is not trusted. */
interface KeyboardMap {
  getLayoutMap(): Promise<ReadonlyMap<string, string>>;
}

/** Asks what the keys print, so that a cap on screen looks like the one under the finger. */
export function followKeyLayout(session: SessionStore): void {
  const { keyboard } = navigator as Navigator & { keyboard?: KeyboardMap };
  if (!keyboard) return;
  const ask = () => {
    keyboard.getLayoutMap().then(
      (map) => session.getState().setKeyLayout(new Map(map)),
      // Without an answer the caps show what a US keyboard has in those places.
      (error: unknown) => console.info('The browser does not report what the keys print.', error),
    );
  };
  // The layout may have been switched in another window.
  window.addEventListener('focus', ask);
  ask();
}
