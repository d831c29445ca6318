import Database from 'better-sqlite3';
import { describe, expect, test } from 'vitest';
import shipped from '../../../resources/register/systems.json' with { type: 'json' };
import type { StoryId, SystemCode } from '../../../shared/models.ts';
import { type TestDesk, testDesk } from '../../helpers/desk.ts';
import { snapshot } from '../../helpers/snapshot.ts';
import { BLANK } from '../../helpers/story.ts';

const NAME = 'systems-2027.json';
const DEVON = 'QJK' as SystemCode;
const CORNWALL = 'QT6' as SystemCode;

type Systems = typeof shipped.systems;
type SystemRecord = Omit<Systems[number], 'onsCodes' | 'activeTo'> & { activeTo: string | null };

/** The shipped register after some changes, under a newer version. */
function newer(change: (systems: SystemRecord[]) => void = () => undefined, version = '2027-04-01'): string {
  const systems: SystemRecord[] = structuredClone(shipped.systems);
  change(systems);
  return JSON.stringify({ ...shipped, version, systems });
}

function named(systems: SystemRecord[], code: string): SystemRecord {
  const system = systems.find((one) => one.code === code);
  if (!system) throw new Error(`no ${code}`);
  return system;
}

const PENINSULA: SystemRecord = {
  code: 'P1P1P',
  slug: 'peninsula',
  shortName: 'Peninsula',
  boardName: 'NHS Peninsula Integrated Care Board',
  icsName: 'Peninsula Integrated Care System',
  region: 'South West',
  activeFrom: '2026-10-01',
  activeTo: null,
  successors: [],
  predecessors: [DEVON, CORNWALL],
  abbreviations: ['PEN'],
  names: ['NHS Peninsula'],
  onsCode: 'E54000099',
};

/** Devon and Cornwall become one, on a day gone by. */
function merger(systems: SystemRecord[]): void {
  for (const code of [DEVON, CORNWALL]) {
    Object.assign(named(systems, code), { activeTo: '2026-09-30', successors: [PENINSULA.code] });
  }
  systems.push(structuredClone(PENINSULA));
}

async function file(desk: TestDesk, headline: string, systems: SystemCode[]): Promise<StoryId> {
  return (await desk.ask('stories.create', { fields: { ...BLANK, headline }, systems })).id;
}

describe('the register in force', () => {
  test('is the one that ships until another is loaded', async () => {
    const desk = testDesk();
    expect(await desk.ask('register.current', {})).toEqual({
      version: shipped.version,
      loaded: null,
      from: '2026-04-01',
      active: 36,
      former: 12,
    });
    expect((await desk.ask('register.load', { file: NAME, text: newer(merger) })).changed).toBeGreaterThan(0);
    expect(await desk.ask('register.current', {})).toMatchObject({
      version: '2027-04-01',
      loaded: { file: NAME, by: 'A. Tester', at: '2026-11-22T10:00:00.000Z' },
      from: '2026-10-01',
      active: 35,
      former: 14,
    });
    expect((await desk.ask('systems.find', { text: 'Peninsula ICS' })).code).toBe('P1P1P');
    expect((await desk.ask('pages.get', { system: 'P1P1P' as SystemCode })).active).toBe(true);
    expect((await desk.ask('library.info', {})).register).toEqual({
      from: '2026-10-01',
      systems: 35,
      version: '2027-04-01',
    });
    expect((await desk.ask('library.check', {})).problems).toEqual([]);
  });

  test('goes with undo and redo, to the row, and stays after the library was closed', async () => {
    const first = testDesk();
    await file(first, 'Wards open by the sea', [DEVON]);
    const before = snapshot(first.path);
    await first.ask('register.load', { file: NAME, text: newer(merger) });
    const loaded = snapshot(first.path);
    await first.ask('history.undo', {});
    expect(snapshot(first.path)).toEqual(before);
    expect((await first.ask('register.current', {})).version).toBe(shipped.version);
    expect((await first.refuse('pages.get', { system: 'P1P1P' })).code).toBe('system-unknown');
    await first.ask('history.redo', {});
    expect(snapshot(first.path)).toEqual(loaded);
    expect((await first.ask('register.current', {})).version).toBe('2027-04-01');
    const second = await first.reopen('desktop');
    expect((await second.ask('register.current', {})).version).toBe('2027-04-01');
    expect(snapshot(second.path)).toEqual(loaded);
    await second.ask('history.undo', { otherDoorToo: true });
    expect(snapshot(second.path)).toEqual(before);
    expect((await second.ask('library.info', {})).register.systems).toBe(36);
  });

  test('is followed at once when another door loads or takes back', async () => {
    const window = testDesk({ door: 'desktop' });
    const cli = testDesk({ path: window.path, door: 'cli' });
    await cli.ask('register.load', { file: NAME, text: newer(merger) });
    expect((await window.ask('systems.list', {})).some(({ code }) => code === 'P1P1P')).toBe(true);
    await cli.ask('history.undo', {});
    expect((await window.ask('systems.list', {})).some(({ code }) => code === 'P1P1P')).toBe(false);
  });

  test('each load stands on the one before', async () => {
    const desk = testDesk();
    const renamed = newer((systems) => Object.assign(named(systems, DEVON), { shortName: 'Devon and Torbay' }));
    await desk.ask('register.load', { file: 'one.json', text: renamed });
    await desk.ask('register.load', { file: 'two.json', text: newer(merger, '2027-04-01.2') });
    expect((await desk.ask('register.current', {})).loaded?.file).toBe('two.json');
    await desk.ask('history.undo', {});
    expect((await desk.ask('systems.find', { text: 'QJK' })).shortName).toBe('Devon and Torbay');
    const { entries } = await desk.ask('history.list', {});
    expect(entries[1]?.label).toBe('Load the register of 2027-04-01.2');
  });

  test('a page at an entry is shown under the register of that day', async () => {
    const desk = testDesk();
    await file(desk, 'Wards open by the sea', [DEVON]);
    const at = (await desk.ask('history.list', {})).entries[0]?.id;
    const renamed = newer((systems) => Object.assign(named(systems, DEVON), { shortName: 'Devon and Torbay' }));
    await desk.ask('register.load', { file: NAME, text: renamed });
    expect((await desk.ask('pages.get', { system: DEVON })).title).toBe('Devon and Torbay ICS');
    expect((await desk.ask('pages.get', { system: DEVON, ...(at ? { at } : {}) })).zones).toHaveLength(1);
    // The sample library is one of its own, and uses the register that ships.
    await desk.ask('library.openSample', {});
    expect((await desk.ask('systems.find', { text: 'QJK' })).shortName).toBe('Devon');
  });

  test('a loaded one gives way to a newer one that ships, unless systems would be lost', async () => {
    const desk = testDesk();
    await desk.ask('register.load', { file: NAME, text: newer(merger) });
    const raw = new Database(desk.path);
    raw.exec(`UPDATE registers SET content = json_set(content, '$.version', '2025-01-01')`);
    raw.close();
    const kept = await desk.reopen();
    expect((await kept.ask('register.current', {})).version).toBe('2025-01-01');
    const old = new Database(desk.path);
    old.exec(`UPDATE registers SET content = json_remove(content, '$.systems[#-1]')`);
    old.close();
    const shippedAgain = await kept.reopen();
    expect((await shippedAgain.ask('register.current', {})).loaded).toBeNull();
  });
});

describe('a preview', () => {
  test('says in words what changes, and how many stories are concerned', async () => {
    const desk = testDesk();
    await file(desk, 'Wards open by the sea', [DEVON]);
    await file(desk, 'Scanner van goes to market', [DEVON, CORNWALL]);
    const text = newer((systems) => {
      merger(systems);
      Object.assign(named(systems, 'QRL'), { onsCode: 'E54000123', shortName: 'Hampshire' });
      named(systems, 'QSL').names.push('Somerset Together');
    });
    const preview = await desk.ask('register.preview', { file: NAME, text });
    expect(preview).toMatchObject({ file: NAME, version: '2027-04-01', isInForce: false, problems: [] });
    expect(preview.changes.map(({ kind, code, stories, text: told }) => [kind, code, stories, told])).toEqual([
      [
        'added',
        'P1P1P',
        0,
        expect.stringMatching(/^Peninsula \(P1P1P\) begins on 1 October 2026; it takes over from /),
      ],
      ['ended', CORNWALL, 1, expect.stringMatching(/ ends on 30 September 2026; Peninsula takes over\.$/)],
      ['ended', DEVON, 2, 'Devon ends on 30 September 2026; Peninsula takes over.'],
      ['area', 'QRL', 0, expect.stringContaining('its code for statistics is E54000123')],
      ['renamed', 'QRL', 0, 'Hampshire and Isle of Wight is called Hampshire from now on.'],
      ['names', 'QSL', 0, 'Somerset is also found as “Somerset Together”.'],
    ]);
    expect((await desk.ask('register.current', {})).version).toBe(shipped.version);
  });

  test('knows the register in force, and loading it changes nothing', async () => {
    const desk = testDesk();
    const text = `\uFEFF${JSON.stringify(shipped, null, 2)}`;
    expect(await desk.ask('register.preview', { file: NAME, text })).toMatchObject({
      isInForce: true,
      changes: [],
      problems: [],
    });
    const before = snapshot(desk.path);
    expect(await desk.ask('register.load', { file: NAME, text })).toEqual({ entry: null, changed: 0 });
    expect(snapshot(desk.path)).toEqual(before);
  });
});

describe('a file is refused', () => {
  test.each([
    ['', 1, 'empty'],
    ['{"version": "2027-04-01",\n "systems": [\n  {,\n', 3, 'line 3 cannot be read'],
    ['{"version": "2027-04-01",\n "systems": [\n', 2, 'line 2 cannot be read'],
    ['\n\nsystems', 3, 'line 3 cannot be read'],
    ['[]', undefined, 'is not a register'],
    [JSON.stringify({ version: '2027-04-01', systems: Array(1001).fill(PENINSULA) }), undefined, 'more than 1000'],
    ['{"systems": []}', undefined, 'version'],
    [
      '{"version": "2027-04-01", "systems": [{"code": "QJK", "shortName": "Devon"}]}',
      undefined,
      'System no. 1 (Devon)',
    ],
    [newer((systems) => Object.assign(named(systems, DEVON), { activeTo: '2027-02-31' })), undefined, 'activeTo'],
    [newer((systems) => Object.assign(named(systems, DEVON), { code: 'devon!' })), undefined, 'code'],
  ])('when it is no register: %#', async (text, line, words) => {
    const desk = testDesk();
    for (const method of ['register.preview', 'register.load']) {
      const fault = await desk.refuse(method, { file: NAME, text });
      expect(fault).toMatchObject({ code: 'register-unreadable', file: NAME });
      expect(fault.message).toContain(NAME);
      expect(fault.message).toContain(words);
      expect(fault.line).toBe(text === '' ? undefined : line);
    }
  });

  const PROBLEMS: [string, (systems: SystemRecord[]) => void, string][] = [
    [
      'a system in use is missing',
      (all) => void all.splice(all.indexOf(named(all, DEVON)), 1),
      'Devon (QJK) is missing',
    ],
    [
      'a code stands twice',
      (all) => void all.push(structuredClone(named(all, CORNWALL))),
      '2 of its systems have the code',
    ],
    [
      'two systems share a slug',
      (all) => Object.assign(named(all, DEVON), { slug: 'somerset' }),
      'same slug, “somerset”',
    ],
    ['two systems share a name', (all) => void named(all, DEVON).names.push('NHS Somerset ICB'), 'both called'],
    ['a slug is no folder', (all) => Object.assign(named(all, DEVON), { slug: '../devon' }), 'name of a folder'],
    ['a slug is a device', (all) => Object.assign(named(all, DEVON), { slug: 'con' }), 'name of a folder'],
    [
      'a system ends before it begins',
      (all) => Object.assign(named(all, DEVON), { activeTo: '2022-01-01', successors: ['QSL'] }),
      'ends before it begins',
    ],
    [
      'a system ends without a successor',
      (all) => Object.assign(named(all, DEVON), { activeTo: '2026-12-31' }),
      'but has no successor',
    ],
    [
      'a successor is unknown',
      (all) => Object.assign(named(all, DEVON), { activeTo: '2026-12-31', successors: ['X1X1X'] }),
      'not in the file: X1X1X',
    ],
    [
      'a successor has ended',
      (all) => Object.assign(named(all, DEVON), { activeTo: '2026-12-31', successors: ['QNQ'] }),
      'is not active on 1 January 2027',
    ],
    [
      'there are successors but no end',
      (all) => Object.assign(named(all, DEVON), { successors: ['QSL'] }),
      'no last day',
    ],
    [
      'no system is active',
      (all) => void all.map((one) => Object.assign(one, { activeFrom: '2030-01-01', activeTo: null, successors: [] })),
      'None of its systems is active today',
    ],
  ];
  test.each(PROBLEMS)('when %s', async (_, change, words) => {
    const desk = testDesk();
    await file(desk, 'Wards open by the sea', [DEVON]);
    const before = snapshot(desk.path);
    const text = newer(change);
    const { problems } = await desk.ask('register.preview', { file: NAME, text });
    expect(problems.join(' ')).toContain(words);
    const fault = await desk.refuse('register.load', { file: NAME, text });
    expect(fault).toMatchObject({ code: 'register-refused', file: NAME });
    expect(fault.message).toContain(problems[0] ?? 'a problem');
    expect(snapshot(desk.path)).toEqual(before);
  });

  test.each([
    ['2026-03-31', 'older than the current register'],
    ['2026-04-01', 'but its content differs'],
    ['next spring', 'is not a date'],
  ])('when its version is %s', async (version, words) => {
    const desk = testDesk();
    const fault = await desk.refuse('register.load', { file: NAME, text: newer(merger, version) });
    expect(fault.message).toContain(words);
  });

  test('a system that nothing names may go', async () => {
    const desk = testDesk();
    const text = newer((all) => void all.splice(all.indexOf(named(all, 'QHL')), 1));
    const { changes, problems } = await desk.ask('register.preview', { file: NAME, text });
    expect(problems).toEqual([]);
    expect(changes).toMatchObject([{ kind: 'removed', code: 'QHL', stories: 0 }]);
    await desk.ask('register.load', { file: NAME, text });
    expect((await desk.refuse('systems.find', { text: 'QHL' })).code).toBe('system-unknown');
  });

  test.each([{}, { file: NAME }, { file: '', text: '{}' }, { file: 3, text: '{}' }, { file: NAME, text: null }, null])(
    'when the call does not fit: %j',
    async (input) => {
      const desk = testDesk();
      expect((await desk.refuse('register.preview', input)).code).toBe('bad-call');
      expect((await desk.refuse('register.load', input)).code).toBe('bad-call');
    },
  );
});
