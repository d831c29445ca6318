import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { htmlFormat } from '../../../electron/files/readers/web-page/html-format.ts';
import { DeskError } from '../../../shared/errors.ts';
import { runs } from '../../helpers/property-runs.ts';

const utf8 = (text: string) => new TextEncoder().encode(text);
const context = {
  file: 'page.html',
  seenOn: '2026-11-25',
  namesSystem: (text: string) => /^Devon/.test(text),
  address: null,
};

async function read(bytes: Uint8Array) {
  try {
    return await htmlFormat.read(bytes, context);
  } catch (error) {
    if (error instanceof DeskError) return error;
    throw error;
  }
}

const story = (n: number) =>
  `<div class="s"><h3><a href="https://x.example/${n}">Story number ${n} of many</a></h3><p>Its teaser.</p></div>`;

/** Seconds that a hostile page may take on a slow machine under load. */
const HANGING_MS = 8000;

describe('hostile pages', () => {
  test.each([
    ['100,000 nested elements', '<div>'.repeat(100_000)],
    [
      'unclosed formatting that multiplies',
      `<p>${Array.from({ length: 900 }, (_, i) => `<font size=${i}>`).join('')}</p>${'<p>x</p>'.repeat(20_000)}`,
    ],
    ['nested tables', '<table><tr><td>'.repeat(5000)],
  ])('%s are refused with a sentence', async (_, text) => {
    const result = await read(utf8(text));
    if (!(result instanceof DeskError)) throw new Error('It was read');
    expect(result.fault).toMatchObject({ code: 'file-format', file: 'page.html' });
    expect(result.fault.message).toMatch(/^[A-Z].*\.$/);
  });

  test.each([
    [
      'a hundred thousand attributes',
      `<h1>Devon</h1><a ${Array.from({ length: 100_000 }, (_, i) => `a${i}=1`).join(' ')}>x</a>${story(1)}${story(2)}`,
    ],
    [
      'an attribute of megabytes',
      `<h1>Devon</h1><div class="${'x '.repeat(1_000_000)}" style="${'y'.repeat(2_000_000)}"></div>${story(1)}${story(2)}`,
    ],
    ['fostered children of a table', `<h1>Devon</h1>${story(1)}${story(2)}<table>${'<b></b>'.repeat(50_000)}</table>`],
    ['a megabyte on one line', `<h1>Devon</h1>${story(1)}${story(2)}<p>${'word '.repeat(300_000)}</p>`],
    [
      'blanks without end',
      `<h1>Devon</h1>${story(1)}${story(2)}<p>${' '.repeat(1_000_000)}x</p><!--${'-'.repeat(500_000)}-->`,
    ],
    [
      'JSON-LD without end',
      `<h1>Devon</h1>${story(1)}${story(2)}<script type="application/ld+json">${'['.repeat(100_000)}${']'.repeat(100_000)}</script>`,
    ],
  ])(
    '%s do no harm',
    async (_, text) => {
      const startedAt = Date.now();
      const result = await read(utf8(text));
      if (result instanceof DeskError) throw result;
      expect(result[0].stories).toHaveLength(2);
      expect(Date.now() - startedAt).toBeLessThan(HANGING_MS);
    },
    20_000,
  );

  test('a page of many megabytes is refused before it is decoded', async () => {
    const result = await read(new Uint8Array(17 * 1024 * 1024).fill(0x3c));
    expect(result).toMatchObject({ fault: { code: 'too-large' } });
  });

  test('a page of five megabytes is read', async () => {
    const text = `<h1>Devon</h1>${Array.from({ length: 45_000 }, (_, n) => story(n)).join('')}`;
    const result = await read(utf8(text));
    if (result instanceof DeskError) throw result;
    expect(result[0].stories).toHaveLength(45_000);
  }, 30_000);
});

const piece = fc.oneof(
  fc.constantFrom(
    ...'<h1>Devon</h1>|<h3>|</h3>|<a href="/x">|<a href="https://x.example/1">|</a>|<p>|</p>|<div class="teaser date byline">|</div>|<article>|<table>|<tr>|<td>|<img src=x alt="y">|<time datetime="2026-13-45">|<script type="application/ld+json">{"@type":"Article","headline":"x"}</script>|<script>|<template>|<noscript>|<svg>|<math>|<select>|<nav>|<aside>|<br>|<base href="::">|<meta charset=utf-7>|<!--|-->|&amp;amp;|&#0;|&#x110000;|\u202e|<frameset>|<plaintext>|By Jo Bloggs|21 November 2026|Read more|Sponsored content'.split(
      '|',
    ),
  ),
  fc.string({ maxLength: 12 }),
);

test('no markup makes the reader throw anything but a refusal', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(piece, { maxLength: 60 }), async (pieces) => {
      const result = await read(utf8(pieces.join(' ')));
      if (result instanceof DeskError) return;
      for (const story of result[0].stories) {
        expect(story.headline).not.toBe('');
        for (const unseen of ['\u202e', '\0', '\n']) expect(story.headline).not.toContain(unseen);
      }
    }),
    { numRuns: runs(2000) },
  );
});

test('no bytes make the reader throw anything but a refusal', async () => {
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 400 }), async (bytes) => void (await read(bytes))),
    { numRuns: runs(1000) },
  );
});
