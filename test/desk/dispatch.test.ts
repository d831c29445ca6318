import { describe, expect, test } from 'vitest';
import { contract } from '../../shared/contract.ts';
import { tempFolder, testDesk } from '../helpers/desk.ts';
import { snapshot } from '../helpers/snapshot.ts';

describe('dispatch', () => {
  test.each([
    ['no.such.method', {}],
    ['toString', {}],
    ['__proto__', {}],
    ['door.describe', {}],
    ['stories.get', { id: 'seven' }],
    ['stories.get', null],
    ['stories.list', { query: { text: 7 } }],
    ['stories.list', 'everything'],
    ['pages.get', { system: 'not a code' }],
    ['pages.get', { system: 'QNQ', asOf: '2026-02-30' }],
    ['tags.add', { selection: { kind: 'ids', ids: [] }, systems: ['QNQ'] }],
    ['stories.create', { fields: { headline: '  ' } }],
    ['export.folder', { out: '/tmp/x', formats: ['pdf'] }],
    ['import.contents', { files: [{ name: 'a.txt', base64: '%%%' }] }],
  ])('refuses %s with %j, and nothing changes', async (method, input) => {
    const desk = testDesk();
    const before = snapshot(desk.path);
    const fault = await desk.refuse(method, input);
    expect(fault.code).toBe('bad-call');
    expect(fault.message.length).toBeGreaterThan(10);
    expect(snapshot(desk.path)).toEqual(before);
    expect(desk.events).toEqual([]);
  });

  test('refuses a system that is in no register, and a story that is not there', async () => {
    const desk = testDesk();
    expect((await desk.refuse('pages.get', { system: 'ZZZ' })).code).toBe('system-unknown');
    const id = '01900000-0000-7000-8000-000000000000';
    expect((await desk.refuse('stories.get', { id })).code).toBe('story-missing');
    expect((await desk.refuse('tags.add', { selection: { kind: 'ids', ids: [id] }, systems: ['QNQ'] })).code).toBe(
      'story-missing',
    );
  });

  test('answers every method of the contract that is not a door’s', async () => {
    const desk = testDesk();
    for (const [name, { kind }] of Object.entries(contract)) {
      if (kind === 'door') continue;
      const reply = await desk.desk.call(name, { never: 'valid or empty' });
      if (!reply.ok) expect(reply.error.message).not.toContain('There is no method');
    }
  });

  test('a closed desk says so', async () => {
    const desk = testDesk();
    await desk.desk.close();
    expect((await desk.refuse('library.info', {})).code).toBe('library-closed');
  });

  test('the sample library is a file of its own, and the way back leads to the editor’s', async () => {
    const desk = testDesk({ path: `${tempFolder()}/mine.patchdesk` });
    const sample = await desk.ask('library.openSample', {});
    expect(sample).toMatchObject({ isSample: true, name: 'sample.patchdesk' });
    expect(sample.stories).toBeGreaterThanOrEqual(300);
    expect((await desk.ask('library.check', {})).problems).toEqual([]);
    expect(sample.undo).toBeNull();
    const pages = await desk.ask('pages.list', {});
    expect(pages).toHaveLength(36);
    expect(pages.every(({ teasers, filed }) => teasers > 0 && filed > 0)).toBe(true);
    expect(pages.some(({ pinned }) => pinned > 0)).toBe(true);
    const own = await desk.ask('library.openOwn', {});
    expect(own).toMatchObject({ isSample: false, stories: 0, name: 'mine.patchdesk' });
    expect(desk.events.map(({ name }) => name)).toEqual(['library.opened', 'library.opened']);
  });

  test('the sample library is made on any day', async () => {
    const desk = testDesk({ now: '2025-02-03T10:00:00' });
    expect((await desk.ask('library.openSample', {})).stories).toBeGreaterThanOrEqual(300);
    const pages = await desk.ask('pages.list', { asOf: '2026-11-22' });
    expect(pages.some(({ pinned }) => pinned > 0)).toBe(true);
  });

  test('a library that cannot be opened leaves the open one in place', async () => {
    const desk = testDesk();
    expect((await desk.refuse('library.open', { path: tempFolder() })).code).toBe('library-not-a-library');
    expect((await desk.ask('library.info', {})).path).toBe(desk.path);
  });
});
