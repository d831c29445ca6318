import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { findElectron } from './electron-binary.ts';

const PROBE_MS = 4000;
// Long enough to unpack a copy that another project left in Electron's cache.
const CACHED_MS = 15_000;
const DOWNLOAD_MS = 10 * 60_000;

/** Downloads Electron with its package's own installer, once and without output. Null when that fails. */
export async function fetchElectron(
  projectPath: string,
  say: (line: string) => void,
  env: NodeJS.ProcessEnv = process.env,
): Promise<string | null> {
  const installer = join(projectPath, 'node_modules', 'electron', 'install.js');
  if (!existsSync(installer)) return null;
  const isReachable = await canReach(downloadHost(env), env);
  if (isReachable) say('Downloading Electron once, about 110 MB …');
  await runQuietly(installer, isReachable ? DOWNLOAD_MS : CACHED_MS, env);
  return findElectron(projectPath, env);
}

function downloadHost(env: NodeJS.ProcessEnv): string {
  const mirror = env['ELECTRON_MIRROR'] ?? env['npm_config_electron_mirror'];
  return mirror || 'https://github.com/';
}

/** Check first: a blocked download hangs for minutes before it fails. */
async function canReach(address: string, env: NodeJS.ProcessEnv): Promise<boolean> {
  // Behind a proxy only the installer itself can find out.
  if (env['HTTPS_PROXY'] || env['https_proxy'] || env['ELECTRON_GET_USE_PROXY']) return true;
  try {
    await fetch(address, { method: 'HEAD', redirect: 'manual', signal: AbortSignal.timeout(PROBE_MS) });
    return true;
  } catch {
    return false;
  }
}

function runQuietly(script: string, limitMs: number, env: NodeJS.ProcessEnv): Promise<void> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [script], { env, stdio: 'ignore', timeout: limitMs });
    child.once('error', () => resolve());
    child.once('exit', () => resolve());
  });
}
