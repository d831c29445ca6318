import { existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { capture, FRIMLEY, KENT, Place } from './patchdesk.ts';

interface Found {
  total: number;
  articles: { id: string; headline: string; systems: { code: string; strength: string }[]; national: boolean }[];
}
interface Layout {
  asOf: string;
  system: { code: string };
  zones: { limit: number; teasers: { articleId: string; headline: string; placed: string }[] }[];
}
interface Log {
  total: number;
  entries: { id: string; at: string; by: string; label: string; undone: boolean }[];
}
interface Step {
  entry: { id: string; label: string } | null;
  changed: number;
}

const headlines = (page: Layout) => page.zones.flatMap(({ teasers }) => teasers.map(({ headline }) => headline));

describe('a morning on the command line', () => {
  const place = new Place();
  afterAll(() => place.remove());
  const env = { PATCHDESK_AUTHOR: 'Ada Wren' };
  const json = <T>(...args: string[]) => place.json<T>(args, 0, { env });
  const find = (query: string, ...more: string[]) => json<Found>('find', query, ...more);
  const idOf = async (query: string) => {
    const { articles } = await find(query);
    expect(articles).toHaveLength(1);
    return articles[0]?.id ?? '';
  };

  beforeAll(() => {
    place.write('frimley.txt', capture('Frimley ICS', FRIMLEY));
    place.write('kent.txt', capture('Kent and Medway ICS', KENT));
  });

  it('lists the register of a day', async () => {
    const now = await json<{ code: string; successors: string[] }[]>('systems', '--as-of', '2026-04-01');
    const then = await json<typeof now>('systems', '--as-of', '2024-06-01');
    expect([now.length, then.length]).toEqual([36, 42]);
    const frimley = then.find(({ code }) => code === 'QNQ');
    expect(frimley).toMatchObject({ slug: 'frimley', shortName: 'Frimley', activeFrom: '2022-07-01' });
    expect(frimley?.successors).toHaveLength(3);
    const text = await place.run(['systems', '--as-of', '2024-06-01'], { isAlone: true });
    expect(text.out).toMatch(/^Code +Slug +Short name/);
    expect(text.out).toMatch(/^QNQ +frimley +Frimley/m);
    expect(text.out).toMatch(/\n42 systems\n$/);
  });

  it('says what an import would bring, and changes nothing', async () => {
    const report = await json<{ files: unknown[] }>('import', 'frimley.txt', '--dry-run', '--seen-on', '2024-06-01');
    expect(report.files).toMatchObject([{ system: 'QNQ', articles: { new: 3, changed: 0, unchanged: 0 } }]);
    expect(existsSync(place.library)).toBe(false);
  });

  it('imports', async () => {
    const files = ['import', 'frimley.txt', 'kent.txt', '--as', 'capture', '--seen-on', '2024-06-01'];
    const report = await json<{ files: unknown[] }>(...files);
    expect(report.files).toMatchObject([
      {
        format: 'capture',
        system: 'QNQ',
        articles: { new: 3, changed: 0, unchanged: 0 },
        tags: { new: 3 },
        problems: [],
        error: null,
      },
      { system: 'QKS', articles: { new: 1, changed: 0, unchanged: 1 }, tags: { new: 2 }, error: null },
    ]);
    expect((await find('')).total).toBe(4);
    const again = await place.run(['import', 'frimley.txt', '--seen-on', '2024-06-01'], { env, isAlone: true });
    expect(again).toMatchObject({ code: 0, err: '' });
    expect(again.out).toContain('0 new, 0 changed, 3 known');
  });

  it('finds by words and beginnings of words', async () => {
    expect((await find('ambul')).articles).toMatchObject([
      {
        headline: 'Ambulance waits halve at two sites',
        standfirst: 'Handover times fell after a ward was moved.',
        alt: 'Ambulance bay',
        url: null,
        publishedAt: null,
        kind: null,
        national: false,
        systems: [{ code: 'QNQ', strength: 'about' }],
      },
    ]);
    const two = await find('care homes');
    expect(two.articles[0]?.systems.map(({ code }) => code).sort()).toEqual(['QKS', 'QNQ']);
    expect(await find('', '--limit', '1')).toMatchObject({ total: 4, articles: [expect.anything()] });
    expect((await find('', '--limit', '1')).articles).toHaveLength(1);
    const none = await place.run(['find', 'zeppelin']);
    expect(none).toMatchObject({ code: 0, out: '0 articles\n' });
    const text = await place.run(['find', 'harbour']);
    expect(text.out).toMatch(/^[0-9a-f-]{36} {2}undated {2}QKS {2}Harbour clinic opens its doors\n\n1 article\n$/);
  });

  it('tags, undoes and redoes exactly', async () => {
    const id = await idOf('harbour');
    const before = await find('');
    const step = await json<Step>('tag', '--system', 'frimley', 'bob', '--id', id, '--strength', 'affects');
    expect(step).toMatchObject({ entry: { id: expect.any(String), label: expect.any(String) }, changed: 1 });
    const tagged = await find('');
    expect((await find('harbour')).articles[0]?.systems).toEqual(
      expect.arrayContaining([
        { code: 'QKS', strength: 'about' },
        { code: 'QNQ', strength: 'affects' },
        { code: 'QU9', strength: 'affects' },
      ]),
    );
    expect((await json<Step>('undo')).entry).not.toBeNull();
    expect(await find('')).toEqual(before);
    expect((await json<Step>('redo')).entry).not.toBeNull();
    expect(await find('')).toEqual(tagged);
    expect(await json<Step>('tag', '--system', 'frimley', '--id', id)).toMatchObject({ entry: null, changed: 0 });
    await json('tag', '--system', 'frimley', 'QU9', '--id', id, '--remove');
    expect(await find('')).toEqual(before);
  });

  it('marks what a query finds as national', async () => {
    expect(await json<Step>('tag', '--national', '--query', 'care homes')).toMatchObject({ changed: 1 });
    expect((await find('care homes')).articles[0]?.national).toBe(true);
    const page = await json<Layout>('page', 'QMJ', '--as-of', '2024-06-02');
    expect(headlines(page)).toEqual(['Care homes to see weekly doctors']);
  });

  it('shows a page in the order of its capture', async () => {
    const page = await json<Layout>('page', 'FRIMLEY', '--as-of', '2024-06-02');
    expect(page).toMatchObject({ version: 1, system: { code: 'QNQ', slug: 'frimley' }, asOf: '2024-06-02' });
    expect(headlines(page)).toEqual(FRIMLEY.map(({ headline }) => headline));
    expect(page.zones[0]?.teasers.map(({ placed }) => placed)).toEqual(['filled', 'filled', 'filled']);
    const text = await place.run(['page', 'frimley', '--as-of', '2024-06-02']);
    expect(text.out).toMatch(/^ 1 {2}filled {2}Ambulance waits halve at two sites\n {12}\S/m);
  });

  it('signs the history, newest first, and shows a page as it stood', async () => {
    const log = await json<Log>('history');
    expect(log.entries.map(({ at }) => at)).toEqual(
      log.entries
        .map(({ at }) => at)
        .toSorted()
        .toReversed(),
    );
    for (const entry of log.entries) expect(entry.by).toBe('Ada Wren');
    expect((await json<Log>('history', '--limit', '2')).entries).toEqual(log.entries.slice(0, 2));
    const first = log.entries.at(-1)?.id ?? '';
    const asOf = ['--as-of', '2024-06-02'];
    expect(headlines(await json<Layout>('page', 'QMJ', '--at', first, ...asOf))).toEqual([]);
    expect(headlines(await json<Layout>('page', 'QMJ', ...asOf))).toHaveLength(1);
    const text = await place.run(['history', '--limit', '1']);
    expect(text.out).toContain(log.entries[0]?.label);
    expect(text.out).toContain('Ada Wren');
  });

  it('exports, and next time only what changed', async () => {
    const out = ['--out', 'pages', '--as-of', '2024-06-02'];
    interface Receipt {
      pages: { slug: string; added: number; reworded: number; files: { path: string; bytes: number }[] }[];
    }
    const receipt = await json<Receipt>('export', '--systems', 'QNQ,kent-and-medway', '--formats', 'text,json', ...out);
    expect(receipt.pages.map(({ slug, added }) => [slug, added])).toEqual([
      ['frimley', 3],
      ['kent-and-medway', 2],
    ]);
    for (const { path, bytes } of receipt.pages.flatMap(({ files }) => files)) {
      expect(readFileSync(place.path('pages', path)).byteLength).toBe(bytes);
    }
    expect(readdirSync(place.path('pages', 'frimley')).sort()).toEqual(['index.json', 'index.txt']);
    const text = readFileSync(place.path('pages', 'frimley', 'index.txt'), 'utf8');
    expect(text.trimEnd()).toBe(capture('Frimley ICS', FRIMLEY).trimEnd());
    const page = await place.run(['page', 'frimley', '--as-of', '2024-06-02', '--json']);
    expect(page.out.trim()).toBe(readFileSync(place.path('pages', 'frimley', 'index.json'), 'utf8').trim());

    const all = await json<Receipt>('export', '--out', 'all', '--as-of', '2026-05-01');
    expect(all.pages).toHaveLength(36);
    expect(existsSync(place.path('all', 'receipt.json'))).toBe(true);
    const same = await place.run(['export', '--changed', '--out', 'all', '--as-of', '2026-05-01']);
    expect(same).toMatchObject({ code: 0, err: '' });
    expect(same.out).toContain('No page had changed');
  });

  it('finds the library whole', async () => {
    expect(await json('check')).toMatchObject({ ok: true, articles: 4, tags: 5, placements: 0, problems: [] });
    expect((await place.run(['check'])).out).toBe('The library is sound: 4 articles, 5 tags, 0 placements.\n');
  });

  it('takes everything back, down to an empty library', async () => {
    for (let steps = (await json<Log>('history')).total; steps > 0; steps -= 1) {
      const done = await place.run(['undo', '--json']);
      if (done.code !== 0) {
        expect(JSON.parse(done.out)).toMatchObject({ error: { code: 'nothing-to-undo' } });
        break;
      }
    }
    expect((await find('')).total).toBe(0);
    expect(await json('check')).toMatchObject({ ok: true, articles: 0, tags: 0, placements: 0 });
  });
});

describe('where files lie', () => {
  const place = new Place();
  afterAll(() => place.remove());

  it('starts at INIT_CWD, where npm’s user stands', async () => {
    mkdirSync(place.path('elsewhere'));
    place.write('elsewhere/page.txt', capture('Frimley ICS', FRIMLEY));
    const env = { INIT_CWD: place.path('elsewhere'), PATCHDESK_LIBRARY: 'own.patchdesk' };
    const options = { env, isAlone: true };
    await place.json(['import', 'page.txt'], 0, options);
    await place.json(['export', '--out', 'out', '--systems', 'frimley', '--as-of', '2024-06-01'], 0, options);
    expect(
      readdirSync(place.path('elsewhere'))
        .filter((name) => !/-(wal|shm)$/.test(name))
        .sort(),
    ).toEqual(['out', 'own.patchdesk', 'page.txt']);
  });

  it('prefers --library to the environment, and import makes it when missing', async () => {
    place.write('page.txt', capture('Frimley ICS', FRIMLEY));
    await place.json(['--library', 'named.patchdesk', 'import', 'page.txt']);
    expect(existsSync(place.path('named.patchdesk'))).toBe(true);
  });

  it('else keeps the library in the data folder', async () => {
    const home = place.path('home');
    const env = { PATCHDESK_LIBRARY: undefined, HOME: home, XDG_DATA_HOME: join(home, 'data'), APPDATA: home };
    await place.json(['check'], 0, { env });
    const found = readdirSync(home, { recursive: true, encoding: 'utf8' });
    expect(found.filter((name) => name.endsWith(join('Patchdesk', 'library.patchdesk')))).toHaveLength(1);
  });
});
