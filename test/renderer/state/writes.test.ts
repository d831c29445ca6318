import { describe, expect, it } from 'vitest';
import { createApi } from '../../../renderer/api.ts';
import { createAppState } from '../../../renderer/app/create-app-state.ts';
import { importHeld } from '../../../renderer/features/stories/import/import-actions.ts';
import { targetOf } from '../../../renderer/features/stories/stories-slice.ts';
import { stepThroughHistory, write } from '../../../renderer/state/writes.ts';
import { asFile, captureText, testDesk } from '../../helpers/desk.ts';

function windowOn(test: ReturnType<typeof testDesk>) {
  const state = createAppState(
    createApi({
      invoke: (method, input) => test.desk.call(method, input),
      subscribe: (listener) => test.desk.subscribe(listener),
    }),
  );
  return { state, session: () => state.session.getState() };
}

const CAPTURE = captureText('Devon ICS', [
  [null, 'Ward opens early', 'The first patients came on Monday.'],
  ['Nurses at work', 'Beds move to the coast', 'Forty beds will follow in spring.'],
]);

describe('steps taken in the window', () => {
  it('announces a step by the name the history gives it, and undoes it', async () => {
    const test = testDesk({ door: 'desktop' });
    const { state, session } = windowOn(test);
    await importHeld(state, [asFile('devon.txt', CAPTURE)]);
    expect(session().dialog).toMatchObject({ kind: 'import-report' });
    const { stories } = await test.ask('stories.list', { query: {} });
    const ids = stories.map((story) => story.id);
    await write(state, 'stories.withdraw', { selection: { kind: 'ids', ids } });
    const { undo } = await test.ask('library.info', {});
    expect(session().announcement.text).toBe(undo?.label);
    await stepThroughHistory(state, 'undo');
    expect(session().announcement.text).toContain(undo?.label);
    expect((await test.ask('library.info', {})).counts.withdrawn).toBe(0);
  });

  it('offers to undo the step in each message about one', async () => {
    const test = testDesk({ door: 'desktop' });
    const { state, session } = windowOn(test);
    await importHeld(state, [asFile('devon.txt', CAPTURE)]);
    const ids = (await test.ask('stories.list', { query: {} })).stories.map((story) => story.id);
    await write(state, 'stories.withdraw', { selection: { kind: 'ids', ids } }, () => ({
      text: 'Withdrawn.',
      isShown: true,
    }));
    const message = session().notices.at(-1);
    expect(message?.action?.label).toBe('Undo');
    message?.action?.run();
    await expect.poll(async () => (await test.ask('library.info', {})).counts.withdrawn).toBe(0);
    // It is no longer the newest step.
    message?.action?.run();
    await expect.poll(() => session().notices.at(-1)?.text).toContain('Other steps came after this one');
  });

  it('says so when nothing had to change, and when something was refused', async () => {
    const test = testDesk();
    const { state, session } = windowOn(test);
    await importHeld(state, [asFile('devon.txt', CAPTURE)]);
    const [story] = (await test.ask('stories.list', { query: {} })).stories;
    const selection = { kind: 'ids' as const, ids: story ? [story.id] : [] };
    await write(state, 'stories.bringBack', { selection });
    expect(session().notices.at(-1)?.text).toBe('No changes were needed.');
    await stepThroughHistory(state, 'redo');
    expect(session().notices.at(-1)?.tone).toBe('bad');
  });

  it('asks before it undoes a step that another door made', async () => {
    const test = testDesk({ door: 'cli' });
    await test.ask('import.contents', { files: [asFile('devon.txt', CAPTURE)] });
    const again = await test.reopen('desktop');
    const { state, session } = windowOn(again);
    const kept = stepThroughHistory(state, 'undo');
    await expect.poll(() => session().question?.confirm).toBe('Undo it');
    session().answer(false);
    await kept;
    expect((await again.ask('library.info', {})).stories).toBe(2);
    const undone = stepThroughHistory(state, 'undo');
    await expect.poll(() => session().question?.confirm).toBe('Undo it');
    session().answer(true);
    await undone;
    expect((await again.ask('library.info', {})).stories).toBe(0);
  });

  it('acts on what is selected, else on the story the keys are on', async () => {
    const test = testDesk();
    const { state, session } = windowOn(test);
    expect(targetOf(session())).toBeNull();
    await importHeld(state, [asFile('devon.txt', CAPTURE)]);
    const [first, second] = (await test.ask('stories.list', { query: {} })).stories;
    if (!first || !second) throw new Error('The capture has two stories.');
    session().setActive(first.id);
    expect(targetOf(session())).toEqual({ kind: 'ids', ids: [first.id] });
    session().setSelection({ kind: 'ids', ids: new Set([second.id]) });
    expect(targetOf(session())).toEqual({ kind: 'ids', ids: [second.id] });
  });
});
