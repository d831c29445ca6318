import { existsSync, readdirSync } from 'node:fs';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { UsageError } from '../../electron/cli/fault.ts';
import { parseInput } from '../../electron/cli/json-input.ts';
import { nearNames } from '../../electron/cli/near-names.ts';
import { contract } from '../../shared/contract.ts';
import { capture, FRIMLEY, Place } from './patchdesk.ts';

interface Refused {
  error: { code: string; message: string };
}
interface Listed {
  method: string;
  kind: string;
  input: { type?: string; required?: string[]; properties?: Record<string, unknown> };
  output: Record<string, unknown>;
}

const value = (text: string) => JSON.parse(text) as Record<string, unknown>;

describe('call', () => {
  const place = new Place();
  afterAll(() => place.remove());
  beforeAll(async () => {
    place.write('page.txt', capture('Frimley ICS', FRIMLEY));
    await place.json(['import', 'page.txt']);
  });

  it('reads, writes and undoes, and prints JSON without --json', async () => {
    const found = await place.run(['call', 'stories.list', '{"query": {"text": "ambulance"}}']);
    expect(found).toMatchObject({ code: 0, err: '' });
    const { stories } = value(found.out) as { stories: { id: string }[] };
    expect(stories).toHaveLength(1);
    const input = { selection: { kind: 'ids', ids: [stories[0]?.id] }, systems: ['QKS'], national: false };
    const filed = await place.run(['call', 'tags.add', '-'], { input: JSON.stringify(input) });
    expect(value(filed.out)).toMatchObject({ changed: 1, entry: { label: expect.stringContaining('Kent') } });
    const undone = await place.run(['call', 'history.undo'], { input: '{"otherDoorToo": true}' });
    expect(value(undone.out)).toMatchObject({ changed: 1 });
  });

  it('refuses a write that would overwrite what the script has not seen, with both versions', async () => {
    const { stories } = value((await place.run(['call', 'stories.list', '{"query": {"text": "ambulance"}}'])).out) as {
      stories: { id: string; headline: string }[];
    };
    const [story] = stories;
    const edit = (headline: string) =>
      JSON.stringify({ id: story?.id, fields: { headline }, seen: { headline: story?.headline } });
    expect((await place.run(['call', 'stories.edit', edit('Ambulances come sooner')])).code).toBe(0);
    const { error } = await place.json<Refused & { error: { conflict: unknown } }>(
      ['call', 'stories.edit', edit('Ambulances, sooner')],
      2,
    );
    expect(error).toMatchObject({
      code: 'conflict',
      conflict: { door: 'cli', fields: [{ theirs: 'Ambulances come sooner', yours: 'Ambulances, sooner' }] },
    });
    const text = await place.run(['call', 'stories.edit', edit('Ambulances, sooner')]);
    expect(text.err).toContain('headline, now: "Ambulances come sooner"\nheadline, yours: "Ambulances, sooner"');
    await place.run(['call', 'history.undo', '{}']);
  });

  it('changes settings and makes a backup', async () => {
    expect(value((await place.run(['call', 'settings.set', '{"author": "Ada"}'])).out)).toMatchObject({
      author: 'Ada',
    });
    const out = place.path('copy.patchdesk');
    const backup = await place.run(['call', 'library.backup', JSON.stringify({ out })]);
    expect(value(backup.out)).toMatchObject({ path: out, stories: 3 });
  });

  it('takes standard input in a process of its own, and does not wait for it where nothing is needed', async () => {
    const input = '\uFEFF{"limit": 1}';
    const listed = await place.run(['call', 'history.list'], { input, isAlone: true });
    expect(listed).toMatchObject({ code: 0, err: '' });
    expect(value(listed.out)['entries']).toHaveLength(1);
    const child = place.start(['call', 'library.info'], { keepInputOpen: true });
    expect(await new Promise((done) => child.once('close', done))).toBe(0);
  });

  it('ends quietly when the reader of its output leaves', async () => {
    const child = place.start(['call', '--list']);
    child.stdout.destroy();
    let err = '';
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      err += text;
    });
    expect({ code: await new Promise((done) => child.once('close', done)), err }).toEqual({ code: 0, err: '' });
  });

  it('says where broken JSON is broken', async () => {
    const { error } = await place.json<Refused>(['call', 'stories.list', '{\n  "query": {,}\n}'], 2);
    expect(error).toEqual({ code: 'bad-json', message: 'The input is not JSON: line 2, column 13, at “,}”.' });
    const text = await place.run(['call', 'stories.list', '-'], { input: '{"query": {"text": "a"' });
    expect(text).toMatchObject({ code: 2, out: '' });
    expect(text.err).toBe('The input is not JSON: it ends too early (line 1, column 23).\n');
    const bytes = await place.json<Refused>(['call', 'stories.list'], 2, { input: new Uint8Array([0x22, 0xff, 0x22]) });
    expect(bytes.error.code).toBe('bad-json');
  });

  it('names near methods for an unknown one', async () => {
    const { error } = await place.json<Refused>(['call', 'storys.list', '{}'], 2);
    expect(error.code).toBe('bad-call');
    expect(error.message).toMatch(/^There is no method called storys\.list\. Did you mean stories\.list/);
    const far = await place.json<Refused>(['call', 'zzz', '{}'], 2);
    expect(far.error.message).toContain('call --list');
  });

  it('refuses what is not the desk’s to answer, and input that does not fit', async () => {
    for (const method of ['door.describe', 'library.openSample', 'library.open']) {
      const { error } = await place.json<Refused>(['call', method, '{"path": "/tmp/x"}'], 2);
      expect(error.code).toBe('not-in-this-door');
    }
    expect((await place.json<Refused>(['call', 'stories.get', '{"id": 4}'], 2)).error.code).toBe('bad-call');
    expect((await place.json<Refused>(['call', 'stories.list', '[]'], 2)).error.code).toBe('bad-call');
    expect((await place.json<Refused>(['call'], 2)).error.code).toBe('bad-arguments');
    const missing = { id: '0190a0b0-1111-7222-8333-444455556666' };
    const unknown = await place.json<Refused>(['call', 'stories.get', JSON.stringify(missing)], 2);
    expect(unknown.error.code).toBe('story-missing');
  });
});

describe('call --list', () => {
  const place = new Place();
  afterAll(() => place.remove());

  it('prints a JSON Schema of every input and output, and needs no library', async () => {
    const listed = await place.json<Listed[]>(['call', '--list']);
    const names = Object.entries(contract).filter(
      ([name, { kind }]) => kind !== 'door' && !/^library\.open/.test(name),
    );
    expect(listed.map(({ method }) => method)).toEqual(names.map(([name]) => name));
    for (const { kind, input, output } of listed) {
      expect(['read', 'write', 'effect']).toContain(kind);
      expect(input.type).toBe('object');
      expect(Object.keys(output).length).toBeGreaterThan(1);
    }
    const backup = listed.find(({ method }) => method === 'library.backup');
    expect(backup?.input.required ?? []).toEqual([]);
    expect(existsSync(place.library)).toBe(false);
  });
});

describe('a library that is not there', () => {
  const place = new Place();
  afterAll(() => place.remove());
  const ID = '0190a0b0-1111-7222-8333-444455556666';

  it('is made by no command that only works on one', async () => {
    place.write('page.txt', capture('Frimley ICS', FRIMLEY));
    const library = place.path('no', 'such', 'folder', 'mistyped.patchdesk');
    const before = readdirSync(place.folder);
    for (const args of [
      ['find', ''],
      ['tag', '--national', '--id', ID],
      ['suggest'],
      ['page', 'frimley'],
      ['leads', '--id', ID],
      ['export', '--out', 'pages'],
      ['history'],
      ['undo'],
      ['redo'],
      ['check'],
      ['backup', '--out', 'copy.patchdesk'],
      ['call', 'library.info'],
    ]) {
      const { error } = await place.json<Refused>(['--library', library, ...args], 3);
      expect(error.code, args.join(' ')).toBe('library-missing');
      expect(error.message).toContain(library);
      // The variable is a name as well.
      expect((await place.run(args, { env: { PATCHDESK_LIBRARY: library } })).code, args.join(' ')).toBe(3);
    }
    place.write('stories.jsonl', '{"headline": "Kent hospital opens"}\n');
    expect((await place.run(['--library', library, 'systems'])).code).toBe(0);
    expect((await place.run(['--library', library, 'suggest', '--in', 'stories.jsonl'])).code).toBe(0);
    expect((await place.run(['--library', library, 'import', 'page.txt', '--dry-run'])).code).toBe(0);
    const after = readdirSync(place.folder).filter((name) => name !== 'stories.jsonl' && name !== 'user-data');
    expect(after).toEqual(before);
    expect((await place.run(['--library', library, 'import', 'page.txt'])).code).toBe(0);
    expect(existsSync(library)).toBe(true);
  });

  it('is made where nobody named one: in the data folder', async () => {
    const done = await place.run(['check'], { env: { PATCHDESK_LIBRARY: '' } });
    expect(done.code).toBe(0);
    expect(existsSync(place.path('data', 'Patchdesk', 'library.patchdesk'))).toBe(true);
  });
});

describe('parseInput', () => {
  it('agrees with JSON.parse on every text, and always names a place', () => {
    const texts = fc.oneof(
      fc.json(),
      fc.json().chain((json) => fc.nat(json.length).map((at) => json.slice(0, at))),
    );
    const broken = fc.tuple(texts, fc.nat(), fc.constantFrom('', ',', ']', '}', '"', ':', '1', 'x', '\n'));
    fc.assert(
      fc.property(broken, ([text, at, more]) => {
        const place = at % (text.length + 1);
        const given = text.slice(0, place) + more + text.slice(place);
        if (given.trim() === '') return;
        let expected: { value: unknown } | null = null;
        try {
          expected = { value: JSON.parse(given) };
        } catch {
          expect(() => parseInput(given)).toThrow(UsageError);
          expect(() => parseInput(given)).toThrow(/line \d+, column \d+/);
        }
        if (expected) expect(parseInput(given)).toEqual(expected.value);
      }),
    );
  });
});

describe('nearNames', () => {
  const names = Object.keys(contract);
  it('puts the likeliest first', () => {
    expect(nearNames('stories.lst', names)[0]).toBe('stories.list');
    expect(nearNames('page.move', names)).toContain('pages.move');
    expect(nearNames('Library.Info', names)[0]).toBe('library.info');
    expect(nearNames('undo', names)).toContain('history.undo');
    expect(nearNames('quite unlike', names)).toEqual([]);
  });
});
