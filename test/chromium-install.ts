import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import { type FoundChromium, findChromium, launchOptions } from './e2e/chromium.ts';
import { PROJECT } from './e2e/desktop-choice.ts';

const DOWNLOAD_MS = 5 * 60_000;
const INSTALL_MS = 10 * 60_000;

export type ChromiumOutcome = { kind: 'ready'; path: string } | { kind: 'missing'; advice: string };

/** The Chromium for the end-to-end tests; where there is none, one is installed if that is possible and allowed. */
export async function ensureChromium(say: (line: string) => void): Promise<ChromiumOutcome> {
  try {
    const found = findChromium();
    if (found) return { kind: 'ready', path: found.path };
  } catch (error) {
    return { kind: 'missing', advice: error instanceof Error ? error.message : String(error) };
  }
  if (process.env['PATCHDESK_NO_INSTALL'] === '1') return missing('PATCHDESK_NO_INSTALL forbids installing one');

  say('  There is no Chromium here. Asking Playwright for its own …');
  spawnSync(process.execPath, [join(PROJECT, 'node_modules', 'playwright', 'cli.js'), 'install', 'chromium'], {
    stdio: 'ignore',
    timeout: DOWNLOAD_MS,
  });
  const own = findChromium();
  if (own && (await canLaunch(own))) return { kind: 'ready', path: own.path };

  const isRoot = process.getuid?.() === 0;
  if (!isRoot || !existsSync('/usr/bin/apt-get')) return missing('Playwright could not install its own');
  say(
    '  Installing Debian’s package with "apt-get install chromium-headless-shell" (PATCHDESK_NO_INSTALL=1 forbids that) …',
  );
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const apt = (...args: string[]) => spawnSync('apt-get', args, { stdio: 'ignore', timeout: INSTALL_MS, env });
  apt('update');
  apt('install', '-y', '--no-install-recommends', 'chromium-headless-shell');
  const path = '/usr/bin/chromium-headless-shell';
  if (existsSync(path) && (await canLaunch({ path, isPlaywrights: false }))) {
    // Named, so that a copy of Playwright's that cannot start here is passed over.
    process.env['CHROMIUM_PATH'] = path;
    return { kind: 'ready', path };
  }
  return missing('neither Playwright nor apt-get could install one');
}

function missing(reason: string): ChromiumOutcome {
  const advice =
    `The end-to-end tests need a Chromium, and ${reason}. Install Chromium or Chrome, run ` +
    '"npx playwright install --with-deps chromium", or set CHROMIUM_PATH to the program.';
  return { kind: 'missing', advice };
}

async function canLaunch(found: FoundChromium): Promise<boolean> {
  try {
    const browser = await chromium.launch(launchOptions(found));
    await browser.close();
    return true;
  } catch {
    return false;
  }
}
