import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import shipped from '../../resources/register/systems.json' with { type: 'json' };
import { contract } from '../../shared/contract.ts';
import type { StoryId, SystemCode } from '../../shared/models.ts';
import { DEFAULT_RULE, FIRST_TEMPLATE } from '../../shared/pages/fill-rules.ts';
import { asFile, captureText, type TestDesk, tempFolder, testDesk } from '../helpers/desk.ts';
import { png, upload } from '../helpers/pictures.ts';
import { runs } from '../helpers/property-runs.ts';
import { snapshot } from '../helpers/snapshot.ts';
import { BLANK } from '../helpers/story.ts';
import { DEFAULT_ZONE } from '../helpers/zones.ts';

const FRIMLEY = 'QNQ' as SystemCode;
const DEVON = 'QJK' as SystemCode;

const CAPTURE = captureText('Devon ICS', [
  ['Ward', 'Coastal ward to open at weekends', 'Patients by the sea will be seen on Saturdays from the spring.'],
  [null, 'Two boards share a chair', 'One person will lead both boards until the summer.'],
  ['Van', 'Scanner van goes to market', 'The van stops in four towns on market days.'],
  [null, 'The Tide Table: what comes next', 'A fortnightly look at health and care on the coast.'],
]);
const LATER = CAPTURE.replace('will lead both boards until the summer', 'is to lead both boards for a year');

async function storyIds(desk: TestDesk): Promise<StoryId[]> {
  const { stories } = await desk.ask('stories.list', { query: { withdrawn: 'show' } });
  return stories.map(({ id }) => id);
}

/** The shipped register with one more system, under a version that may be older or newer than what was loaded. */
function laterRegister(pick: number): string {
  const fresh = { ...shipped.systems[0], code: `N${pick}N`, slug: `new-${pick}`, shortName: `New ${pick}` };
  const more = { ...fresh, boardName: `NHS New ${pick} Board`, names: [], activeTo: null, successors: [] };
  return JSON.stringify({ version: `2027-01-01.${pick}`, systems: [...shipped.systems, more] });
}

/** One thing an editor might do; `pick` chooses the story. What is refused changes nothing. */
type Action = (desk: TestDesk, pick: number) => Promise<void>;

async function onStory(desk: TestDesk, pick: number, act: (id: StoryId) => Promise<unknown>): Promise<void> {
  const ids = await storyIds(desk);
  const id = ids[pick % Math.max(1, ids.length)];
  if (id) await act(id);
}

/** The teasers of Devon's page whose bit is set. */
async function onPage(desk: TestDesk, pick: number, act: (ids: StoryId[]) => Promise<unknown>): Promise<void> {
  const { zones } = await desk.ask('pages.get', { system: DEVON });
  const ids = zones.flatMap(({ teasers }) => teasers.map(({ articleId }) => articleId));
  const chosen = ids.filter((_, index) => (pick >> index) % 2 === 1);
  if (chosen.length > 0) await act(chosen);
}

const one = (id: StoryId) => ({ kind: 'ids' as const, ids: [id] });

const ACTIONS: Record<string, Action> = {
  import: async (desk) => {
    await desk.ask('import.contents', { files: [asFile('devon.txt', CAPTURE)], seenOn: '2026-11-20' });
  },
  importLater: async (desk) => {
    await desk.ask('import.contents', { files: [asFile('devon.txt', LATER)], seenOn: '2026-11-21' });
  },
  importPaths: async (desk) => {
    const path = join(tempFolder(), 'devon.txt');
    writeFileSync(path, LATER);
    await desk.ask('import.paths', { paths: [path], seenOn: '2026-11-22' });
  },
  create: async (desk, pick) => {
    const fields = { ...BLANK, headline: `Written story ${pick % 3}`, alt: pick % 2 ? 'Desk' : null };
    await desk.ask('stories.create', { fields, systems: [DEVON] });
  },
  edit: (desk, pick) =>
    onStory(desk, pick, (id) =>
      desk.ask('stories.edit', { id, fields: { standfirst: `Edited ${pick}`, alt: pick % 2 ? '' : 'Label' } }),
    ),
  reset: (desk, pick) =>
    onStory(desk, pick, (id) => desk.ask('stories.resetFields', { id, fields: ['standfirst', 'alt'] })),
  tag: (desk, pick) =>
    onStory(desk, pick, (id) =>
      desk.ask('tags.add', { selection: one(id), systems: [FRIMLEY, DEVON], strength: 'affects' }),
    ),
  untag: (desk, pick) => onStory(desk, pick, (id) => desk.ask('tags.remove', { selection: one(id), systems: [DEVON] })),
  national: async (desk) => {
    await desk.ask('tags.add', { selection: { kind: 'query', query: { text: 'boards' }, except: [] }, national: true });
  },
  accept: (desk, pick) =>
    onStory(desk, pick, async (id) => {
      const { offers } = await desk.ask('queue.get', { id });
      const codes = offers.slice(0, 1 + (pick % 2)).map(({ code }) => code);
      await desk.ask('queue.accept', { id, codes, national: pick % 5 === 0 });
    }),
  reject: (desk, pick) =>
    onStory(desk, pick, (id) => desk.ask('queue.reject', { id, codes: [DEVON], national: pick % 3 === 0 })),
  unreject: (desk, pick) => onStory(desk, pick, (id) => desk.ask('queue.unreject', { id, codes: [DEVON] })),
  done: (desk, pick) => onStory(desk, pick, (id) => desk.ask('queue.done', { selection: one(id) })),
  reopen: async (desk) => {
    await desk.ask('queue.reopen', { selection: { kind: 'query', query: { review: 'done' }, except: [] } });
  },
  change: (desk, pick) =>
    onStory(desk, pick, (id) =>
      desk.ask('tags.change', {
        selection: one(id),
        add: [{ code: FRIMLEY }],
        remove: [DEVON],
        national: pick % 2 ? 'add' : 'keep',
        accept: [{ id, code: FRIMLEY }],
        reviewed: pick % 4 === 0,
      }),
    ),
  carryOver: async (desk) => {
    await desk.ask('moves.rehome', { day: '2026-04-01' });
  },
  settle: (desk, pick) =>
    onStory(desk, pick, (id) =>
      desk.desk.call('moves.settle', { id, from: FRIMLEY, homes: pick % 2 ? [] : ['S0E4D', 'QRL'] }),
    ),
  loadRegister: async (desk, pick) => {
    await desk.desk.call('register.load', { file: 'systems.json', text: laterRegister(pick) });
  },
  withdraw: (desk, pick) => onStory(desk, pick, (id) => desk.ask('stories.withdraw', { selection: one(id) })),
  bringBack: (desk, pick) => onStory(desk, pick, (id) => desk.ask('stories.bringBack', { selection: one(id) })),
  place: (desk, pick) =>
    onStory(desk, pick, (articleId) =>
      desk.desk.call('pages.place', { system: DEVON, articleId, position: (pick % 5) + 1 }),
    ),
  move: (desk, pick) =>
    onStory(desk, pick, (articleId) =>
      desk.desk.call('pages.move', { system: DEVON, articleId, position: (pick % 4) + 1 }),
    ),
  pin: (desk, pick) => onStory(desk, pick, (articleId) => desk.desk.call('pages.pin', { system: DEVON, articleId })),
  unpin: (desk, pick) =>
    onStory(desk, pick, (articleId) => desk.desk.call('pages.unpin', { system: DEVON, articleId })),
  takeOff: (desk, pick) =>
    onStory(desk, pick, (articleId) => desk.desk.call('pages.takeOff', { system: DEVON, articleId })),
  release: (desk, pick) =>
    onStory(desk, pick, (articleId) => desk.desk.call('pages.release', { system: DEVON, articleId })),
  many: (desk, pick) =>
    onStory(desk, pick, (articleId) =>
      desk.desk.call('pages.many', {
        articleId,
        systems: pick % 2 ? [DEVON, FRIMLEY] : [DEVON],
        action: (['place', 'pin', 'takeOff', 'release'] as const)[pick % 4],
        ...(pick % 3 ? { position: (pick % 5) + 1 } : {}),
      }),
    ),
  zones: async (desk, pick) => {
    const rule = { ...DEFAULT_RULE, first: (['newest', 'local', 'about'] as const)[pick % 3] ?? 'newest' };
    const zone = (name: string, limit: number) => ({ ...DEFAULT_ZONE, name, limit, rule });
    const zones = [zone('Lead', 1), zone('Stories', (pick % 5) + 1), zone('More', 3)].slice(pick % 2);
    await desk.ask('zones.set', { systems: [DEVON], to: { kind: 'own', zones } });
  },
  followTemplate: async (desk, pick) => {
    const { id } = (await desk.ask('templates.list', {}))[pick % 3] ?? { id: FIRST_TEMPLATE };
    await desk.ask('zones.set', { systems: pick % 2 ? [DEVON, FRIMLEY] : [DEVON], to: { kind: 'template', id } });
  },
  changeTemplate: async (desk, pick) => {
    const template = (await desk.ask('templates.list', {}))[pick % 3];
    if (!template) return;
    const zones = template.zones.map((zone) => ({ ...zone, limit: (pick % 4) + 1 })).slice(0, (pick % 3) + 1);
    await desk.desk.call('templates.save', {
      ...(pick % 3 ? { id: template.id } : {}),
      name: `Layout ${pick % 6}`,
      zones,
    });
  },
  removeTemplate: async (desk, pick) => {
    const template = (await desk.ask('templates.list', {}))[pick % 3];
    if (template) await desk.desk.call('templates.remove', { id: template.id });
  },
  schedule: (desk, pick) =>
    onPage(desk, pick, ([articleId]) =>
      desk.desk.call('pages.schedule', {
        system: DEVON,
        articleId,
        from: pick % 2 ? '2026-11-01' : null,
        until: pick % 3 ? '2026-12-24' : null,
      }),
    ),
  moveMany: (desk, pick) =>
    onPage(desk, pick, (articleIds) =>
      desk.desk.call('pages.moveMany', { system: DEVON, articleIds, position: (pick % 4) + 1 }),
    ),
  actMany: (desk, pick) =>
    onPage(desk, pick, (articleIds) =>
      desk.desk.call('pages.actMany', {
        system: DEVON,
        articleIds,
        action: (['pin', 'unpin', 'takeOff', 'release'] as const)[pick % 4],
      }),
    ),
  paste: (desk, pick) =>
    onPage(desk, pick, (articleIds) =>
      desk.desk.call('pages.paste', {
        system: pick % 5 ? FRIMLEY : DEVON,
        from: DEVON,
        cut: pick % 2 === 0,
        position: (pick % 3) + 1,
        articleIds,
      }),
    ),
  replaceGap: (desk, pick) =>
    onStory(desk, pick, async (articleId) => {
      const [by] = (await desk.ask('pages.get', { system: DEVON })).zones[0]?.teasers ?? [];
      await desk.desk.call('pages.replaceGap', { system: DEVON, articleId, by: by?.articleId });
    }),
  putBack: (desk, pick) =>
    onStory(desk, pick, (articleId) => desk.desk.call('pages.putBack', { system: DEVON, articleId })),
  shelve: (desk, pick) =>
    onStory(desk, pick, (id) => desk.ask('shelf.put', { selection: one(id), position: (pick % 3) + 1 })),
  shelveFound: async (desk) => {
    await desk.ask('shelf.put', { selection: { kind: 'query', query: { text: 'boards' }, except: [] } });
  },
  moveOnShelf: (desk, pick) =>
    onStory(desk, pick, (id) => desk.desk.call('shelf.move', { id, position: (pick % 4) + 1 })),
  jointLead: (desk, pick) =>
    onStory(desk, pick, (id) => desk.ask('joint.mark', { articleId: id, note: pick % 2 ? 'Two towns' : null })),
  endJointLead: (desk, pick) => onStory(desk, pick, (id) => desk.ask('joint.unmark', { articleId: id })),
  unshelve: (desk, pick) => onStory(desk, pick, (id) => desk.ask('shelf.remove', { ids: [id] })),
  addName: async (desk, pick) => {
    const text = ['Coastal ward', 'Scanner van', 'The Tide Table', 'A.'][pick % 4] ?? '';
    const kind = pick % 4 === 2 ? 'series' : 'alias';
    await desk.desk.call('names.save', { name: { kind, text, systems: pick % 2 ? [DEVON] : [DEVON, FRIMLEY] } });
  },
  changeName: async (desk, pick) => {
    const names = await desk.ask('names.list', {});
    const name = names[pick % Math.max(1, names.length)];
    if (name) {
      const { id, kind, text, systems } = name;
      await desk.desk.call('names.save', {
        id,
        name: { kind, text, systems, matchCase: pick % 2 === 0, note: 'Seen' },
      });
    }
  },
  removeName: async (desk, pick) => {
    const names = await desk.ask('names.list', {});
    const name = names[pick % Math.max(1, names.length)];
    if (name) await desk.ask('names.remove', { id: name.id });
  },
  readAgain: async (desk, pick) => {
    const { rereads } = await desk.ask('rereads.sample', { size: 1, seed: pick });
    for (const { articleId, code } of rereads) {
      await desk.ask('rereads.answer', { articleId, code, verdict: pick % 2 ? 'right' : 'wrong' });
    }
  },
  signOff: async (desk, pick) => {
    await desk.desk.call('versions.signOff', { system: DEVON, despite: true, note: `Signed ${pick}` });
  },
  restore: async (desk, pick) => {
    const { versions } = await desk.ask('versions.list', { system: DEVON });
    const version = versions[pick % Math.max(1, versions.length)];
    if (version) await desk.ask('versions.restore', { id: version.id });
  },
  silence: async (desk, pick) => {
    const { checks } = await desk.ask('checks.page', { system: DEVON });
    const check = checks[pick % Math.max(1, checks.length)];
    const key = pick % 2 ? check?.key : check?.kind;
    if (key) await desk.ask('checks.silence', { system: DEVON, key, note: `Meant so ${pick % 3}` });
  },
  unsilence: async (desk, pick) => {
    const { checks, unused } = await desk.ask('checks.page', { system: DEVON });
    const silences = [...unused, ...checks.flatMap(({ silence }) => silence ?? [])];
    const silence = silences[pick % Math.max(1, silences.length)];
    if (silence) await desk.ask('checks.unsilence', { system: DEVON, key: silence.key });
  },
  keepOverride: (desk, pick) =>
    onStory(desk, pick, (articleId) => desk.desk.call('pages.keepOverride', { system: DEVON, articleId })),
  picture: (desk, pick) =>
    onStory(desk, pick, (articleId) =>
      desk.desk.call('pages.reword', {
        system: DEVON,
        articleId,
        image: [upload('a.png', png(2, 2, pick)), 'none', null][pick % 3],
        ...(pick % 2 ? { words: { alt: ['', 'Ward', null][pick % 3] } } : {}),
      }),
    ),
  storyPicture: (desk, pick) =>
    onStory(desk, pick, (id) =>
      desk.ask('stories.edit', { id, fields: {}, image: pick % 3 ? upload('b.png', png(1, 1, pick % 4)) : null }),
    ),
  reword: (desk, pick) =>
    onStory(desk, pick, (articleId) =>
      desk.desk.call('pages.reword', { system: DEVON, articleId, words: { headline: `Re-worded ${pick}` } }),
    ),
};

/** Takes one entry of the history back, if that is possible; what was found beforehand must be what happens. */
async function revertOne(desk: TestDesk, pick: number, partly: boolean): Promise<void> {
  const { entries } = await desk.ask('history.list', {});
  const { id } = entries[pick % entries.length] ?? {};
  const before = snapshot(desk.path);
  const found = await desk.desk.call('history.revertible', { id });
  expect(snapshot(desk.path)).toEqual(before);
  const reply = await desk.desk.call('history.revert', { id, partly });
  if (!found.ok) expect(reply.ok).toBe(false);
  else {
    const { rows, blocked } = found.value as { rows: number; blocked: number };
    expect(reply.ok).toBe(rows > 0 && (blocked === 0 || partly));
  }
  if (!reply.ok) {
    expect(['undo-moved-on', 'revert-unfit']).toContain(reply.error.code);
    expect(snapshot(desk.path)).toEqual(before);
  }
}

/** Methods that work on the history itself. */
const ON_HISTORY = ['history.undo', 'history.redo', 'history.revert'];

describe('undo and redo', () => {
  test('every method that writes is among the steps tried here', async () => {
    const desk = testDesk();
    const called = new Set<string>();
    const noting: TestDesk = {
      ...desk,
      ask: (method, input) => {
        called.add(method);
        return desk.ask(method, input);
      },
      desk: {
        ...desk.desk,
        call: (method, input) => {
          called.add(method);
          return desk.desk.call(method, input);
        },
      },
    };
    await ACTIONS['import']?.(desk, 0);
    for (const action of Object.values(ACTIONS)) for (const pick of [1, 2, 3]) await action(noting, pick);
    const writing = Object.entries(contract).filter(
      ([method, { kind }]) => kind === 'write' && !ON_HISTORY.includes(method),
    );
    expect(writing.map(([method]) => method).filter((method) => !called.has(method))).toEqual([]);
  });

  test('any steps, undone all and redone all, give the same rows', async () => {
    const action = fc.tuple(fc.constantFrom(...Object.keys(ACTIONS)), fc.nat({ max: 30 }));
    await fc.assert(
      fc.asyncProperty(fc.array(action, { minLength: 1, maxLength: 14 }), async (actions) => {
        const desk = testDesk();
        const empty = snapshot(desk.path);
        const states = [empty];
        for (const [name, pick] of [['import', 0] as const, ...actions]) {
          const before = await desk.ask('history.list', {});
          await ACTIONS[name]?.(desk, pick);
          const after = await desk.ask('history.list', {});
          // A step that changed nothing left no entry behind.
          if (after.total > before.total) states.push(snapshot(desk.path));
          else expect(snapshot(desk.path)).toEqual(states.at(-1));
        }
        for (const state of states.slice(0, -1).reverse()) {
          await desk.ask('history.undo', {});
          expect(snapshot(desk.path)).toEqual(state);
        }
        expect((await desk.refuse('history.undo', {})).code).toBe('nothing-to-undo');
        for (const state of states.slice(1)) {
          await desk.ask('history.redo', {});
          expect(snapshot(desk.path)).toEqual(state);
        }
        expect((await desk.refuse('history.redo', {})).code).toBe('nothing-to-redo');
        expect((await desk.ask('library.check', {})).problems).toEqual([]);
        await desk.desk.close();
      }),
      { numRuns: runs(25) },
    );
    // Some hundreds of steps, each with its fsync: a busy machine needs its time.
  }, 90_000);

  test('any steps, some of them taken back alone, can be undone all and redone all', async () => {
    const action = fc.tuple(fc.constantFrom(...Object.keys(ACTIONS)), fc.nat({ max: 30 }));
    const revert = fc.tuple(fc.constantFrom('revert', 'revertPartly', 'undo', 'redo'), fc.nat({ max: 30 }));
    const oneStep = fc.oneof({ weight: 2, arbitrary: action }, { weight: 1, arbitrary: revert });
    await fc.assert(
      fc.asyncProperty(fc.array(oneStep, { minLength: 1, maxLength: 16 }), async (actions) => {
        const desk = testDesk();
        const empty = snapshot(desk.path);
        for (const [name, pick] of [['import', 0] as const, ...actions]) {
          if (name === 'undo' || name === 'redo') await desk.desk.call(`history.${name}`, {});
          else if (name.startsWith('revert')) await revertOne(desk, pick, name === 'revertPartly');
          else await ACTIONS[name]?.(desk, pick);
        }
        expect((await desk.ask('library.check', {})).problems).toEqual([]);
        while ((await desk.desk.call('history.redo', {})).ok);
        const end = snapshot(desk.path);
        while ((await desk.desk.call('history.undo', {})).ok);
        expect(snapshot(desk.path)).toEqual(empty);
        while ((await desk.desk.call('history.redo', {})).ok);
        expect(snapshot(desk.path)).toEqual(end);
        expect((await desk.ask('library.check', {})).problems).toEqual([]);
        await desk.desk.close();
      }),
      { numRuns: runs(2000, 12) },
    );
  }, 1_800_000);

  test('go on after the library was closed and opened again', async () => {
    const first = testDesk();
    await ACTIONS['import']?.(first, 0);
    const imported = snapshot(first.path);
    await ACTIONS['reword']?.(first, 1);
    const reworded = snapshot(first.path);
    const second = await first.reopen();
    expect((await second.ask('library.info', {})).undo?.label).toMatch(/^Re-word/);
    await second.ask('history.undo', {});
    expect(snapshot(second.path)).toEqual(imported);
    const third = await second.reopen();
    await third.ask('history.redo', {});
    expect(snapshot(third.path)).toEqual(reworded);
  });

  test('a new step drops what could be redone, and the log keeps it all', async () => {
    const desk = testDesk();
    await ACTIONS['import']?.(desk, 0);
    await ACTIONS['national']?.(desk, 0);
    await desk.ask('history.undo', {});
    await ACTIONS['withdraw']?.(desk, 0);
    expect((await desk.refuse('history.redo', {})).code).toBe('nothing-to-redo');
    const { entries } = await desk.ask('history.list', {});
    expect(entries.map(({ label, kind, undone }) => [kind, undone, label.split(' ')[0]])).toEqual([
      ['step', false, 'Withdraw'],
      ['undo', false, 'Undo'],
      ['step', true, 'Tag'],
      ['step', false, 'Import'],
    ]);
  });

  test('is refused, and touches nothing, when the rows have moved on', async () => {
    const desk = testDesk();
    await ACTIONS['import']?.(desk, 0);
    await ACTIONS['edit']?.(desk, 0);
    const raw = new Database(desk.path);
    raw.exec(`UPDATE articles SET standfirst = 'Changed behind our back' WHERE standfirst LIKE 'Edited%'`);
    raw.close();
    const before = snapshot(desk.path);
    const fault = await desk.refuse('history.undo', {});
    expect(fault.code).toBe('undo-moved-on');
    expect(fault.message).toContain('changed again since');
    expect(snapshot(desk.path)).toEqual(before);
  });

  test('asks before it undoes a step that another door made', async () => {
    const cli = testDesk();
    await ACTIONS['import']?.(cli, 0);
    const window = await cli.reopen('desktop');
    const fault = await window.refuse('history.undo', {});
    expect(fault.code).toBe('undo-other-door');
    expect(fault.message).toContain('on the command line');
    await window.ask('history.undo', { otherDoorToo: true });
    expect(await storyIds(window)).toEqual([]);
  });

  test('every entry says who, where and when', async () => {
    const desk = testDesk({ now: '2026-11-22T09:30:00' });
    await ACTIONS['create']?.(desk, 0);
    const { entries } = await desk.ask('history.list', {});
    expect(entries[0]).toMatchObject({
      by: 'A. Tester',
      door: 'cli',
      at: '2026-11-22T09:30:00.000Z',
      label: 'New story “Written story 0”',
    });
  });
});
