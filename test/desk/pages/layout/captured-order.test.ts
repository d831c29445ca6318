import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { SystemCode } from '../../../../shared/models.ts';
import { asFile, captureText, type TestDesk, tempFolder, testDesk } from '../../../helpers/desk.ts';
import { BLANK } from '../../../helpers/story.ts';

const TITLES = { QNQ: 'Frimley ICS', QH8: 'Mid and South Essex ICS', QJK: 'Devon ICS' } as const;
type Code = keyof typeof TITLES;
const FRIMLEY = 'QNQ' as SystemCode;

interface Capture {
  code: Code;
  seenOn: string;
  names: string[];
}

const capture = (code: Code, seenOn: string, names: string): Capture => ({ code, seenOn, names: names.split(' ') });

async function take(desk: TestDesk, { code, seenOn, names }: Capture): Promise<void> {
  const text = captureText(
    TITLES[code],
    names.map((name) => [null, name, `What is known of ${name}.`] as const),
  );
  await desk.ask('import.contents', { files: [asFile(`${code}.txt`, text)], seenOn });
}

async function order(desk: TestDesk, code: string = FRIMLEY): Promise<string> {
  const { zones } = await desk.ask('pages.get', { system: code as SystemCode });
  return zones.flatMap(({ teasers }) => teasers.map(({ headline }) => headline)).join(' ');
}

describe('the order of a page’s newest capture', () => {
  test('holds on whatever days captures of other pages have its stories', async () => {
    const desk = testDesk();
    await take(desk, capture('QNQ', '2026-06-01', 'Ferry Moor Pier Quay Weir'));
    await take(desk, capture('QH8', '2026-06-10', 'Lock Pier Ferry Weir'));
    await take(desk, capture('QNQ', '2026-06-12', 'Tide Moor Pier Quay Ferry Weir'));
    await take(desk, capture('QH8', '2026-05-20', 'Quay Moor Lock'));
    expect(await order(desk)).toBe('Tide Moor Pier Quay Ferry Weir');
    expect(await order(desk, 'QH8')).toBe('Lock Pier Ferry Weir Quay Moor');
  });

  test('is that of the newest one, whichever came in first; what it left out follows below', async () => {
    const desk = testDesk();
    await take(desk, capture('QNQ', '2026-06-12', 'Tide Weir Ferry'));
    await take(desk, capture('QNQ', '2026-06-10', 'Ferry Moor Weir'));
    expect(await order(desk)).toBe('Tide Weir Ferry Moor');
  });

  test('leaves room for what is dated: above from its day on, among its stories where their dates say so', async () => {
    const desk = testDesk();
    await take(desk, capture('QNQ', '2026-06-12', 'Tide Weir Ferry'));
    const { stories } = await desk.ask('stories.list', { query: {} });
    for (const [headline, publishedAt] of [
      ['Tide', '2026-06-11'],
      ['Weir', '2026-06-08'],
    ]) {
      const id = stories.find((story) => story.headline === headline)?.id;
      if (id) await desk.ask('stories.edit', { id, fields: { publishedAt } });
    }
    for (const [headline, publishedAt] of [
      ['Later', '2026-06-12'],
      ['Between', '2026-06-09'],
      ['Older', '2026-06-07'],
    ] as const) {
      await desk.ask('stories.create', { fields: { ...BLANK, headline, publishedAt }, systems: [FRIMLEY] });
    }
    expect(await order(desk)).toBe('Later Tide Between Weir Ferry Older');
  });

  test('is kept by stories that are national', async () => {
    const desk = testDesk();
    await take(desk, capture('QJK', '2026-06-01', 'Ferry Moor Pier'));
    const { stories } = await desk.ask('stories.list', { query: {} });
    const moor = stories.flatMap(({ headline, id }) => (headline === 'Moor' ? [id] : []));
    await desk.ask('tags.add', { selection: { kind: 'ids', ids: moor }, national: true });
    await desk.ask('tags.remove', { selection: { kind: 'ids', ids: moor }, systems: ['QJK' as SystemCode] });
    expect(await order(desk, 'QJK')).toBe('Ferry Moor Pier');
    await take(desk, capture('QJK', '2026-06-10', 'Tide Ferry Pier Moor'));
    expect(await order(desk, 'QJK')).toBe('Tide Ferry Pier Moor');
    expect(await order(desk, 'QT6')).toBe('Moor');
  });
});

const NAMES = ['Ferry', 'Moor', 'Pier', 'Quay', 'Weir', 'Lock', 'Tide', 'Cove', 'Mine', 'Gate', 'Ford', 'Mill'];
const captures = fc.array(
  fc.record({
    code: fc.constantFrom<Code>('QNQ', 'QH8', 'QJK'),
    seenOn: fc.constantFrom('2026-06-01', '2026-06-02', '2026-06-05', '2026-06-10', '2026-06-30'),
    names: fc.uniqueArray(fc.constantFrom(...NAMES), { minLength: 1 }),
  }),
  { minLength: 1, maxLength: 7 },
);

test('a page exports its newest capture, whatever else came in, in whatever order', async () => {
  await fc.assert(
    fc.asyncProperty(captures, async (list) => {
      const desk = testDesk();
      for (const each of list) await take(desk, each);
      const codes = [...new Set(list.map(({ code }) => code))];
      const out = join(tempFolder(), 'out');
      await desk.ask('export.folder', { systems: codes as string[] as SystemCode[], formats: ['text'], out });
      for (const code of codes) {
        const newest = list
          .filter((each) => each.code === code)
          .reduce((best, each) => (each.seenOn >= best.seenOn ? each : best));
        const { system } = await desk.ask('pages.get', { system: code as SystemCode });
        const text = readFileSync(join(out, system.slug, 'index.txt'), 'utf8');
        const shown = text.split('\n').filter((line) => NAMES.includes(line));
        expect(shown.slice(0, newest.names.length), code).toEqual(newest.names);
      }
      await desk.desk.close();
    }),
    { numRuns: 25 },
  );
}, 60_000);
