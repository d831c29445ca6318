import { app, type BrowserWindow, dialog } from 'electron';
import type { Reply } from '../../shared/contract.ts';

/**
 * Watches the replies for a desk that has died under an open window, and says so once. Its library is
 * whole: what was confirmed is written, what was not is not.
 */
export function watchForLostDesk(window: () => BrowserWindow | null): (reply: Reply<unknown>) => void {
  let hasTold = false;
  return (reply) => {
    if (hasTold || reply.ok || reply.error.code !== 'library-closed') return;
    const parent = window();
    // No window: the app is on its way out and closed the desk itself.
    if (parent === null) return;
    hasTold = true;
    void tell(parent);
  };
}

async function tell(parent: BrowserWindow): Promise<void> {
  const { response } = await dialog.showMessageBox(parent, {
    type: 'error',
    message: 'The part of Patchdesk that keeps the library has stopped.',
    detail: 'Everything confirmed so far is saved. Start Patchdesk again to go on.',
    buttons: ['Start again', 'Quit'],
    defaultId: 0,
    cancelId: 1,
  });
  if (response === 0) app.relaunch();
  app.quit();
}
