import fc from 'fast-check';
import { expect, test } from 'vitest';
import { IMPORT_FORMATS } from '../../electron/files/readers/index.ts';
import type { ReadContext } from '../../electron/files/readers/read-items.ts';
import { writeJson } from '../../electron/files/writers/json.ts';
import { DeskError } from '../../shared/errors.ts';
import { runs } from '../helpers/property-runs.ts';
import { anyLayout } from './sample-layout.ts';

const context: ReadContext = { file: 'file', seenOn: '2026-11-21', namesSystem: () => true, address: null };
const utf8 = (text: string) => new TextEncoder().encode(text);
const getFormat = (id: string) => IMPORT_FORMATS.find((format) => format.id === id);

/** Reads the bytes in every format; only a refusal may come. */
async function readEachWay(bytes: Uint8Array): Promise<void> {
  for (const format of IMPORT_FORMATS) {
    try {
      format.recognises(bytes, 'file');
      await format.read(bytes, context);
    } catch (error) {
      if (!(error instanceof DeskError)) throw error;
      expect(error.fault.message).toMatch(/[.]$/);
    }
  }
}

const PIECES = [
  ...['<rss>', '<channel>', '<item>', '<title>', '</title>', '</item>', '</channel></rss>', '<feed xmlns="', '<entry>'],
  ...[
    '<![CDATA[',
    ']]>',
    '<!--',
    '<!DOCTYPE x [',
    '<!ENTITY a "&a;">',
    '&a;',
    '&constructor;',
    '&#0;',
    '&#x110000;',
    '&amp;',
  ],
  ...['<pubDate>', '<link href="', 'xml:base="', 'http://[', '<x:y>', '<p>', '<script>', '<img alt="', '<template>'],
  ...['Headline', 'Published', ',', ';', '\t', '"', '""', '\n', '\r\n', 'sep=;', '21/11/2026', '46346,5', '31/31/31'],
  ...[
    '{"headline":',
    '{"uri":"',
    '"versioncreated":',
    '"zones":[',
    '"system":{',
    '"teasers":[',
    '{}',
    '[',
    ']',
    '}',
    'null',
    '1e999',
  ],
  ...[
    '"__proto__":',
    '"version":"https://jsonfeed.org/version/1"',
    '"items":[',
    '\u0000',
    '\ufeff',
    '\ud800',
    '\u202e',
    'é',
  ],
];

test('no bytes make a reader throw a bug', async () => {
  const any = fc.oneof(
    fc.uint8Array({ maxLength: 300 }),
    fc.string({ unit: 'binary', maxLength: 200 }).map(utf8),
    fc.array(fc.constantFrom(...PIECES), { maxLength: 30 }).map((pieces) => utf8(pieces.join(''))),
    fc.jsonValue().map((value) => utf8(JSON.stringify(value))),
  );
  await fc.assert(fc.asyncProperty(any, readEachWay), { numRuns: runs(1500) });
});

const LENGTH = 300_000;
test.each([
  ['one line', 'x'.repeat(LENGTH)],
  ['elements', `<rss><channel>${'<a>'.repeat(LENGTH / 4)}`],
  ['small elements', `<rss><channel><item><title>T</title>${'<a/>'.repeat(LENGTH / 4)}</item></channel></rss>`],
  ['comments', '<!--'.repeat(LENGTH / 4)],
  [
    'a summary of tags',
    `<rss><channel><item><title>T</title><description>${'&lt;div>'.repeat(30_000)}</description></item></channel></rss>`,
  ],
  [
    'a title of beginnings of tags',
    `<rss><channel><item><title>${'&lt;a '.repeat(50_000)}</title></item></channel></rss>`,
  ],
  ['brackets', '['.repeat(LENGTH)],
  ['objects', '{"headline":'.repeat(LENGTH / 12)],
  ['one deep story', `[{"headline":"H","more":${'['.repeat(LENGTH / 2)}${']'.repeat(LENGTH / 2)}}]`],
  ['one long string', `{"headline":"${'\\n'.repeat(LENGTH / 2)}`],
  ['quotation marks', `Headline,Date\n${'"'.repeat(LENGTH)}`],
  ['quoted cells', `Headline,Date\n${'"a"b,'.repeat(LENGTH / 5)}`],
  ['cells', `Headline,Date\n${','.repeat(LENGTH)}`],
  ['rows', `Headline,Date\n${'a headline,1\n'.repeat(LENGTH / 13)}`],
])('300,000 characters of %s take no second in any format but a capture', { timeout: 60_000 }, async (_, text) => {
  const bytes = utf8(text);
  for (const format of IMPORT_FORMATS.filter(({ id }) => id !== 'capture')) {
    const start = process.cpuUsage();
    try {
      format.recognises(bytes, 'file');
      await format.read(bytes, context);
    } catch (error) {
      if (!(error instanceof DeskError)) throw error;
    }
    expect({ format: format.id, seconds: Math.floor(process.cpuUsage(start).user / 1_000_000) }).toEqual({
      format: format.id,
      seconds: expect.toSatisfy((seconds: number) => seconds < 1),
    });
  }
});

test('a page as exported reads back as it was', async () => {
  await fc.assert(
    fc.asyncProperty(anyLayout, async (layout) => {
      const teasers = layout.zones.flatMap((zone) => zone.teasers);
      const written = JSON.parse(writeJson({ ...layout, asOf: '2026-11-20' })).zones.flatMap(
        (zone: { teasers: unknown[] }) => zone.teasers,
      );
      const [page] = (await getFormat('json')?.read(utf8(writeJson(layout)), context)) ?? [];
      expect(page).toMatchObject({ kind: 'page', title: layout.system.shortName });
      const kept = written.filter((teaser: { headline: string }) => teaser.headline !== '');
      expect(
        page?.stories.map(({ headline, standfirst, kicker, label }) => ({ headline, standfirst, kicker, label })),
      ).toEqual(
        kept.map(({ headline, standfirst, kicker, image }: Record<string, unknown>) => ({
          headline,
          standfirst,
          kicker,
          label: (image as { alt: string } | null)?.alt || null,
        })),
      );
      expect(teasers.length).toBeGreaterThanOrEqual(kept.length);
    }),
    { numRuns: runs(200) },
  );
});
