import { app } from 'electron';
import type { Desk } from '../desk/desk.ts';

// After this time the app quits without waiting: SQLite's own log keeps all that was written.
const CLOSING_MS = 5000;

/**
 * Closes the desk once, after the last window is closed and before the process ends. It uses `will-quit` and not
 * `before-quit`, because a window may still refuse to close in between.
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
