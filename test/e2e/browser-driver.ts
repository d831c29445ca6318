import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { PROJECT } from './desktop-choice.ts';
import type { Driver, DriverOptions } from './drivers.ts';

const WAIT_MS = 20_000;

/** The browser door as a user starts it: `patchdesk serve`, and its address in a tab. */
export async function startBrowserDoor(options: DriverOptions): Promise<Driver> {
  const cli = join(PROJECT, 'out', 'main', 'cli.js');
  const child = spawn(process.execPath, [cli, '--library', options.library, 'serve', '--no-open', '--port', '0'], {
    cwd: PROJECT,
    env: options.env,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const output = { log: '' };
  const exited = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const outsideRequests: string[] = [];
  let page: Page;
  try {
    const address = await firstAddress(child, output);
    const context = await options.browser.newContext(options.contextOptions);
    const { origin } = new URL(address);
    await context.route(
      (url) => url.origin !== origin,
      (route, request) => {
        outsideRequests.push(request.url());
        return route.abort();
      },
    );
    // A browser with a window allows this on a click; the shell asks for a grant.
    await context.grantPermissions(['clipboard-write'], { origin });
    page = await context.newPage();
    await page.goto(address);
  } catch (error) {
    child.kill('SIGKILL');
    throw error;
  }
  return {
    page,
    get log() {
      return output.log;
    },
    outsideRequests,
    desktop: null,
    // This door opens no file but its own: each test has an app of its own.
    canRenew: false,
    closePage: async () => {},
    renew: () => Promise.reject(new Error('The browser door is not renewed.')),
    async stop() {
      await page.context().close();
      child.kill('SIGTERM');
      await within(exited, () => `The browser door did not stop.\n${output.log}`);
    },
    async dispose() {
      if (child.exitCode === null && child.signalCode === null) child.kill('SIGKILL');
      await exited;
      await page.context().close();
    },
  };
}

function firstAddress(child: ChildProcess, output: { log: string }): Promise<string> {
  let printed = '';
  const address = new Promise<string>((resolve, reject) => {
    child.stdout?.on('data', (part: Buffer) => {
      printed += part.toString();
      output.log += part.toString();
      const found = /http:\/\/127\.0\.0\.1:\d+\/#token=\S+/.exec(printed)?.[0];
      if (found && printed.includes('\n')) resolve(found);
    });
    child.stderr?.on('data', (part: Buffer) => {
      output.log += part.toString();
    });
    child.once('exit', (code) => reject(new Error(`The browser door ended with ${code}.\n${output.log}`)));
  });
  return within(address, () => `The browser door printed no address.\n${output.log}`);
}

async function within<T>(promise: Promise<T>, message: () => string): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error(message())), WAIT_MS);
  });
  try {
    return await Promise.race([promise, late]);
  } finally {
    clearTimeout(timer);
  }
}
