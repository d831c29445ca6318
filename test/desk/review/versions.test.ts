import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { StoryId, SystemCode } from '../../../shared/models.ts';
import type { VersionId } from '../../../shared/pages/versions.ts';
import { asFile, captureText, type TestDesk, testDesk } from '../../helpers/desk.ts';
import { png, upload } from '../../helpers/pictures.ts';
import { runs } from '../../helpers/property-runs.ts';
import { snapshot } from '../../helpers/snapshot.ts';
import { BLANK } from '../../helpers/story.ts';

const DEVON = 'QJK' as SystemCode;
const DORSET = 'QVV' as SystemCode;
const NUMBERS = ['One', 'Two', 'Three', 'Four', 'Five', 'Six'];

async function deskWithPage(): Promise<TestDesk> {
  const desk = testDesk();
  await desk.ask('settings.set', { limits: { fewest: 1 } });
  const text = captureText(
    'Devon ICS',
    NUMBERS.map((name) => [`A view of ${name}`, name, `The ${name} teaser.`] as const),
  );
  await desk.ask('import.contents', { files: [asFile('devon.txt', text)], seenOn: '2026-11-20' });
  return desk;
}

const teasers = async (desk: TestDesk) =>
  (await desk.ask('pages.get', { system: DEVON })).zones.flatMap((zone) => zone.teasers);
const order = async (desk: TestDesk) => (await teasers(desk)).map(({ headline }) => headline);
const idOf = async (desk: TestDesk, headline: string): Promise<StoryId> => {
  const { stories } = await desk.ask('stories.list', { query: { withdrawn: 'show' } });
  const story = stories.find((each) => each.headline === headline);
  if (!story) throw new Error(`no story ${headline}`);
  return story.id;
};
const sign = async (desk: TestDesk, note: string | null = null) =>
  (await desk.ask('versions.signOff', { system: DEVON, note, despite: note !== null })).id;
const write = async (desk: TestDesk, headline: string, system = DEVON) => {
  const fields = { ...BLANK, headline, alt: `A view of ${headline}` };
  return (await desk.ask('stories.create', { fields, systems: [system] })).id;
};
const differs = async (desk: TestDesk, from: VersionId | 'draft', to: VersionId | 'draft') =>
  (await desk.ask('versions.diff', { system: DEVON, from, to })).changes.map(({ says }) => says);

describe('signing off', () => {
  test('freezes the page with who, when and the day; the draft goes on alone', async () => {
    const desk = await deskWithPage();
    expect(await desk.ask('versions.state', { system: DEVON })).toEqual({ signed: null, changes: 0 });
    const id = await sign(desk);
    const signed = await desk.ask('versions.get', { id });
    expect(signed).toMatchObject({ by: 'A. Tester', at: '2026-11-22T10:00:00.000Z', day: '2026-11-22', despite: [] });
    const layout = await desk.ask('pages.get', { system: DEVON });
    expect(signed.page.zones[0]?.teasers.map(({ headline }) => headline)).toEqual(NUMBERS);
    expect(signed.page.title).toBe(layout.title);
    await desk.ask('pages.move', { system: DEVON, articleId: await idOf(desk, 'Six'), position: 1 });
    expect(await desk.ask('versions.state', { system: DEVON })).toMatchObject({ signed: { id }, changes: 1 });
    expect((await desk.ask('versions.get', { id })).page).toEqual(signed.page);
  });

  test('is refused while errors stand, unless despite them and with a note', async () => {
    const desk = testDesk();
    const before = snapshot(desk.path);
    const fault = await desk.refuse('versions.signOff', { system: DEVON });
    expect(fault).toEqual({
      code: 'checks-standing',
      message: 'Devon has 1 error. Fix them, silence them, or sign off despite them with a note.',
    });
    expect((await desk.refuse('versions.signOff', { system: DEVON, despite: true, note: ' ' })).message).toBe(
      'Devon has 1 error. To sign off despite them, say why in a note.',
    );
    expect(snapshot(desk.path)).toEqual(before);
    const id = await sign(desk, 'It opens tomorrow');
    expect(await desk.ask('versions.get', { id })).toMatchObject({
      note: 'It opens tomorrow',
      despite: ['The zone Stories is empty. File stories to Devon, or place one.'],
    });
  });

  test('a silenced error does not stand in the way', async () => {
    const desk = testDesk();
    await desk.ask('checks.silence', { system: DEVON, key: 'zone-empty', note: 'Not begun yet' });
    expect((await desk.ask('versions.get', { id: await sign(desk) })).despite).toEqual([]);
  });

  test('is one step: undone and redone exactly', async () => {
    const desk = await deskWithPage();
    const before = snapshot(desk.path);
    const id = await sign(desk);
    const after = snapshot(desk.path);
    await desk.ask('history.undo', {});
    expect(snapshot(desk.path)).toEqual(before);
    expect((await desk.refuse('versions.get', { id })).code).toBe('version-missing');
    expect((await desk.refuse('versions.restore', { id })).code).toBe('version-missing');
    await desk.ask('history.redo', {});
    expect(snapshot(desk.path)).toEqual(after);
  });

  test('versions are listed newest first, by pages of the list', async () => {
    const desk = await deskWithPage();
    const ids = [await sign(desk), await sign(desk, 'Second'), await sign(desk)];
    const { total, versions } = await desk.ask('versions.list', { system: DEVON, limit: 2 });
    expect([total, ...versions.map(({ id }) => id)]).toEqual([3, ids[2], ids[1]]);
    expect((await desk.ask('versions.list', { system: DORSET })).total).toBe(0);
  });
});

describe('comparing', () => {
  test('any two of draft and versions, in words; a version of another page is refused', async () => {
    const desk = await deskWithPage();
    const first = await sign(desk);
    await desk.ask('pages.takeOff', { system: DEVON, articleId: await idOf(desk, 'Two') });
    const second = await sign(desk);
    await desk.ask('pages.reword', { system: DEVON, articleId: await idOf(desk, 'Six'), words: { headline: 'Sixth' } });
    expect(await differs(desk, first, second)).toEqual(['“Two” was removed; it was at 2.']);
    expect(await differs(desk, second, first)).toEqual(['“Two” was added at 2.']);
    expect(await differs(desk, second, 'draft')).toEqual(['“Sixth” was re-worded: headline.']);
    expect(await differs(desk, second, second)).toEqual([]);
    expect((await desk.refuse('versions.diff', { system: DORSET, from: first, to: 'draft' })).code).toBe(
      'version-missing',
    );
  });
});

describe('restoring', () => {
  test('brings back order and words in one step, and one undo takes it back', async () => {
    const desk = await deskWithPage();
    await desk.ask('pages.reword', {
      system: DEVON,
      articleId: await idOf(desk, 'Two'),
      words: { headline: 'Second' },
    });
    await desk.ask('pages.pin', { system: DEVON, articleId: await idOf(desk, 'Four') });
    const id = await sign(desk);
    await desk.ask('pages.release', { system: DEVON, articleId: await idOf(desk, 'Two') });
    await desk.ask('pages.unpin', { system: DEVON, articleId: await idOf(desk, 'Four') });
    await desk.ask('pages.move', { system: DEVON, articleId: await idOf(desk, 'Five'), position: 1 });
    await desk.ask('pages.takeOff', { system: DEVON, articleId: await idOf(desk, 'Six') });
    await write(desk, 'Newcomer');
    const before = snapshot(desk.path);

    const preview = await desk.ask('versions.previewRestore', { id });
    expect(snapshot(desk.path)).toEqual(before);
    expect(preview.changes.map(({ says }) => says)).toContain('“Newcomer” was removed; it was at 1.');
    expect(preview).toMatchObject({ missing: [], takenOff: [{ headline: 'Newcomer' }], remaining: [] });

    const { entry } = await desk.ask('versions.restore', { id });
    expect(entry?.label).toBe('Restore an earlier version of Devon');
    expect(await order(desk)).toEqual(['One', 'Second', 'Three', 'Four', 'Five', 'Six']);
    expect(await differs(desk, id, 'draft')).toEqual([]);
    const after = snapshot(desk.path);
    await desk.ask('history.undo', {});
    expect(snapshot(desk.path)).toEqual(before);
    await desk.ask('history.redo', {});
    expect(snapshot(desk.path)).toEqual(after);
  });

  test('what the rule puts in the same place anyway is left to the zone', async () => {
    const desk = await deskWithPage();
    await desk.ask('pages.pin', { system: DEVON, articleId: await idOf(desk, 'Three') });
    const id = await sign(desk);
    await desk.ask('pages.move', { system: DEVON, articleId: await idOf(desk, 'Six'), position: 1 });
    await desk.ask('versions.restore', { id });
    expect((await teasers(desk)).map(({ placed }) => placed)).toEqual([
      'filled',
      'filled',
      'pinned',
      'filled',
      'filled',
      'filled',
    ]);
  });

  test('words of the version stay when the source has other words now', async () => {
    const desk = await deskWithPage();
    const id = await sign(desk);
    const one = await idOf(desk, 'One');
    await desk.ask('stories.edit', { id: one, fields: { standfirst: 'Edited since.' } });
    await desk.ask('versions.restore', { id });
    const [lead] = await teasers(desk);
    expect(lead).toMatchObject({ standfirst: 'The One teaser.', overrides: ['standfirst'], drift: [] });
    expect(await differs(desk, id, 'draft')).toEqual([]);
  });

  test('a story that is withdrawn or gone is named and left out', async () => {
    const desk = await deskWithPage();
    const id = await sign(desk);
    await desk.ask('stories.withdraw', { selection: { kind: 'ids', ids: [await idOf(desk, 'Three')] } });
    const preview = await desk.ask('versions.previewRestore', { id });
    expect(preview.missing).toMatchObject([{ headline: 'Three', why: 'it is withdrawn' }]);
    expect(preview.remaining.map(({ says }) => says)).toEqual(['“Three” was removed; it was at 3.']);
    // Nothing else has to change, so there is no step.
    expect(await desk.ask('versions.restore', { id })).toEqual({ entry: null, changed: 0 });
  });

  test('a place of a full page whose story cannot come back is left to the zone', async () => {
    const desk = testDesk();
    for (let number = 1; number <= 22; number += 1) await write(desk, `Story ${number}`);
    const id = await sign(desk);
    const full = await order(desk);
    expect(full).toHaveLength(20);
    await desk.ask('stories.withdraw', { selection: { kind: 'ids', ids: [await idOf(desk, 'Story 12')] } });
    await write(desk, 'Newest');
    await desk.ask('versions.restore', { id });
    const restored = await order(desk);
    expect(restored).toHaveLength(20);
    expect(restored.filter((headline) => full.includes(headline))).toEqual(full.filter((each) => each !== 'Story 12'));
  });

  test('what waits for a later day is left as it is', async () => {
    const desk = await deskWithPage();
    const id = await sign(desk);
    const later = await write(desk, 'Later');
    await desk.ask('pages.place', { system: DEVON, articleId: later });
    await desk.ask('pages.schedule', { system: DEVON, articleId: later, from: '2026-12-01', until: null });
    await desk.ask('versions.restore', { id });
    expect((await desk.ask('pages.get', { system: DEVON })).waiting).toMatchObject([{ why: 'not-yet' }]);
  });

  test('after any edits the draft shows the version again, but for stories that are gone', async () => {
    const edit = fc.tuple(
      fc.constantFrom(
        'place',
        'move',
        'pin',
        'unpin',
        'takeOff',
        'release',
        'reword',
        'picture',
        'storyPicture',
        'write',
        'withdraw',
        'edit',
        'tag',
      ),
      fc.nat({ max: 40 }),
    );
    const run = async (desk: TestDesk, [name, pick]: [string, number]) => {
      const { stories } = await desk.ask('stories.list', { query: { withdrawn: 'show' } });
      const articleId = stories[pick % stories.length]?.id;
      if (!articleId) return;
      const input = { system: DEVON, articleId };
      const selection = { kind: 'ids', ids: [articleId] };
      if (name === 'write') await write(desk, `Written ${pick}`);
      else if (name === 'withdraw') await desk.desk.call('stories.withdraw', { selection });
      else if (name === 'tag') await desk.desk.call('tags.remove', { selection, systems: [DEVON] });
      else if (name === 'picture') {
        const image = [upload('a.png', png(1, 1, pick % 5)), 'none', null][pick % 3];
        await desk.desk.call('pages.reword', { ...input, image });
      } else if (name === 'storyPicture') {
        const image = pick % 3 ? upload('b.png', png(1, 1, pick % 5)) : null;
        const fields = pick % 4 ? {} : { imageAddress: 'https://example.org/ward.jpg' };
        await desk.desk.call('stories.edit', { id: articleId, fields, image });
      } else if (name === 'edit') {
        await desk.desk.call('stories.edit', { id: articleId, fields: { standfirst: `Edited ${pick}`, alt: 'Label' } });
      } else {
        const words = { headline: `Re-worded ${pick}`, alt: pick % 2 ? '' : 'Another label' };
        await desk.desk.call(`pages.${name}`, { ...input, position: (pick % 7) + 1, words });
      }
    };
    const edits = fc.array(edit, { maxLength: 8 });
    await fc.assert(
      fc.asyncProperty(edits, edits, async (first, second) => {
        const desk = await deskWithPage();
        for (const each of first) await run(desk, each);
        const id = await sign(desk, 'As it is');
        const signed = await order(desk);
        for (const each of second) await run(desk, each);
        const before = snapshot(desk.path);
        const preview = await desk.ask('versions.previewRestore', { id });
        expect(snapshot(desk.path)).toEqual(before);
        const { entry } = await desk.ask('versions.restore', { id });
        const missing = new Set(preview.missing.map(({ articleId }) => articleId));
        const { changes } = await desk.ask('versions.diff', { system: DEVON, from: id, to: 'draft' });
        expect(changes).toEqual(preview.remaining);
        const unexpected = changes.filter(({ articleId, change }) => !missing.has(articleId) && change !== 'moved');
        expect(unexpected).toEqual([]);
        // Pins keep their numbers, so a story that is gone may let others pass them; else the order is the version's.
        if (missing.size === 0) {
          expect(changes).toEqual([]);
          expect(await order(desk)).toEqual(signed);
        }
        if (entry) {
          await desk.ask('history.undo', {});
          expect(snapshot(desk.path)).toEqual(before);
        }
        await desk.desk.close();
      }),
      { numRuns: runs(25) },
    );
  }, 90_000);
});

describe('how long a story led', () => {
  test('is answered from what was signed off, page by page', async () => {
    const path = (await deskWithPage()).path;
    const on = (day: string) => testDesk({ path, now: `${day}T10:00:00` });
    const monday = on('2026-11-23');
    await sign(monday);
    const one = await idOf(monday, 'One');
    await monday.desk.close();
    const wednesday = on('2026-11-25');
    await sign(wednesday);
    await wednesday.ask('pages.move', { system: DEVON, articleId: await idOf(wednesday, 'Two'), position: 1 });
    await sign(wednesday);
    await wednesday.desk.close();
    const friday = on('2026-11-27');
    await friday.ask('pages.takeOff', { system: DEVON, articleId: await idOf(friday, 'Two') });
    await sign(friday);
    expect(await friday.ask('versions.leads', { articleId: one })).toEqual({
      spans: [
        { system: DEVON, from: '2026-11-23', to: '2026-11-25' },
        { system: DEVON, from: '2026-11-27', to: null },
      ],
    });
    const two = await idOf(friday, 'Two');
    expect((await friday.ask('versions.leads', { articleId: two })).spans).toEqual([
      { system: DEVON, from: '2026-11-25', to: '2026-11-27' },
    ]);
    expect((await friday.refuse('versions.leads', { articleId: '00000000-0000-7000-8000-000000000000' })).code).toBe(
      'story-missing',
    );
  });
});
