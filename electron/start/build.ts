import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

const SOURCES = ['electron', 'shared', 'renderer'];
const SINGLE_FILES = ['electron.vite.config.ts', 'package.json', 'package-lock.json'];
const BUILT = ['main/main.js', 'main/cli.js', 'main/desk-worker.js', 'preload/preload.cjs', 'renderer/index.html'];

/** Builds the app unless `out` was built from exactly these sources. False when the build fails. */
export function buildIfStale(projectPath: string, say: (line: string) => void): boolean {
  const stamp = stampPath(projectPath);
  const isWhole = BUILT.every((path) => existsSync(join(projectPath, 'out', path)));
  if (isWhole && existsSync(stamp) && readFileSync(stamp, 'utf8') === fingerprint(projectPath)) return true;
  say('Building Patchdesk …');
  return build(projectPath, say);
}

/** Builds the app and records the fingerprint of its sources. */
export function build(projectPath: string, say: (line: string) => void): boolean {
  const sources = fingerprint(projectPath);
  rmSync(stampPath(projectPath), { force: true });
  const builder = join(projectPath, 'node_modules', 'electron-vite', 'bin', 'electron-vite.js');
  const { status, stdout, stderr } = spawnSync(process.execPath, [builder, 'build', '--logLevel', 'warn'], {
    cwd: projectPath,
    encoding: 'utf8',
  });
  if (stdout || stderr) say(`${stdout}${stderr}`.trimEnd());
  if (status !== 0) {
    say('Patchdesk could not be built; see the reason above.');
    return false;
  }
  writeFileSync(stampPath(projectPath), sources);
  return true;
}

function stampPath(projectPath: string): string {
  return join(projectPath, 'out', 'built-from.txt');
}

/** Names, sizes and times of everything that goes into the build. */
function fingerprint(projectPath: string): string {
  const hash = createHash('sha256');
  const add = (path: string) => {
    const { size, mtimeMs } = statSync(join(projectPath, path));
    hash.update(`${path} ${size} ${mtimeMs}\n`);
  };
  for (const folder of SOURCES) {
    for (const entry of readdirSync(join(projectPath, folder), { recursive: true, withFileTypes: true })) {
      if (entry.isFile()) add(join(entry.parentPath, entry.name).slice(projectPath.length));
    }
  }
  SINGLE_FILES.forEach(add);
  return hash.digest('hex');
}

// `npm run build` runs this file: main process, preload, command line and window, into `out`.
if (import.meta.main) {
  const isBuilt = build(resolve(import.meta.dirname, '../..'), (line) => void process.stderr.write(`${line}\n`));
  process.exitCode = isBuilt ? 0 : 1;
}
