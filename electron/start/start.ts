import { spawn } from 'node:child_process';
import { join, resolve } from 'node:path';
import { hasDisplay } from '../doors/open-address.ts';
import { buildIfStale } from './build.ts';
import { findElectron } from './electron-binary.ts';
import { fetchElectron } from './fetch-electron.ts';

// `npm start`: the desktop window where Electron is available, else the same app in the browser.

const PROJECT = resolve(import.meta.dirname, '../..');
const args = process.argv.slice(2);
const say = (line: string) => void process.stderr.write(`${line}\n`);
/** An Electron that fails within this time never showed its window. */
const FALSE_START_MS = 10_000;

if (buildIfStale(PROJECT, say)) process.exitCode = await open();
else process.exitCode = 1;

async function open(): Promise<number> {
  const canShow = hasDisplay(process.platform, process.env);
  const mayFetch = canShow && process.env['PATCHDESK_NO_INSTALL'] !== '1';
  const electron = findElectron(PROJECT) ?? (mayFetch ? await fetchElectron(PROJECT, say) : null);
  if (electron === null) {
    const why = mayFetch ? 'could not be downloaded here' : 'is not installed';
    return openInBrowser(`Electron’s program ${why}, so Patchdesk opens in the browser.`);
  }
  if (!canShow) return openInBrowser('There is no display for a desktop window, so Patchdesk opens in the browser.');

  const startedAtMs = Date.now();
  // Chromium refuses to run as root with its sandbox on.
  const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const code = await run(electron, [...asRoot, PROJECT, ...args]);
  if (code === 0 || Date.now() - startedAtMs > FALSE_START_MS) return code;
  return openInBrowser(
    `Electron could not open a window here (it ended with ${code}), so Patchdesk opens in the browser.`,
  );
}

function openInBrowser(why: string): Promise<number> {
  say(why);
  return run(process.execPath, [join(PROJECT, 'out', 'main', 'cli.js'), ...args, 'serve']);
}

/** Runs until the command ends. Ctrl-C reaches the child directly; this process only waits for it. */
function run(command: string, commandArgs: string[]): Promise<number> {
  const child = spawn(command, commandArgs, { cwd: PROJECT, stdio: 'inherit' });
  const wait = () => undefined;
  const passOn = (signal: NodeJS.Signals) => void child.kill(signal);
  process.on('SIGINT', wait);
  process.on('SIGTERM', passOn);
  process.on('SIGHUP', passOn);
  return new Promise((done) => {
    const finish = (code: number) => {
      process.off('SIGINT', wait).off('SIGTERM', passOn).off('SIGHUP', passOn);
      done(code);
    };
    child.once('error', (error) => {
      say(`${command} could not be started: ${error.message}`);
      finish(1);
    });
    // 130 is a shell's exit code for a program ended by Ctrl-C.
    child.once('exit', (code, signal) => finish(code ?? (signal === 'SIGINT' ? 130 : 1)));
  });
}
