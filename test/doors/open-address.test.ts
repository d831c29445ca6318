import { expect, test } from 'vitest';
import { hasDisplay, openAddress, openerCommand } from '../../electron/doors/open-address.ts';

test('a display is taken for granted on Windows and macOS and asked for elsewhere', () => {
  expect(hasDisplay('win32', {})).toBe(true);
  expect(hasDisplay('darwin', {})).toBe(true);
  expect(hasDisplay('linux', {})).toBe(false);
  expect(hasDisplay('linux', { DISPLAY: ':0' })).toBe(true);
  expect(hasDisplay('linux', { WAYLAND_DISPLAY: 'wayland-0' })).toBe(true);
});

test('an address is one argument of the opener, whatever stands in it', () => {
  const url = 'http://127.0.0.1:4100/#token=a&b';
  for (const platform of ['win32', 'darwin', 'linux'] as const) {
    expect(openerCommand(platform, url).args.at(-1)).toContain(url);
  }
});

test('with no display, or nothing to open it with, nothing is opened', async () => {
  expect(await openAddress('http://127.0.0.1:1/', 'linux', {})).toBe(false);
  expect(await openAddress('http://127.0.0.1:1/', 'linux', { DISPLAY: ':0', PATH: '/nonexistent' })).toBe(false);
});
