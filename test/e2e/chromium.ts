import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from '@playwright/test';

export interface FoundChromium {
  path: string;
  /** Playwright starts its own best when it is not told where it lies. */
  isPlaywrights: boolean;
}

/** The Chromium that tests run in: the one named, Playwright's own, or one that the system has. */
export function findChromium(env: NodeJS.ProcessEnv = process.env): FoundChromium | null {
  const named = env['CHROMIUM_PATH'];
  if (named) {
    if (existsSync(named)) return { path: named, isPlaywrights: false };
    throw new Error(`CHROMIUM_PATH says ${named}, and there is no such file.`);
  }
  const own = chromium.executablePath();
  if (existsSync(own)) return { path: own, isPlaywrights: true };
  const path = systemPaths(env).find((candidate) => existsSync(candidate));
  return path === undefined ? null : { path, isPlaywrights: false };
}

function systemPaths(env: NodeJS.ProcessEnv): string[] {
  if (process.platform === 'darwin') {
    const inside = (name: string) => `/Applications/${name}.app/Contents/MacOS/${name}`;
    return [inside('Chromium'), inside('Google Chrome')];
  }
  if (process.platform === 'win32') {
    const folders = [env['PROGRAMFILES'], env['PROGRAMFILES(X86)'], env['LOCALAPPDATA']];
    return folders.flatMap((folder) => (folder ? [join(folder, 'Google', 'Chrome', 'Application', 'chrome.exe')] : []));
  }
  // The shell comes first: it has no toolbar, which each page of a whole Chromium draws in a process of its own.
  const names = ['chromium-headless-shell', 'chromium', 'google-chrome', 'google-chrome-stable', 'chromium-browser'];
  return names.map((name) => `/usr/bin/${name}`);
}

/** No request of Chromium's own, and its sandbox wherever it can have one. */
export function launchOptions(found: FoundChromium | null) {
  const isRoot = process.getuid?.() === 0;
  return {
    ...(found && !found.isPlaywrights && { executablePath: found.path }),
    chromiumSandbox: !isRoot,
    args: [
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-domain-reliability',
      '--disable-sync',
      '--no-default-browser-check',
      '--no-first-run',
      '--no-pings',
    ],
  };
}
