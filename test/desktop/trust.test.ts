import { describe, expect, test } from 'vitest';
import {
  isAllowedPermission,
  isOwnAddress,
  isOwnSender,
  isWebAddress,
  WINDOW_URL,
} from '../../electron/desktop/trust.ts';

const STRANGERS = [
  'app://patchdesk.example/index.html',
  'app://user@patchdesk/index.html',
  'app://other/index.html',
  'file:///index.html',
  'https://patchdesk/index.html',
  'data:text/html,app://patchdesk/',
  'about:blank',
  '',
  'no address',
];

test('our own pages are known by scheme and host', () => {
  expect(isOwnAddress(WINDOW_URL)).toBe(true);
  expect(isOwnAddress('app://patchdesk/preview/QNQ?v=1')).toBe(true);
  for (const address of STRANGERS) expect([address, isOwnAddress(address)]).toEqual([address, false]);
});

test('only web links may leave for the browser', () => {
  expect(isWebAddress('https://example.org/a?b#c')).toBe(true);
  expect(isWebAddress('http://example.org')).toBe(true);
  for (const address of ['file:///etc/passwd', 'javascript:alert(1)', 'smb://host/share', 'ms-settings:', 'x']) {
    expect([address, isWebAddress(address)]).toEqual([address, false]);
  }
});

describe('a call is answered', () => {
  const own = {};
  const frame = { url: WINDOW_URL, parent: null };

  test('when the top frame of our window sends it', () => {
    expect(isOwnSender({ sender: own, senderFrame: frame }, own)).toBe(true);
  });

  test.each([
    ['there is no window', { sender: own, senderFrame: frame }, null],
    ['another window sends it', { sender: {}, senderFrame: frame }, own],
    ['its frame has gone', { sender: own, senderFrame: null }, own],
    ['a frame inside the window sends it', { sender: own, senderFrame: { ...frame, parent: frame } }, own],
    ['the window shows another page', { sender: own, senderFrame: { ...frame, url: 'https://example.org/' } }, own],
  ])('not when %s', (_, event, window) => {
    expect(isOwnSender(event, window)).toBe(false);
  });
});

test('the clipboard may be written by our own top frame, and nothing else is allowed', () => {
  expect(isAllowedPermission('clipboard-sanitized-write', WINDOW_URL, true)).toBe(true);
  expect(isAllowedPermission('clipboard-sanitized-write', WINDOW_URL, false)).toBe(false);
  expect(isAllowedPermission('clipboard-sanitized-write', 'https://example.org/', true)).toBe(false);
  for (const permission of ['clipboard-read', 'media', 'geolocation', 'notifications', 'openExternal', 'unknown']) {
    expect([permission, isAllowedPermission(permission, WINDOW_URL, true)]).toEqual([permission, false]);
  }
});
