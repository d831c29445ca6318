import { spawn } from 'node:child_process';

/** Whether there is a screen to open a browser on; over ssh or from cron there is none. */
export function hasDisplay(platform: NodeJS.Platform, env: NodeJS.ProcessEnv): boolean {
  if (platform === 'darwin' || platform === 'win32') return env['SSH_CONNECTION'] === undefined;
  return Boolean(env['DISPLAY'] || env['WAYLAND_DISPLAY']);
}

/** The command that opens an address in the user's own browser. */
export function openCommand(platform: NodeJS.Platform, address: string): [command: string, ...args: string[]] {
  if (platform === 'darwin') return ['open', address];
  // Not `start`, a word of the shell, which would read the & and ^ of an address.
  if (platform === 'win32') return ['rundll32', 'url.dll,FileProtocolHandler', address];
  return ['xdg-open', address];
}

/** Resolves to false when the machine has no way to open it; the address is printed anyway. */
export function openBrowser(platform: NodeJS.Platform, address: string): Promise<boolean> {
  const [command, ...args] = openCommand(platform, address);
  return new Promise((resolve) => {
    const child = spawn(command, args, { stdio: 'ignore', detached: true });
    child.once('error', () => resolve(false));
    child.once('spawn', () => {
      // Patchdesk must not wait for the browser to be closed, nor take it along when it ends.
      child.unref();
      resolve(true);
    });
  });
}
