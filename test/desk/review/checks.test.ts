import { describe, expect, test } from 'vitest';
import type { StoryId, SystemCode } from '../../../shared/models.ts';
import { DEFAULT_LIMITS } from '../../../shared/pages/checks.ts';
import { asFile, captureText, type TestDesk, testDesk } from '../../helpers/desk.ts';
import { snapshot } from '../../helpers/snapshot.ts';
import { BLANK } from '../../helpers/story.ts';

const DEVON = 'QJK' as SystemCode;
const CAPTURE = captureText('Devon ICS', [
  ['Image', 'Coastal ward to open', 'Patients by the sea will be seen on Saturdays.'],
  ['A van on a market square', 'Scanner van goes to market', 'The van stops in four towns.'],
]);

async function deskWithPage(): Promise<TestDesk> {
  const desk = testDesk();
  await desk.ask('settings.set', { limits: { fewest: 2 } });
  await desk.ask('import.contents', { files: [asFile('devon.txt', CAPTURE)], seenOn: '2026-11-20' });
  return desk;
}

const pageChecks = (desk: TestDesk) => desk.ask('checks.page', { system: DEVON });
const idAt = async (desk: TestDesk, position: number): Promise<StoryId> => {
  const { zones } = await desk.ask('pages.get', { system: DEVON });
  const teaser = zones.flatMap(({ teasers }) => teasers)[position - 1];
  if (!teaser) throw new Error(`no teaser at ${position}`);
  return teaser.articleId;
};

describe('checks.page', () => {
  test('finds what is wrong, and nothing any more once it is mended', async () => {
    const desk = await deskWithPage();
    const { checks, errors, warnings } = await pageChecks(desk);
    expect(checks.map(({ kind }) => kind)).toEqual(['label-stock']);
    expect([errors, warnings]).toEqual([0, 1]);
    const articleId = await idAt(desk, 1);
    await desk.ask('pages.reword', { system: DEVON, articleId, words: { alt: 'A ward with a view of the sea' } });
    expect((await pageChecks(desk)).checks).toEqual([]);
  });

  test('an empty page is an error', async () => {
    const desk = testDesk();
    expect((await pageChecks(desk)).checks).toMatchObject([
      { kind: 'zone-empty', level: 'error', at: { kind: 'zone' } },
    ]);
  });

  test('a former system’s page says what came after', async () => {
    const desk = testDesk();
    const { checks } = await desk.ask('checks.page', { system: 'QNQ' as SystemCode });
    expect(checks.at(-1)?.says).toMatch(/^Frimley ended on 31 March 2026: its page is closed\. Its successors: ./);
  });

  test('a pinned story that is withdrawn leaves an error that releasing it mends', async () => {
    const desk = await deskWithPage();
    const articleId = await idAt(desk, 2);
    await desk.ask('pages.pin', { system: DEVON, articleId });
    await desk.ask('stories.withdraw', { selection: { kind: 'ids', ids: [articleId] } });
    const found = (await pageChecks(desk)).checks.find(({ kind }) => kind === 'placement-withdrawn');
    expect(found).toMatchObject({ level: 'error', at: { kind: 'waiting', articleId } });
    expect(found?.fixes[0]?.does).toBe('release');
    await desk.ask('pages.release', { system: DEVON, articleId });
    expect((await pageChecks(desk)).checks.map(({ kind }) => kind)).not.toContain('placement-withdrawn');
  });
});

describe('limits', () => {
  test('are settings, each of them alone', async () => {
    const desk = await deskWithPage();
    expect((await desk.ask('settings.get', {})).limits).toEqual({ ...DEFAULT_LIMITS, fewest: 2 });
    await desk.ask('settings.set', { limits: { headline: 20 } });
    expect((await desk.ask('settings.get', {})).limits).toEqual({ ...DEFAULT_LIMITS, fewest: 2, headline: 20 });
    expect((await pageChecks(desk)).checks.map(({ kind }) => kind)).toContain('headline-long');
    expect((await desk.refuse('settings.set', { limits: { headline: 0 } })).code).toBe('bad-call');
  });
});

describe('silences', () => {
  test('one check on one page, with a note, undone and redone exactly', async () => {
    const desk = await deskWithPage();
    const key = (await pageChecks(desk)).checks[0]?.key ?? '';
    const before = snapshot(desk.path);
    const written = await desk.ask('checks.silence', { system: DEVON, key, note: 'The source has no other' });
    expect(written.entry?.label).toBe('Silence a check on Devon');
    const silenced = snapshot(desk.path);
    const { checks, warnings } = await pageChecks(desk);
    expect(warnings).toBe(0);
    expect(checks[0]?.silence).toMatchObject({ note: 'The source has no other', by: 'A. Tester' });
    await desk.ask('history.undo', {});
    expect(snapshot(desk.path)).toEqual(before);
    await desk.ask('history.redo', {});
    expect(snapshot(desk.path)).toEqual(silenced);
    // The same once more is no step.
    expect(await desk.ask('checks.silence', { system: DEVON, key, note: 'The source has no other' })).toEqual({
      entry: null,
      changed: 0,
    });
    await desk.ask('checks.unsilence', { system: DEVON, key });
    expect(snapshot(desk.path)).toEqual(before);
    expect((await desk.ask('checks.unsilence', { system: DEVON, key })).entry).toBeNull();
  });

  test('one that is not needed any more is listed', async () => {
    const desk = await deskWithPage();
    await desk.ask('checks.silence', { system: DEVON, key: 'label-stock', note: 'All of them come so' });
    const articleId = await idAt(desk, 1);
    await desk.ask('pages.reword', { system: DEVON, articleId, words: { alt: 'A ward with a view of the sea' } });
    expect((await pageChecks(desk)).unused).toMatchObject([{ key: 'label-stock', note: 'All of them come so' }]);
  });

  test('are refused without a note, for what does not fail, and for what is no check', async () => {
    const desk = await deskWithPage();
    const before = snapshot(desk.path);
    expect((await desk.refuse('checks.silence', { system: DEVON, key: 'label-stock', note: ' ' })).message).toContain(
      'Type a few words',
    );
    expect((await desk.refuse('checks.silence', { system: DEVON, key: 'page-thin', note: 'So' })).code).toBe(
      'check-missing',
    );
    expect((await desk.refuse('checks.unsilence', { system: DEVON, key: 'nonsense' })).code).toBe('check-missing');
    expect((await desk.refuse('checks.silence', { system: 'XXX', key: 'page-thin', note: 'So' })).code).toBe(
      'system-unknown',
    );
    expect(snapshot(desk.path)).toEqual(before);
  });
});

describe('a source that changes under an override', () => {
  async function drifted(): Promise<{ desk: TestDesk; articleId: StoryId }> {
    const desk = await deskWithPage();
    const articleId = await idAt(desk, 2);
    await desk.ask('pages.reword', { system: DEVON, articleId, words: { standfirst: 'Four towns get a scanner.' } });
    expect((await pageChecks(desk)).checks.map(({ kind }) => kind)).not.toContain('source-changed');
    const later = CAPTURE.replace('stops in four towns', 'stops in five towns');
    await desk.ask('import.contents', { files: [asFile('later.txt', later)], seenOn: '2026-11-21' });
    return { desk, articleId };
  }
  const drift = async (desk: TestDesk) => {
    const { zones } = await desk.ask('pages.get', { system: DEVON });
    return zones.flatMap(({ teasers }) => teasers).find(({ drift }) => drift.length > 0);
  };

  test('shows what it said then, what it says now, and what the page says', async () => {
    const { desk, articleId } = await drifted();
    expect(await drift(desk)).toMatchObject({
      articleId,
      standfirst: 'Four towns get a scanner.',
      drift: [{ field: 'standfirst', was: 'The van stops in four towns.' }],
      source: { standfirst: 'The van stops in five towns.' },
    });
    expect((await pageChecks(desk)).checks.map(({ kind }) => kind)).toContain('source-changed');
  });

  test('keep: the page’s words stay, the drift is settled, and undo brings it back', async () => {
    const { desk, articleId } = await drifted();
    const before = snapshot(desk.path);
    await desk.ask('pages.keepOverride', { system: DEVON, articleId });
    expect(await drift(desk)).toBeUndefined();
    expect((await desk.ask('pages.keepOverride', { system: DEVON, articleId })).entry).toBeNull();
    const kept = snapshot(desk.path);
    await desk.ask('history.undo', {});
    expect(snapshot(desk.path)).toEqual(before);
    expect(await drift(desk)).toBeDefined();
    await desk.ask('history.redo', {});
    expect(snapshot(desk.path)).toEqual(kept);
  });

  test('adopt: the source’s words show; edit: new words settle it as well', async () => {
    const { desk, articleId } = await drifted();
    await desk.ask('pages.reword', { system: DEVON, articleId, words: { standfirst: null } });
    expect(await drift(desk)).toBeUndefined();
    await desk.ask('history.undo', {});
    expect(await drift(desk)).toBeDefined();
    await desk.ask('pages.reword', { system: DEVON, articleId, words: { standfirst: 'Five towns get one.' } });
    expect(await drift(desk)).toBeUndefined();
  });

  test('re-wording another field does not settle it', async () => {
    const { desk, articleId } = await drifted();
    await desk.ask('pages.reword', { system: DEVON, articleId, words: { kicker: 'Scanners' } });
    expect((await drift(desk))?.drift.map(({ field }) => field)).toEqual(['standfirst']);
  });

  test('keeping is refused where nothing is re-worded', async () => {
    const desk = await deskWithPage();
    const articleId = await idAt(desk, 1);
    expect((await desk.refuse('pages.keepOverride', { system: DEVON, articleId })).code).toBe('placement-missing');
  });
});

describe('checks.all', () => {
  test('counts every active page, and what changed since it was signed off', async () => {
    const desk = await deskWithPage();
    const devon = async () => (await desk.ask('checks.all', {})).find(({ code }) => code === DEVON);
    expect(await desk.ask('checks.all', {})).toHaveLength(36);
    expect(await devon()).toEqual({
      code: DEVON,
      errors: 0,
      warnings: 1,
      silenced: 0,
      signed: null,
      unsigned: null,
      exported: null,
    });
    await desk.ask('versions.signOff', { system: DEVON });
    expect(await devon()).toMatchObject({ signed: { by: 'A. Tester', day: '2026-11-22' }, unsigned: 0 });
    const fields = { ...BLANK, headline: 'Newly written', alt: 'A desk by a window' };
    await desk.ask('stories.create', { fields, systems: [DEVON] });
    expect((await devon())?.unsigned).toBe(1);
  });
});

describe('a page that was asked for before', () => {
  test('is new after a step, its undo, another door’s step, and not changed by what was only tried', async () => {
    const desk = await deskWithPage();
    const headlines = async (from: TestDesk = desk) =>
      (await from.ask('pages.get', { system: DEVON })).zones.flatMap(({ teasers }) => teasers.map((t) => t.headline));
    const first = await headlines();
    const articleId = await idAt(desk, 1);
    const { id } = await desk.ask('versions.signOff', { system: DEVON });
    await desk.ask('pages.takeOff', { system: DEVON, articleId });
    const taken = await headlines();
    expect(taken).toEqual(first.slice(1));
    await desk.ask('versions.previewRestore', { id });
    expect(await headlines()).toEqual(taken);
    await desk.ask('history.undo', {});
    expect(await headlines()).toEqual(first);
    const other = testDesk({ path: desk.path });
    await other.ask('pages.reword', { system: DEVON, articleId, words: { headline: 'Written elsewhere' } });
    expect((await headlines())[0]).toBe('Written elsewhere');
  });
});
