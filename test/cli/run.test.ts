import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { DeskError } from '../../shared/errors.ts';
import { type EntryId, EXPORT_FORMATS, type Receipt, STRENGTHS, System } from '../../shared/models.ts';
import { type Answers, runWith } from './fake-context.ts';

const ID = '0190a0b0-1111-7222-8333-444455556666';

const kew = System.parse({
  code: 'QKW',
  slug: 'kew',
  shortName: 'Kew',
  boardName: 'Kew Integrated Care Board',
  region: 'South',
  activeFrom: '2022-07-01',
  activeTo: null,
  successors: [],
  abbreviations: [],
});

const written = { entry: { id: ID as EntryId, label: 'File 2 stories to Kew' }, changed: 2 };
const tagging: Answers = { 'systems.find': () => kew, 'tags.add': () => written, 'tags.remove': () => written };

describe('options of every command', () => {
  it('stand before or after the command', async () => {
    for (const args of [
      ['--library', 'a.db', '--json', 'systems'],
      ['systems', '--library', 'a.db', '--json'],
      ['--json', 'systems', '--library=a.db'],
    ]) {
      const ran = await runWith(args, { 'systems.list': () => [kew] });
      expect(ran.code).toBe(0);
      expect(ran.opened[0]?.libraryPath).toBe(resolve('/where/you/stand/a.db'));
      expect(JSON.parse(ran.out)).toEqual([kew]);
      expect(ran.closed).toBe(1);
    }
  });

  it('take the library and the author from the environment', async () => {
    const env = { PATCHDESK_LIBRARY: 'own.db', PATCHDESK_AUTHOR: ' Ada ', PATCHDESK_USER_DATA: '/home/of/ada' };
    const ran = await runWith(['systems'], { 'systems.list': () => [] }, { env });
    expect(ran.opened[0]).toMatchObject({
      libraryPath: resolve('/where/you/stand/own.db'),
      author: 'Ada',
      preferencesPath: resolve('/home/of/ada/preferences.json'),
      door: 'cli',
      resourcesPath: resolve('/project/resources'),
    });
  });

  it('print help and version without opening a library', async () => {
    const help = await runWith(['--help']);
    expect(help).toMatchObject({ code: 0, err: '', opened: [] });
    for (const command of 'systems import find tag page leads export history undo redo check backup restore serve'.split(
      ' ',
    )) {
      expect(help.out).toContain(`\n  ${command}`);
    }
    expect(await runWith(['--version'])).toMatchObject({ code: 0, out: '1.2.3\n' });
    expect(JSON.parse((await runWith(['--version', '--json'])).out)).toEqual({ version: '1.2.3' });
    expect(JSON.parse((await runWith(['find', '--help', '--json'])).out).help).toContain('--limit');
  });
});

describe('refused arguments', () => {
  const refused: [args: string[], message: string][] = [
    [[], 'Name the command to run'],
    [['frob'], "Unknown command 'frob'."],
    [['systems', '--frob'], "Unknown option '--frob'."],
    [['systems', 'more'], 'Too many arguments'],
    [['systems', '--as-of', '2024-02-31'], '--as-of needs a calendar date'],
    [['tag', '--national', '--query', '“%”'], 'no word to search for'],
    [['import'], "Missing required argument 'file'."],
    [['import', 'a.txt', '--seen-on', 'then'], '--seen-on needs a calendar date'],
    [['find'], "Missing required argument 'query'."],
    [['find', 'x', '--limit', 'all'], '--limit needs a whole number'],
    [['page'], "Missing required argument 'system'."],
    [['page', 'kew', '--at', '7'], '--at needs an id'],
    [['export'], "Required option '--out <dir>' not specified."],
    [['export', '--out', 'x', '--formats', 'pdf'], '--formats can be text, html or json; "pdf" is none of them.'],
    [['export', '--out', 'x', '--systems', ','], '--systems is empty.'],
    [['export', '--out', ''], 'A file or folder name is empty.'],
    [['backup'], "Required option '--out <file>' not specified."],
    [['restore'], "Missing required argument 'file'."],
    [['restore', ''], 'A file or folder name is empty.'],
    [['leads', '--id', '7'], '--id needs an id'],
    [['tag', '--id', ID], 'Name where to file'],
    [['tag', '--system', 'kew'], 'Name the articles'],
    [['tag', '--system', 'kew', '--national', '--id', ID], 'not both'],
    [['tag', '--system', 'kew', '--query', 'x', '--id', ID], 'not both'],
    [['tag', '--system', 'kew', '--id', '12'], '--id needs an id'],
    [['tag', '--system', 'kew', '--id', ID, '--strength', 'strong'], '--strength can be about, affects or mentioned'],
    [['tag', '--national', '--id', ID, '--strength', 'about'], 'leave it out with --national'],
    [
      ['tag', '--system', 'kew', '--id', ID, '--strength', 'about', '--remove'],
      '--remove removes a tag of any strength',
    ],
    [['serve', '--port', '70000'], '--port needs a whole number from 0 to 65535'],
    [['serve', '--port'], "Option '--port <n>' argument missing."],
  ];

  it.each(refused)('%j ends with 2 and a sentence on stderr', async (args, message) => {
    const ran = await runWith(args);
    expect(ran).toMatchObject({ code: 2, out: '', opened: [] });
    expect(ran.err).toContain(message);
    expect(ran.err).toMatch(/^[^\n]+[.?]( |.)*\n$/);
  });

  it.each(refused)('%j as JSON is one value on stdout', async (args, message) => {
    const ran = await runWith([...args, '--json']);
    expect(ran).toMatchObject({ code: 2, err: '' });
    const { error } = JSON.parse(ran.out);
    expect(error.code).toBe('bad-arguments');
    expect(error.message).toContain(message);
  });

  it('knows the strengths and formats of the models', async () => {
    const help = `${(await runWith(['tag', '--help'])).out}${(await runWith(['export', '--help'])).out}`;
    for (const word of [...STRENGTHS, ...EXPORT_FORMATS]) expect(help).toContain(word);
  });
});

describe('errors of the desk', () => {
  const fails = (error: Error): Answers => ({
    'systems.list': () => {
      throw error;
    },
  });

  it('end with 2 and file and line', async () => {
    const error = new DeskError('capture-no-title', 'The page has no title.', { file: '/a/b.txt', line: 4 });
    const text = await runWith(['systems'], fails(error));
    expect(text).toMatchObject({ code: 2, out: '', err: '/a/b.txt, line 4: The page has no title.\n', closed: 1 });
    const json = await runWith(['systems', '--json'], fails(error));
    expect(json).toMatchObject({ code: 2, err: '' });
    expect(JSON.parse(json.out)).toEqual({
      error: { code: 'capture-no-title', message: 'The page has no title.', file: '/a/b.txt', line: 4 },
    });
  });

  it('end with 3 when it is the library', async () => {
    const openDesk = async () => {
      throw new DeskError('library-newer', 'This library was written by a newer Patchdesk.');
    };
    expect(await runWith(['systems'], {}, { openDesk })).toMatchObject({
      code: 3,
      err: 'This library was written by a newer Patchdesk.\n',
    });
  });

  it('end with 1 when it is a bug, with the stack for those who mend it', async () => {
    const ran = await runWith(['systems', '--json'], fails(new TypeError('x is not a function')));
    expect(ran.code).toBe(1);
    expect(JSON.parse(ran.out).error.code).toBe('bug');
    expect(ran.err).toMatch(/TypeError: x is not a function\n {4}at /);
    expect(ran.closed).toBe(1);

    const replied = await runWith(['systems'], fails(new DeskError('bug', 'Patchdesk failed at systems.list.')));
    expect(replied).toMatchObject({ code: 1, err: 'Patchdesk failed at systems.list.\n' });
  });
});

describe('arguments become calls', () => {
  const OTHER = '0190a0b0-1111-7222-8333-444455557777';

  it('tag takes several systems and ids, side by side or repeated', async () => {
    for (const args of [
      ['tag', '--system', 'kew', 'QKW', '--id', ID, OTHER],
      ['tag', '--system', 'kew', '--id', ID, '--system', 'QKW', '--id', OTHER.toUpperCase()],
    ]) {
      const ran = await runWith([...args, '--strength', 'affects', '--json'], tagging);
      expect(JSON.parse(ran.out)).toEqual(written);
      expect(ran.calls.slice(0, 2)).toEqual([
        { method: 'systems.find', input: { text: 'kew' } },
        { method: 'systems.find', input: { text: 'QKW' } },
      ]);
      expect(ran.calls.at(-1)).toEqual({
        method: 'tags.add',
        input: { selection: { kind: 'ids', ids: [ID, OTHER] }, systems: ['QKW'], national: false, strength: 'affects' },
      });
    }
  });

  it('tag takes a query and removes', async () => {
    const ran = await runWith(['tag', '--national', '--query', 'care homes', '--remove'], tagging);
    expect(ran.out).toBe('File 2 stories to Kew (2 changes)\n');
    expect(ran.calls).toMatchObject([
      {
        method: 'tags.remove',
        input: { selection: { kind: 'query', query: { text: 'care homes' }, except: [] }, systems: [], national: true },
      },
    ]);
  });

  it('find joins its words and takes any after --', async () => {
    const answers: Answers = { 'stories.list': () => ({ total: 0, notice: null, stories: [] }) };
    const ran = await runWith(['find', '--limit', '3', '--', 'care', '--json'], answers);
    expect(ran.out).toBe('0 articles\n');
    expect(ran.calls[0]?.input).toMatchObject({ query: { text: 'care --json' }, limit: 3 });
    const all = await runWith(['find', ''], answers);
    expect(all.calls[0]?.input).toMatchObject({ query: { text: '' }, limit: 50 });
    const script = await runWith(['find', '', '--json'], answers);
    expect(script.calls[0]?.input).toMatchObject({ query: { text: '' }, limit: 100_000 });
  });

  it('import makes paths absolute and ends with 2 when a file was refused', async () => {
    const counts = { articles: { new: 20, changed: 0, unchanged: 1 }, tags: { new: 20 }, problems: [], changes: [] };
    const report = {
      files: [
        { file: 'a.txt', format: 'capture', system: kew.code, ...counts, error: null },
        {
          file: 'b.txt',
          format: null,
          system: null,
          ...counts,
          error: { code: 'file-empty', message: 'It is empty.' },
        },
      ],
      entry: written.entry,
    };
    const ran = await runWith(['import', 'a.txt', '../b.txt', '--seen-on', '2024-06-01', '--as', 'capture'], {
      'import.paths': () => report,
    });
    expect(ran.calls[0]?.input).toEqual({
      paths: [resolve('/where/you/stand/a.txt'), resolve('/where/you/b.txt')],
      dryRun: false,
      format: 'capture',
      seenOn: '2024-06-01',
    });
    expect(ran.code).toBe(2);
    expect(ran.err).toBe('b.txt: It is empty.\n');
    expect(ran.out).toContain('a.txt: capture, QKW; 20 new, 0 changed, 1 known; 20 new tags');
    expect(ran.out).toContain('Imported 1 file, 1 file refused: 20 new, 0 changed, 1 known.');
  });

  it('export asks for all active systems, or for those named', async () => {
    const receipt: Receipt = { version: 1, tool: 'patchdesk', asOf: '2024-06-01', pages: [] };
    const answers: Answers = {
      'systems.find': () => kew,
      'export.folder': () => ({ receipt, isRemembered: true, written: [], out: '/o' }),
    };
    const all = await runWith(['export', '--out', 'o', '--systems', 'ALL'], answers);
    expect(all.calls).toEqual([
      { method: 'export.folder', input: { out: resolve('/where/you/stand/o'), changedOnly: false } },
    ]);
    const some = ['export', '--out', 'o', '--systems', 'kew,QKW', '--formats', 'text,HTML,text', '--changed'];
    const named = await runWith([...some, '--as-of', '2024-06-01'], answers);
    expect(named.calls.map((call) => call.input)).toEqual([
      { text: 'kew', asOf: '2024-06-01' },
      { text: 'QKW', asOf: '2024-06-01' },
      {
        out: resolve('/where/you/stand/o'),
        changedOnly: true,
        systems: ['QKW'],
        formats: ['text', 'html'],
        asOf: '2024-06-01',
      },
    ]);
  });

  it('page prints the export’s own JSON', async () => {
    const content = '{"version":1}\n';
    const ran = await runWith(['page', 'Kew', '--as-of', '2024-06-01', '--at', ID, '--json'], {
      'systems.find': () => kew,
      'pages.render': () => ({ content }),
    });
    expect(ran.out).toBe(content);
    expect(ran.calls.at(-1)?.input).toEqual({ system: 'QKW', format: 'json', asOf: '2024-06-01', at: ID });
  });

  it('check ends with 3 when the library is damaged', async () => {
    const report = { ok: false, articles: 3, tags: 2, placements: 1, problems: ['A tag has no story.'] };
    const answers: Answers = { 'library.check': () => report };
    const json = await runWith(['check', '--json'], answers);
    expect(json.code).toBe(3);
    expect(JSON.parse(json.out)).toEqual(report);
    const text = await runWith(['check'], answers);
    expect(text).toMatchObject({ code: 3, err: 'A tag has no story.\n' });
  });
});

describe('a step that another door made', () => {
  const undo: Answers = {
    'history.undo': (input) => {
      if ((input as { otherDoorToo: boolean }).otherDoorToo) return written;
      throw new DeskError('undo-other-door', 'The newest step was made in the window.');
    },
  };

  it('is refused to a script, which is told how', async () => {
    const ran = await runWith(['undo'], undo);
    expect(ran).toMatchObject({ code: 2, out: '', asked: [] });
    expect(ran.err).toBe('The newest step was made in the window. To undo it anyway, add --yes.\n');
    const json = await runWith(['undo', '--json'], undo, { canAsk: true });
    expect(json).toMatchObject({ code: 2, asked: [] });
    expect(JSON.parse(json.out).error.code).toBe('undo-other-door');
  });

  it('goes ahead with --yes', async () => {
    const ran = await runWith(['undo', '--yes', '--json'], undo);
    expect(ran.code).toBe(0);
    expect(JSON.parse(ran.out)).toEqual(written);
  });

  it('is asked about on a terminal', async () => {
    const yes = await runWith(['undo'], undo, { canAsk: true, ask: async () => true });
    expect(yes).toMatchObject({ code: 0, out: 'File 2 stories to Kew (2 changes)\n' });
    const no = await runWith(['undo'], undo, { canAsk: true });
    expect(no).toMatchObject({ code: 2, out: '', err: 'Nothing was changed.\n' });
    expect(no.asked).toEqual(['The newest step was made in the window.\nUndo it anyway?']);
  });
});
