import { app, type BrowserWindow, dialog } from 'electron';
import type { Reply } from '../../shared/contract.ts';

/**
 * Watches the replies for a desk that stopped while the window is open, and reports it once. The library is intact:
 * confirmed changes are written, others are not.
 */
export function watchForLostDesk(window: () => BrowserWindow | null): (reply: Reply<unknown>) => void {
  let isReported = false;
  return (reply) => {
    if (isReported || reply.ok || reply.error.code !== 'library-closed') return;
    const parent = window();
    // No window: the app is quitting and closed the desk itself.
    if (parent === null) return;
    isReported = true;
    void reportLostDesk(parent);
  };
}

async function reportLostDesk(parent: BrowserWindow): Promise<void> {
  const { response } = await dialog.showMessageBox(parent, {
    type: 'error',
    message: 'Patchdesk can no longer reach the library.',
    detail: 'Everything confirmed so far is saved. Start Patchdesk again to continue.',
    buttons: ['Start again', 'Quit'],
    defaultId: 0,
    cancelId: 1,
  });
  if (response === 0) app.relaunch();
  app.quit();
}
