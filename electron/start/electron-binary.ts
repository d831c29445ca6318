import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Electron's program, if it has been downloaded. Do not call `require('electron')` to find out: the npm package
 * downloads it on first use.
 */
export function findElectron(projectPath: string, env: NodeJS.ProcessEnv = process.env): string | null {
  const packagePath = join(projectPath, 'node_modules', 'electron');
  const pathFile = join(packagePath, 'path.txt');
  if (!existsSync(pathFile)) return null;
  const dist = env['ELECTRON_OVERRIDE_DIST_PATH'] ?? join(packagePath, 'dist');
  const binary = join(dist, readFileSync(pathFile, 'utf8').trim());
  return existsSync(binary) ? binary : null;
}
