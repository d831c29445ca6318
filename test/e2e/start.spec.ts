import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { PROJECT } from './desktop-choice.ts';

test('npm start without a display says why, prints the address, serves it, and ends when told', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'patchdesk-start-'));
  const { DISPLAY: _display, WAYLAND_DISPLAY: _wayland, NODE_OPTIONS: _options, ...env } = process.env;
  const args = [join('electron', 'start', 'start.ts'), '--library', join(folder, 'library.patchdesk')];
  const child = spawn(process.execPath, args, {
    cwd: PROJECT,
    env: { ...env, PATCHDESK_NO_INSTALL: '1' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const exited = once(child, 'exit');
  let [out, err] = ['', ''];
  child.stdout.on('data', (part: Buffer) => {
    out += part.toString();
  });
  child.stderr.on('data', (part: Buffer) => {
    err += part.toString();
  });
  try {
    const printed = () => {
      if (child.exitCode !== null) throw new Error(`It ended with ${child.exitCode}.\n${err}`);
      return out;
    };
    await expect.poll(printed, { timeout: 40_000 }).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/#token=\S+\n/);
    // Built already, so one line says why it is not the desktop window.
    expect(
      err
        .trim()
        .split('\n')
        .filter((line) => !line.startsWith('Building')),
    ).toHaveLength(1);
    expect(err).toMatch(/browser/);
    const response = await fetch(out.trim());
    expect(await response.text()).toContain('<title>Patchdesk</title>');
    child.kill('SIGTERM');
    expect(await exited).toEqual([0, null]);
  } finally {
    child.kill('SIGKILL');
    await rm(folder, { recursive: true, force: true });
  }
});
