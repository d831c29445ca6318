import { app, type Session, shell, type WebContents } from 'electron';
import { isAllowedPermission, isOwnAddress, isWebAddress } from './trust.ts';

/** Prevents navigation in every window: it shows only Patchdesk's own pages, and links open in the user's browser. */
export function guardNavigation(): void {
  app.on('web-contents-created', (_event, contents) => guardContents(contents));
}

function guardContents(contents: WebContents): void {
  // Frames as well: a link in a preview must not replace the preview.
  contents.on('will-frame-navigate', (details) => {
    if (isOwnAddress(details.url)) return;
    details.preventDefault();
    openOutside(details.url);
  });
  contents.on('will-redirect', (details) => {
    if (!isOwnAddress(details.url)) details.preventDefault();
  });
  contents.on('will-attach-webview', (event) => event.preventDefault());
  contents.setWindowOpenHandler(({ url }) => {
    openOutside(url);
    return { action: 'deny' };
  });
}

function openOutside(address: string): void {
  if (!isWebAddress(address)) return;
  shell.openExternal(address).catch((error: unknown) => console.error(`${address} could not be opened:`, error));
}

/** Denies every permission except those in `trust.ts`. */
export function guardPermissions(session: Session): void {
  session.setPermissionCheckHandler((_contents, permission, requestingOrigin, details) =>
    isAllowedPermission(permission, details.requestingUrl ?? requestingOrigin, details.isMainFrame),
  );
  session.setPermissionRequestHandler((_contents, permission, callback, details) =>
    callback(isAllowedPermission(permission, details.requestingUrl, details.isMainFrame)),
  );
  session.setDevicePermissionHandler(() => false);
}
