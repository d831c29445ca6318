import { homedir } from 'node:os';
import { join, resolve } from 'node:path';

/**
 * The default folder of a user's libraries, the same for every door, by the convention of each platform (Apple's File
 * System Programming Guide, Windows' known folders, the XDG base directories).
 */
function dataFolder(platform: NodeJS.Platform = process.platform, env: NodeJS.ProcessEnv = process.env): string {
  if (platform === 'darwin') return join(homedir(), 'Library', 'Application Support', 'Patchdesk');
  if (platform === 'win32') return join(env['APPDATA'] || join(homedir(), 'AppData', 'Roaming'), 'Patchdesk');
  return join(env['XDG_DATA_HOME'] || join(homedir(), '.local', 'share'), 'Patchdesk');
}

/** The library a door opens: the named one, else `$PATCHDESK_LIBRARY`, else the one in the data folder. */
export function libraryPath(named: string | undefined, env: NodeJS.ProcessEnv = process.env): string {
  // An empty variable counts as unset, as in the XDG specification.
  return named ?? (env['PATCHDESK_LIBRARY'] || join(dataFolder(process.platform, env), 'library.patchdesk'));
}

/** Whether somebody named the library, rather than taking the one in the data folder. */
export function isLibraryNamed(named: string | undefined, env: NodeJS.ProcessEnv = process.env): boolean {
  return named !== undefined || Boolean(env['PATCHDESK_LIBRARY']);
}

/** The person's own settings: one file for every door, whichever library is open. */
export function preferencesPath(env: NodeJS.ProcessEnv = process.env): string {
  const folder = env['PATCHDESK_USER_DATA'] || dataFolder(process.platform, env);
  return resolve(folder, 'preferences.json');
}
