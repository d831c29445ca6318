import Database from 'better-sqlite3';
import { describe, expect, test } from 'vitest';
import type { StoryId, SystemCode } from '../../../shared/models.ts';
import { type TestDesk, testDesk } from '../../helpers/desk.ts';
import { snapshot } from '../../helpers/snapshot.ts';
import { BLANK } from '../../helpers/story.ts';

const DEVON = 'QJK' as SystemCode;
const DORSET = 'QVV' as SystemCode;

const evidence = {
  level: 'named',
  kind: 'site',
  entity: 'Lantern Hospital',
  phrase: 'Lantern',
  field: 'headline',
  start: 4,
  end: 11,
};

/** A library in which suggestions have been accepted for every story. */
async function library(stories: number): Promise<{ desk: TestDesk; ids: StoryId[] }> {
  const desk = testDesk();
  const ids: StoryId[] = [];
  for (let at = 0; at < stories; at += 1) {
    const fields = { ...BLANK, headline: `The Lantern, part ${at}` };
    ids.push((await desk.ask('stories.create', { fields })).id);
  }
  const raw = new Database(desk.path);
  const tag = raw.prepare(`INSERT INTO tags VALUES (?, ?, 'about', 'suggestion', 'It is a site.', 'E. Editor', 0, ?)`);
  for (const id of ids) tag.run(id, DEVON, JSON.stringify(evidence));
  raw.close();
  return { desk, ids };
}

const drawn = (sample: { rereads: { articleId: StoryId }[] }) => sample.rereads.map(({ articleId }) => articleId);

describe('a sample of accepted suggestions', () => {
  test('is the same for the same seed, and another for another', async () => {
    const { desk } = await library(30);
    const first = await desk.ask('rereads.sample', { size: 5, seed: 7 });
    expect(first.open).toBe(30);
    expect(first.rereads).toHaveLength(5);
    expect(new Set(drawn(first)).size).toBe(5);
    expect(await desk.ask('rereads.sample', { size: 5, seed: 7 })).toEqual(first);
    expect(drawn(await desk.ask('rereads.sample', { size: 5, seed: 8 }))).not.toEqual(drawn(first));
    expect(first.rereads[0]).toMatchObject({ code: DEVON, why: 'It is a site.', by: 'E. Editor', evidence });
  });

  test('draws each as often as any other', async () => {
    const { desk, ids } = await library(10);
    const times = new Map(ids.map((id) => [id, 0]));
    for (let seed = 0; seed < 600; seed += 1) {
      for (const id of drawn(await desk.ask('rereads.sample', { size: 2, seed }))) {
        times.set(id, (times.get(id) ?? 0) + 1);
      }
    }
    // 120 are due to each; five standard deviations either way are 49.
    for (const count of times.values()) expect(Math.abs(count - 120)).toBeLessThan(49);
  });

  test('leaves out what was read again, tags of other origins and withdrawn stories', async () => {
    const { desk, ids } = await library(4);
    const [read, withdrawn, byHand, left] = ids as [StoryId, StoryId, StoryId, StoryId];
    await desk.ask('rereads.answer', { articleId: read, code: DEVON, verdict: 'right' });
    await desk.ask('stories.withdraw', { selection: { kind: 'ids', ids: [withdrawn] } });
    const handled = { selection: { kind: 'ids' as const, ids: [byHand] }, systems: [DEVON] };
    await desk.ask('tags.remove', handled);
    await desk.ask('tags.add', handled);
    await desk.ask('tags.add', { selection: { kind: 'ids', ids: [left] }, systems: [DORSET] });
    const sample = await desk.ask('rereads.sample', { seed: 1 });
    expect(sample.open).toBe(1);
    expect(sample.rereads).toMatchObject([{ articleId: left, code: DEVON }]);
  });

  test('of a library without any is empty', async () => {
    expect(await testDesk().ask('rereads.sample', { seed: 1 })).toEqual({ open: 0, rereads: [] });
  });
});

describe('an answer', () => {
  test('of wrong takes the tag away, remembers the rejection, and is one step', async () => {
    const { desk, ids } = await library(1);
    const [id] = ids as [StoryId];
    const before = snapshot(desk.path);
    const { entry } = await desk.ask('rereads.answer', { articleId: id, code: DEVON, verdict: 'wrong' });
    expect(entry?.label).toBe('Read again, wrong: Devon for “The Lantern, part 0”');
    expect((await desk.ask('stories.get', { id })).tags).toEqual([]);
    const { rejections } = await desk.ask('queue.rejections', {});
    expect(rejections).toMatchObject([{ articleId: id, code: DEVON, why: 'It is a site.' }]);
    const after = snapshot(desk.path);
    await desk.ask('history.undo', {});
    expect(snapshot(desk.path)).toEqual(before);
    await desk.ask('history.redo', {});
    expect(snapshot(desk.path)).toEqual(after);
  });

  test('of right leaves the tag and is not asked for again until undone', async () => {
    const { desk, ids } = await library(1);
    const [id] = ids as [StoryId];
    const before = snapshot(desk.path);
    await desk.ask('rereads.answer', { articleId: id, code: DEVON, verdict: 'right' });
    expect((await desk.ask('stories.get', { id })).tags).toMatchObject([{ code: DEVON, origin: 'suggestion' }]);
    expect((await desk.ask('rereads.sample', { seed: 1 })).open).toBe(0);
    await desk.ask('history.undo', {});
    expect(snapshot(desk.path)).toEqual(before);
    expect((await desk.ask('rereads.sample', { seed: 1 })).open).toBe(1);
  });

  test('may be given anew; the last one counts', async () => {
    const { desk, ids } = await library(1);
    const [id] = ids as [StoryId];
    await desk.ask('rereads.answer', { articleId: id, code: DEVON, verdict: 'right' });
    const right = snapshot(desk.path);
    await desk.ask('rereads.answer', { articleId: id, code: DEVON, verdict: 'wrong' });
    expect((await desk.ask('names.record', {}))[0]).toMatchObject({
      accepted: 0,
      rejected: 0,
      reread: { right: 0, wrong: 1 },
    });
    await desk.ask('history.undo', {});
    expect(snapshot(desk.path)).toEqual(right);
  });

  test('of wrong is not the last word: what is accepted anew is drawn anew', async () => {
    const { desk } = await library(0);
    const fields = { ...BLANK, headline: 'Exeter ward planned' };
    const { id } = await desk.ask('stories.create', { fields });
    const accept = () => desk.ask('queue.accept', { id, codes: [DEVON] });
    await accept();
    await desk.ask('rereads.answer', { articleId: id, code: DEVON, verdict: 'wrong' });
    expect((await desk.ask('rereads.sample', { seed: 1 })).open).toBe(0);
    await accept();
    expect(drawn(await desk.ask('rereads.sample', { seed: 1 }))).toEqual([id]);
  });

  test('is refused when the tag is gone or the system unknown', async () => {
    const { desk, ids } = await library(1);
    const [id] = ids as [StoryId];
    await desk.ask('tags.remove', { selection: { kind: 'ids', ids: [id] }, systems: [DEVON] });
    const before = snapshot(desk.path);
    const input = { articleId: id, code: DEVON, verdict: 'wrong' };
    const fault = await desk.refuse('rereads.answer', input);
    expect(fault.code).toBe('reread-gone');
    expect(fault.message).toContain('no longer filed to Devon');
    expect((await desk.refuse('rereads.answer', { ...input, code: 'QXX9' })).code).toBe('system-unknown');
    expect((await desk.refuse('rereads.answer', { ...input, verdict: 'maybe' })).code).toBe('bad-call');
    expect(snapshot(desk.path)).toEqual(before);
  });
});
