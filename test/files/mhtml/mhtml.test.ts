import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { detectFormat } from '../../../electron/files/readers/index.ts';
import { mhtmlFormat } from '../../../electron/files/readers/mhtml/mhtml-format.ts';
import { DeskError } from '../../../shared/errors.ts';
import { runs } from '../../helpers/property-runs.ts';

const context = {
  file: 'page.mhtml',
  seenOn: '2026-11-25',
  namesSystem: (text: string) => /^Devon/.test(text),
  address: null,
};
const bytes = (text: string, encoding: 'latin1' | 'utf8' = 'latin1') => Buffer.from(text, encoding);
const crlf = (text: string) => text.replaceAll('\n', '\r\n');

const HTML =
  '<h1>Devon ICS</h1><div><img src="a.jpg" alt="Quay"><h3><a href="one">Tide gauge ‘alarm’ shuts a theatre</a></h3><p>Nine lists moved.</p></div>' +
  '<div><h3><a href="/two">Two trusts pool their pharmacists</a></h3><p>One rota for £3m.</p></div>';
const quotedPrintable = (text: string) =>
  [...Buffer.from(text, 'utf8')]
    .map((byte) =>
      byte === 0x3d || byte > 0x7e ? `=${byte.toString(16).toUpperCase().padStart(2, '0')}` : String.fromCharCode(byte),
    )
    .join('')
    .replace(/(.{60}[^=]{1,3})(?=[^=])/g, '$1=\n');

const chrome = crlf(`From: <Saved by Blink>
Snapshot-Content-Location: https://j.example/devon/
Subject: =?utf-8?Q?Devon?=
Date: Sat, 21 Nov 2026 10:00:00 -0000
MIME-Version: 1.0
Content-Type: multipart/related;
\ttype="text/html";
\tboundary="----MultipartBoundary--abc----"


------MultipartBoundary--abc----
Content-Type: text/html
Content-ID: <frame-0@mhtml.blink>
Content-Transfer-Encoding: quoted-printable
Content-Location: https://j.example/devon/

${quotedPrintable(HTML)}
------MultipartBoundary--abc----
Content-Type: text/html
Content-Transfer-Encoding: quoted-printable
Content-Location: https://ads.example/frame

<h1>Devon adverts</h1>
------MultipartBoundary--abc----
Content-Type: image/jpeg
Content-Transfer-Encoding: base64
Content-Location: https://j.example/devon/a.jpg

/9j/4AAQ
------MultipartBoundary--abc------
`);

const STORIES = [
  {
    headline: 'Tide gauge ‘alarm’ shuts a theatre',
    label: 'Quay',
    url: 'https://j.example/devon/one',
    imageAddress: 'https://j.example/devon/a.jpg',
    line: null,
  },
  { headline: 'Two trusts pool their pharmacists', standfirst: 'One rota for £3m.', url: 'https://j.example/two' },
];

async function read(file: Uint8Array) {
  const format = detectFormat('page.txt', file);
  expect(format.id).toBe('mhtml');
  const [part] = await format.read(file, context);
  return part;
}

describe('a web archive', () => {
  test('of Chrome is read with the addresses of its place', async () => {
    const part = await read(bytes(chrome));
    expect(part).toMatchObject({ kind: 'page', title: 'Devon ICS', titleLine: null, problems: [] });
    expect(part.stories).toMatchObject(STORIES);
  });

  test('in base64, with a charset of its own, is read', async () => {
    const page = Buffer.from(HTML.replace('‘alarm’', '\u0091alarm\u0092'), 'latin1')
      .toString('base64')
      .replace(/.{76}/g, '$&\r\n');
    const text = `From: "Saved by Windows Internet Explorer 11"\nMIME-Version: 1.0\nContent-Type: multipart/related; type="text/html"; start="<main>"; boundary=B\n\nThis is a multi-part message.\n\n--B\nContent-Type: text/html\nContent-ID: <other>\n\n<h1>Devon other</h1>\n--B\nContent-Type: text/html; charset="windows-1252"\nContent-ID: <main>\nContent-Transfer-Encoding: base64\nContent-Location: https://j.example/devon/\n\n${page}\n--B--\n`;
    expect((await read(bytes(text))).stories).toMatchObject(STORIES);
  });

  test('that ends in the middle of its page says so', async () => {
    const end = chrome.indexOf('One rota');
    const part = await read(bytes(chrome.slice(0, end)));
    expect(part.stories).toHaveLength(2);
    expect(part.problems.map(({ code }) => code)).toEqual(['cut-off']);
  });

  test('without a page is refused', async () => {
    const text =
      'MIME-Version: 1.0\nContent-Type: multipart/related; boundary=B\n\n--B\nContent-Type: text/plain\n\nHello\n--B--\n';
    await expect(read(bytes(text))).rejects.toThrow(DeskError);
  });
});

test.each([
  [
    'nested without end',
    Array.from({ length: 2000 }, (_, i) => `Content-Type: multipart/related; boundary=B${i}\n\n--B${i}\n`).join(''),
  ],
  ['one endless header', `Content-Type: multipart/related; boundary="${'x'.repeat(500_000)}\n${' \n'.repeat(200_000)}`],
  ['a hundred thousand parts', `Content-Type: multipart/related; boundary=B\n\n${'--B\n\n\n'.repeat(100_000)}`],
])('parts that are %s are refused, and nothing hangs', async (_, text) => {
  const startedAt = Date.now();
  await expect(async () => mhtmlFormat.read(bytes(`MIME-Version: 1.0\n${text}`), context)).rejects.toThrow(DeskError);
  expect(Date.now() - startedAt).toBeLessThan(8000);
});

test('no cut and no changed byte makes the reader throw anything but a refusal', async () => {
  const whole = bytes(chrome);
  await fc.assert(
    fc.asyncProperty(fc.nat(whole.length - 1), fc.nat(255), fc.nat(whole.length), async (at, byte, end) => {
      const changed = Uint8Array.from(whole.subarray(0, end));
      if (at < end) changed[at] = byte;
      try {
        await mhtmlFormat.read(changed, context);
      } catch (error) {
        if (!(error instanceof DeskError)) throw error;
      }
    }),
    { numRuns: runs(600) },
  );
});
