import { app } from 'electron';
import type { Desk } from '../desk/desk.ts';

// A desk that has not closed by then is left to SQLite's own log, which loses nothing.
const CLOSING_MS = 5000;

/**
 * Closes the desk once, after the last window has gone and before the process ends: on `will-quit` and not
 * on `before-quit`, because a window may still keep itself open in between.
 */
export function closeDeskOnQuit(desk: Desk): void {
  let isClosed = false;
  app.on('will-quit', (event) => {
    if (isClosed) return;
    event.preventDefault();
    const late = new Promise<void>((resolve) => setTimeout(resolve, CLOSING_MS));
    Promise.race([desk.close(), late])
      .catch((error: unknown) => console.error('The desk did not close cleanly:', error))
      .finally(() => {
        isClosed = true;
        app.quit();
      });
  });
}
