import { describe, expect, it } from 'vitest';
import { createApi } from '../../../renderer/api.ts';
import { createAppState } from '../../../renderer/app/create-app-state.ts';
import { saveName } from '../../../renderer/features/names/name-actions.ts';
import { moveTeasers } from '../../../renderer/features/page-editor/placing/page-actions.ts';
import { rewordTeaser, scheduleTeaser } from '../../../renderer/features/page-editor/reword/reword-actions.ts';
import { STORY_MERGE, storyValues } from '../../../renderer/features/stories/editor/story-merge.ts';
import { saveTemplate, setZones } from '../../../renderer/features/zones/zone-actions.ts';
import { stepThroughHistory, write } from '../../../renderer/state/writes.ts';
import { DEFAULT_RULE } from '../../../shared/pages/fill-rules.ts';
import { DEVON, DORSET, type PageDesk, pageDesk } from '../../helpers/pages.ts';

/** A window of the browser door. */
function windowOn(test: PageDesk, name: string) {
  const state = createAppState(
    createApi({
      invoke: (method, input) => test.desk.call(method, input, name),
      subscribe: (listener) => test.desk.subscribe(listener),
    }),
  );
  return { state, session: () => state.session.getState() };
}

const twoWindows = async () => {
  const desk = await pageDesk(6, [], { door: 'browser' });
  return { desk, mine: windowOn(desk, 'mine'), other: desk.inWindow('other') };
};

type Window = ReturnType<typeof windowOn>;

/** Opens the page, which then stays as it was read: nothing is connected to the desk's events. */
async function showDevon({ state, session }: Window): Promise<void> {
  session().openPage(DEVON);
  state.queries.watch('pages.get', { system: DEVON }, () => undefined);
  await expect.poll(() => state.queries.read('pages.get', { system: DEVON }).data).toBeDefined();
}

/** Waits for the question which version to save. */
async function asked({ session }: Window) {
  await expect.poll(() => session().conflict).not.toBeNull();
  return session().conflict?.conflict.fields ?? [];
}

describe('a save that meets somebody else’s change', () => {
  it('asks which version to save, and saves the choice', async () => {
    const { desk, mine, other } = await twoWindows();
    const id = desk.id('One');
    const seen = storyValues(await desk.ask('stories.get', { id }));
    await other.ask('stories.edit', { id, fields: { headline: 'Theirs', kicker: 'News' } });
    const input = { id, fields: { headline: 'Yours' }, seen };
    const saved = write(mine.state, 'stories.edit', input, undefined, STORY_MERGE);
    expect(await asked(mine)).toEqual([{ field: 'headline', seen: 'One', theirs: 'Theirs', yours: 'Yours' }]);
    expect(mine.session().conflict?.message).toContain('in another window');
    mine.session().settleConflict({ headline: 'Theirs and yours' });
    expect(await saved).not.toBeNull();
    expect(await desk.ask('stories.get', { id })).toMatchObject({ headline: 'Theirs and yours', kicker: 'News' });
  });

  it('asks again when it changes while the question is open', async () => {
    const { desk, mine, other } = await twoWindows();
    const id = desk.id('One');
    const input = { id, fields: { headline: 'Yours' }, seen: { headline: 'One' } };
    await other.ask('stories.edit', { id, fields: { headline: 'Theirs' } });
    const saved = write(mine.state, 'stories.edit', input, undefined, STORY_MERGE);
    await asked(mine);
    await other.ask('stories.edit', { id, fields: { headline: 'Theirs, later' } });
    mine.session().settleConflict({ headline: 'Yours' });
    await expect.poll(() => mine.session().conflict?.conflict.fields[0]?.theirs).toBe('Theirs, later');
    mine.session().settleConflict({ headline: 'Yours' });
    await saved;
    expect((await desk.ask('stories.get', { id })).headline).toBe('Yours');
  });

  it('writes nothing when the editor cancels, and shows no error', async () => {
    const { desk, mine, other } = await twoWindows();
    const articleId = desk.id('Two');
    await other.ask('pages.reword', { system: DEVON, articleId, words: { headline: 'Theirs' } });
    const saved = rewordTeaser(mine.state, DEVON, articleId, { headline: 'Yours' }, { headline: 'Two' });
    await asked(mine);
    mine.session().settleConflict(null);
    expect(await saved).toBe(false);
    expect(mine.session().notices).toEqual([]);
    expect(await desk.order()).toBe('One Theirs Three Four Five Six');
  });

  it('takes their words over a teaser, and their days', async () => {
    const { desk, mine, other } = await twoWindows();
    const articleId = desk.id('Two');
    await other.ask('pages.reword', { system: DEVON, articleId, words: { headline: 'Theirs' } });
    const saved = rewordTeaser(mine.state, DEVON, articleId, { headline: 'Yours' }, { headline: 'Two' });
    await asked(mine);
    mine.session().settleConflict({ headline: 'Theirs' });
    expect(await saved).toBe(true);
    await other.ask('pages.schedule', { system: DEVON, articleId, from: '2026-11-01', until: null });
    const days = { from: '2026-11-02', until: null };
    const scheduled = scheduleTeaser(mine.state, DEVON, articleId, days, { from: null, until: null });
    await asked(mine);
    mine.session().settleConflict({ from: '2026-11-02' });
    expect(await scheduled).toBe(true);
    expect((await desk.teasers())[1]).toMatchObject({ headline: 'Theirs', from: '2026-11-02' });
  });

  it('keeps a name and zones, or saves them again', async () => {
    const { desk, mine, other } = await twoWindows();
    const name = { kind: 'alias' as const, text: 'Dart Care', systems: [DEVON, DORSET], matchCase: false, note: null };
    const { id } = await desk.ask('names.save', { name });
    await other.ask('names.save', { id, name: { ...name, note: 'Theirs' } });
    const named = saveName(mine.state, id, { ...name, note: 'Yours' }, name);
    await asked(mine);
    mine.session().settleConflict({ note: 'Both' });
    expect(await named).toBe(true);
    expect((await desk.ask('names.list', {})).find((one) => one.id === id)?.note).toBe('Both');

    const zone = (name: string) => ({ name, limit: 5, prominence: 'standard' as const, rule: DEFAULT_RULE });
    const { template, zones } = await desk.ask('zones.get', { system: DEVON });
    const seen = { [DEVON]: { template: template?.id ?? null, zones: zones.map(({ id: _, ...one }) => one) } };
    await other.ask('zones.set', { systems: [DEVON], to: { kind: 'own', zones: [zone('Theirs')] } });
    const to = { kind: 'own' as const, zones: [zone('Yours')] };
    const zonesSaved = setZones(mine.state, { systems: [DEVON], to, seen });
    const [field] = await asked(mine);
    mine.session().settleConflict({ 'QJK.zones': field?.yours ?? null });
    expect(await zonesSaved).toBeNull();
    expect((await desk.ask('zones.get', { system: DEVON })).zones.map((one) => one.name)).toEqual(['Yours']);

    const autumn = { name: 'Autumn', zones: [zone('One')] };
    const made = await desk.ask('templates.save', autumn);
    await other.ask('templates.save', { id: made.id, name: 'Autumn', zones: [zone('Theirs')] });
    const kept = saveTemplate(mine.state, { id: made.id, name: 'Autumn', zones: [zone('Yours')], seen: autumn });
    const [theirs] = await asked(mine);
    mine.session().settleConflict({ zones: theirs?.theirs ?? null });
    expect(await kept).toBeNull();
    const templates = await desk.ask('templates.list', {});
    expect(templates.find((one) => one.id === made.id)?.zones).toMatchObject([{ name: 'Theirs' }]);
  });

  it('says so when the teaser was moved elsewhere, and leaves the page as it is', async () => {
    const { desk, mine, other } = await twoWindows();
    const articleId = desk.id('Three');
    await showDevon(mine);
    await other.ask('pages.move', { system: DEVON, articleId, position: 5 });
    await moveTeasers(mine.state, [articleId], { position: 1 });
    expect(mine.session().notices.at(-1)?.text).toBe(
      '“Three” was moved to 5 on Devon by you in another window, just now. Nothing was changed.',
    );
    expect(await desk.order()).toBe('One Two Four Five Three Six');
  });

  it('moves a teaser twice before the page has shown the first move', async () => {
    const { desk, mine } = await twoWindows();
    const articleId = desk.id('Three');
    await showDevon(mine);
    await Promise.all([
      moveTeasers(mine.state, [articleId], { position: 2 }),
      moveTeasers(mine.state, [articleId], { position: 1 }),
    ]);
    expect(mine.session().notices).toEqual([]);
    expect(await desk.order()).toBe('Three One Two Four Five Six');
  });
});

it('undo asks again when another step comes while its question is open', async () => {
  const { desk, mine, other } = await twoWindows();
  const [one, two] = [desk.id('One'), desk.id('Two')];
  await other.ask('stories.edit', { id: one, fields: { headline: 'Theirs' } });
  const undone = stepThroughHistory(mine.state, 'undo');
  await expect.poll(() => mine.session().question?.body).toContain('“Edit the headline of ‘One’”');
  await other.ask('stories.edit', { id: two, fields: { headline: 'Theirs too' } });
  mine.session().answer(true);
  await expect.poll(() => mine.session().question?.body).toContain('“Edit the headline of ‘Two’”');
  mine.session().answer(true);
  expect(await undone).toBe(true);
  expect(await desk.order()).toBe('Theirs Two Three Four Five Six');
});
