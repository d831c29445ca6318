/** The two channels between the desktop app's window and its main process. */
export const INVOKE_CHANNEL = 'patchdesk:invoke';
export const EVENT_CHANNEL = 'patchdesk:event';
