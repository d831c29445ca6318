import { beforeEach, describe, expect, it } from 'vitest';
import { createApi } from '../../../renderer/api.ts';
import { createAppState } from '../../../renderer/app/create-app-state.ts';
import { resetForLibrary } from '../../../renderer/app/create-session.ts';
import {
  carryOver,
  chosenHomesOf,
  loadRegister,
  meanAgain,
  openMoveOf,
  previewRegister,
  settleChosen,
  settleNone,
  toggleHome,
} from '../../../renderer/features/register/succession-actions.ts';
import type { AppState } from '../../../renderer/state/app-state.tsx';
import shipped from '../../../resources/register/systems.json' with { type: 'json' };
import type { Reply } from '../../../shared/contract.ts';
import type { StoryId, SystemCode } from '../../../shared/models.ts';
import { type TestDesk, testDesk } from '../../helpers/desk.ts';
import { BLANK } from '../../helpers/story.ts';

const SUFFOLK = 'QJG' as SystemCode;
const MID_ESSEX = 'QH8' as SystemCode;
const ESSEX = 'D7T5G' as SystemCode;
const NORFOLK_SUFFOLK = 'T6Y0W' as SystemCode;

let desk: TestDesk;
let state: AppState;

/** A window on a real desk. */
function openWindow(): void {
  desk = testDesk({ door: 'desktop' });
  const api = createApi({
    invoke: (method, input) => desk.desk.call(method, input) as Promise<Reply<unknown>>,
    subscribe: (listener) => desk.desk.subscribe((event) => listener(event)),
  });
  state = createAppState(api);
  state.queries.connect();
  state.queries.watch('systems.list', { scope: 'ever' }, () => undefined);
}

async function write(headline: string, systems: SystemCode[]): Promise<StoryId> {
  return (await desk.ask('stories.create', { fields: { ...BLANK, headline }, systems })).id;
}

/** Opens a story of the list and waits for its answer. */
async function open(id: StoryId, from: SystemCode) {
  state.session.getState().showRegister('undecided');
  state.session.getState().openMoveOf({ id, from });
  state.queries.watch('moves.get', { id, from }, () => undefined);
  await expect.poll(() => openMoveOf(state)).not.toBeNull();
  const move = openMoveOf(state);
  if (!move) throw new Error('the story has come');
  return move;
}

const codesOf = async (id: StoryId) => (await desk.ask('stories.get', { id })).tags.map(({ code }) => code);
const said = () => state.session.getState().announcement.text;

beforeEach(openWindow);

describe('settling', () => {
  it('files to what is ticked, says so, and opens the next story', async () => {
    const id = await write('Two boards share a chair', [SUFFOLK]);
    const next = { id: await write('Two boards share a cook', [SUFFOLK]), from: SUFFOLK };
    const move = await open(id, SUFFOLK);
    expect(chosenHomesOf(state, move)).toEqual([]);
    toggleHome(state, move, ESSEX);
    toggleHome(state, move, NORFOLK_SUFFOLK);
    toggleHome(state, move, ESSEX);
    expect(said()).toBe('Essex is not chosen.');
    expect(chosenHomesOf(state, move)).toEqual([NORFOLK_SUFFOLK]);
    await settleChosen(state, move, next);
    expect(said()).toBe('Filed to Norfolk and Suffolk.');
    expect(await codesOf(id)).toEqual([SUFFOLK, NORFOLK_SUFFOLK]);
    expect(state.session.getState()).toMatchObject({ openMove: next, chosenHomes: null });
  });

  it('settles nothing while nothing is ticked', async () => {
    const id = await write('Two boards share a chair', [SUFFOLK]);
    await settleChosen(state, await open(id, SUFFOLK), null);
    expect(said()).toBe('Choose a system first, or choose “Belongs to no successor”.');
    expect(await codesOf(id)).toEqual([SUFFOLK]);
  });

  it('says that none is meant, and takes that back', async () => {
    const id = await write('Two boards share a chair', [SUFFOLK]);
    const move = await open(id, SUFFOLK);
    await settleNone(state, move, null);
    expect(said()).toBe('The story belongs to no successor of Suffolk and North East Essex.');
    const rejected = (await desk.ask('queue.rejections', {})).rejections.map(({ code }) => code as SystemCode);
    expect(rejected).toHaveLength(2);
    await meanAgain(state, id, rejected);
    expect((await desk.ask('queue.rejections', {})).total).toBe(0);
  });

  it('leaves what is filed already as it is', async () => {
    const id = await write('Wards open by the sea', [MID_ESSEX, ESSEX]);
    const move = await open(id, MID_ESSEX);
    toggleHome(state, move, ESSEX);
    expect(said()).toBe('The story is filed to Essex already.');
    expect(chosenHomesOf(state, move)).toEqual([ESSEX]);
  });

  it('forgets the choice when another story is opened, or another library', async () => {
    const id = await write('Two boards share a chair', [SUFFOLK]);
    toggleHome(state, await open(id, SUFFOLK), ESSEX);
    state.session.getState().openMoveOf({ id, from: SUFFOLK });
    expect(state.session.getState().chosenHomes).toEqual([ESSEX]);
    state.session.getState().openMoveOf(null);
    expect(state.session.getState().chosenHomes).toBeNull();
    state.session.getState().showRegister('done', SUFFOLK);
    resetForLibrary(state.session);
    expect(state.session.getState()).toMatchObject({ registerView: 'ended', movesFrom: null, openMove: null });
  });
});

describe('a step', () => {
  it('carries over, shows what was done, and its notice takes back only that', async () => {
    const id = await write('Wards open by the sea', [MID_ESSEX]);
    await carryOver(state, '2026-04-01');
    expect(state.session.getState()).toMatchObject({ place: 'register', registerView: 'done' });
    const notice = state.session.getState().notices.at(-1);
    expect(notice?.text).toBe('1 story was carried over to the systems of 1 April 2026.');
    await desk.ask('tags.add', { selection: { kind: 'ids', ids: [id] }, national: true });
    notice?.action?.run();
    await expect.poll(said).toMatch(/^Other steps came after this one/);
    await desk.ask('history.undo', {});
    notice?.action?.run();
    await expect.poll(() => codesOf(id)).toEqual([MID_ESSEX]);
  });
});

describe('a register file', () => {
  const file = (name: string, text: string) => new File([text], name);
  const newer = JSON.stringify({ ...shipped, version: '2027-01-01' });

  it('is previewed, then loaded', async () => {
    const chosen = await previewRegister(state, file('later.json', newer));
    expect(chosen.preview).toMatchObject({ file: 'later.json', version: '2027-01-01', problems: [], changes: [] });
    expect(await loadRegister(state, chosen)).toBe(true);
    expect(state.session.getState().notices.at(-1)?.text).toBe('The register of 2027-01-01 is now in use.');
    expect((await desk.ask('register.current', {})).loaded?.file).toBe('later.json');
  });

  it('is refused with the sentence of the desk, or for its size', async () => {
    await expect(previewRegister(state, file('broken.json', '{'))).rejects.toMatchObject({
      code: 'register-unreadable',
      line: 1,
    });
    const huge = Object.defineProperty(file('huge.json', ''), 'size', { value: 9_000_000 });
    await expect(previewRegister(state, huge)).rejects.toMatchObject({ code: 'too-large' });
  });

  it('says why when it can no longer be loaded', async () => {
    const chosen = await previewRegister(state, file('later.json', newer));
    const newest = JSON.stringify({ ...shipped, version: '2028-01-01' });
    await desk.ask('register.load', { file: 'newest.json', text: newest });
    expect(await loadRegister(state, chosen)).toBe(false);
    expect(state.session.getState().notices.at(-1)).toMatchObject({
      tone: 'bad',
      text: expect.stringContaining('It is older than the current register'),
    });
  });
});
