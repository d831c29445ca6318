import { existsSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { createApi } from '../../../renderer/api.ts';
import { createAppState } from '../../../renderer/app/create-app-state.ts';
import { backUpLibrary } from '../../../renderer/commands/backup-actions.ts';
import type { AppState } from '../../../renderer/state/app-state.tsx';
import type { Reply } from '../../../shared/contract.ts';
import { type TestDesk, tempFolder, testDesk } from '../../helpers/desk.ts';

/** A window on a real desk; `picked` is what the system's own window answers. */
async function openWindow(picked: string | null): Promise<{ desk: TestDesk; state: AppState; asked: unknown[] }> {
  const desk = testDesk({ door: 'desktop' });
  const asked: unknown[] = [];
  const api = createApi({
    invoke: async (method, input) => {
      if (method !== 'door.pickBackup') return (await desk.desk.call(method, input)) as Reply<unknown>;
      asked.push(input);
      return { ok: true, value: { path: picked } };
    },
    subscribe: (listener) => desk.desk.subscribe((event) => listener(event)),
  });
  const state = createAppState(api);
  state.queries.connect();
  state.queries.watch('library.info', {}, () => undefined);
  await expect.poll(() => state.queries.read('library.info', {}).data).toBeDefined();
  return { desk, state, asked };
}
const told = (state: AppState) => state.session.getState().notices.map(({ text }) => text);

test('a backup goes where the system’s window says, and the editor is told', async () => {
  const out = join(tempFolder(), 'library 2026-11-22.patchdesk');
  const { desk, state, asked } = await openWindow(out);
  await backUpLibrary(state, true);
  expect(asked).toEqual([{ name: 'library 2026-11-22.patchdesk' }]);
  expect(told(state)).toEqual([`Backed up to ${out}: 0 stories, checked and complete.`]);
  await expect.poll(() => state.queries.read('library.info', {}).data?.backup?.path).toBe(out);
  expect((await desk.ask('library.info', {})).backup).toEqual({ at: '2026-11-22T10:00:00.000Z', path: out });
});

test('nothing is written where no place was chosen', async () => {
  const { desk, state } = await openWindow(null);
  await backUpLibrary(state, true);
  expect(told(state)).toEqual([]);
  expect((await desk.ask('library.info', {})).backup).toBeNull();
});

test('in the browser it goes beside the library, once the editor has said so', async () => {
  const { desk, state } = await openWindow(null);
  const backups = () => readdirSync(dirname(desk.path)).filter((name) => name.includes('.backup-'));
  const refused = backUpLibrary(state, false);
  expect(state.session.getState().question).toMatchObject({ title: 'Back up the library?', confirm: 'Back up' });
  state.session.getState().answer(false);
  await refused;
  expect(backups()).toEqual([]);
  const agreed = backUpLibrary(state, false);
  state.session.getState().answer(true);
  await agreed;
  expect(backups()).toEqual(['library.backup-2026-11-22T10-00-00.patchdesk']);
  expect(existsSync(desk.path)).toBe(true);
});

test('a place that cannot be written is a sentence', async () => {
  const { state } = await openWindow('/nowhere/at/all/copy.patchdesk');
  await backUpLibrary(state, true);
  expect(told(state)).toEqual([
    '/nowhere/at/all/copy.patchdesk cannot be written: its folder does not exist. Choose another folder.',
  ]);
});
