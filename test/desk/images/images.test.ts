import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { imageSrc } from '../../../shared/images.ts';
import type { EditorTeaser, StoryId, SystemCode } from '../../../shared/models.ts';
import { type TestDesk, tempFolder, testDesk } from '../../helpers/desk.ts';
import { gif, png, upload } from '../../helpers/pictures.ts';
import { BLANK } from '../../helpers/story.ts';

const DEVON = 'QJK' as SystemCode;
const BLUE = upload('ward.png', png(4, 3, 0x1f4fa3));
const RED = upload('desk.png', png(6, 5, 0xb3261e));

async function deskWithStory(more: { image?: { name: string; base64: string } } = {}) {
  const desk = testDesk();
  await desk.ask('settings.set', { limits: { fewest: 1 } });
  const fields = {
    ...BLANK,
    headline: 'Ward opens',
    standfirst: 'It opens.',
    alt: 'The ward',
    publishedAt: '2026-11-20',
  };
  const { id } = await desk.ask('stories.create', { fields, systems: [DEVON], ...more });
  return { desk, id };
}

async function teaserOf(desk: TestDesk, articleId: StoryId): Promise<EditorTeaser> {
  const { zones } = await desk.ask('pages.get', { system: DEVON });
  const found = zones.flatMap(({ teasers }) => teasers).find((teaser) => teaser.articleId === articleId);
  if (!found) throw new Error('it is not on the page');
  return found;
}

const srcFor = async (desk: TestDesk, picture: typeof BLUE) => imageSrc(await desk.ask('images.inspect', picture));
const countFiles = (desk: TestDesk) => {
  const db = new Database(desk.path, { readonly: true });
  const count = db.prepare('SELECT count(*) FROM image_files').pluck().get();
  db.close();
  return count;
};

describe('the image of a placement', () => {
  test('is a file of its own over the story’s, then none, then the story’s again, one step each', async () => {
    const { desk, id } = await deskWithStory({ image: RED });
    const [blue, red] = [await srcFor(desk, BLUE), await srcFor(desk, RED)];
    expect(await teaserOf(desk, id)).toMatchObject({
      image: { alt: 'The ward', src: red, width: 6, height: 5 },
      overrides: [],
    });

    const chosen = await desk.ask('pages.reword', { system: DEVON, articleId: id, image: BLUE });
    expect(chosen).toMatchObject({ changed: 1, entry: { label: 'Change the image of “Ward opens” on Devon' } });
    expect(await teaserOf(desk, id)).toMatchObject({
      placed: 'free',
      image: { alt: 'The ward', src: blue, width: 4, height: 3 },
      source: { image: red },
      overrides: ['image'],
      drift: [],
    });

    const none = await desk.ask('pages.reword', { system: DEVON, articleId: id, image: 'none' });
    expect(none.entry?.label).toBe('Take the image off “Ward opens” on Devon');
    expect(await teaserOf(desk, id)).toMatchObject({ image: null, overrides: ['image'], source: { alt: 'The ward' } });

    const reset = await desk.ask('pages.reword', { system: DEVON, articleId: id, image: null });
    expect(reset.entry?.label).toBe('Reset the image of “Ward opens” on Devon');
    expect(await teaserOf(desk, id)).toMatchObject({ image: { src: red }, overrides: [] });
  });

  test('set to what the story shows anyway is no override', async () => {
    const { desk, id } = await deskWithStory({ image: RED });
    expect(await desk.ask('pages.reword', { system: DEVON, articleId: id, image: RED })).toEqual({
      entry: null,
      changed: 0,
    });
    // A label alone stands for an image: the site has one. Where there is neither, none is what shows anyway.
    await desk.ask('stories.edit', { id, fields: {}, image: null });
    const none = { system: DEVON, articleId: id, image: 'none' as const };
    expect((await desk.ask('pages.reword', none)).changed).toBe(1);
    expect(await teaserOf(desk, id)).toMatchObject({ image: null, overrides: ['image'] });
    await desk.ask('history.undo', {});
    await desk.ask('stories.edit', { id, fields: { alt: null } });
    expect(await desk.ask('pages.reword', none)).toEqual({ entry: null, changed: 0 });
  });

  test('changes with words in one step, and one undo takes both back', async () => {
    const { desk, id } = await deskWithStory();
    const before = await teaserOf(desk, id);
    const both = { system: DEVON, articleId: id, words: { headline: 'Ward is open' }, image: BLUE };
    expect((await desk.ask('pages.reword', both)).entry?.label).toBe('Re-word “Ward opens” on Devon');
    expect((await teaserOf(desk, id)).overrides).toEqual(['headline', 'image']);
    await desk.ask('history.undo', {});
    expect(await teaserOf(desk, id)).toEqual(before);
  });

  test('taken off hides the story’s label too, unless one is written for the page', async () => {
    const { desk, id } = await deskWithStory({ image: RED });
    const reword = (input: object) => desk.ask('pages.reword', { system: DEVON, articleId: id, ...input });
    await reword({ image: 'none' });
    const missing = async () => {
      const { checks } = await desk.ask('checks.page', { system: DEVON });
      return checks.filter(({ kind }) => kind === 'label-missing').length;
    };
    expect(await missing()).toBe(0);
    // The story's own words count as written, because without them nothing shows.
    await reword({ words: { alt: 'The ward' } });
    expect(await teaserOf(desk, id)).toMatchObject({
      image: { alt: 'The ward', src: null },
      overrides: ['alt', 'image'],
    });
    await reword({ words: { alt: '' } });
    expect(await teaserOf(desk, id)).toMatchObject({ image: null, overrides: ['image'] });
    await reword({ words: { alt: 'The ward' } });
    await reword({ image: null });
    expect(await teaserOf(desk, id)).toMatchObject({ image: { alt: 'The ward' }, overrides: [] });
    await reword({ words: { alt: '' }, image: BLUE });
    expect(await missing()).toBe(1);
  });

  test('is kept once however often it is given, outlasts an undo, and is there for the redo after a restart', async () => {
    const { desk, id } = await deskWithStory({ image: BLUE });
    await desk.ask('pages.reword', { system: DEVON, articleId: id, image: RED });
    await desk.ask('pages.reword', { system: DEVON, articleId: id, image: 'none' });
    await desk.ask('pages.reword', { system: DEVON, articleId: id, image: RED });
    expect(countFiles(desk)).toBe(2);
    const shown = await teaserOf(desk, id);
    for (const _ of [1, 2, 3, 4]) await desk.ask('history.undo', {});
    expect(countFiles(desk)).toBe(2);
    const again = await desk.reopen();
    for (const _ of [1, 2, 3, 4]) await again.ask('history.redo', {});
    expect(await teaserOf(again, id)).toEqual(shown);
    const { sha256 } = await again.ask('images.inspect', RED);
    // By its sha256 it needs not be sent again.
    await again.ask('pages.reword', { system: DEVON, articleId: id, image: null });
    await again.ask('pages.reword', { system: DEVON, articleId: id, image: sha256 });
    expect((await teaserOf(again, id)).image).toEqual(shown.image);
  });

  test('that cannot be taken is refused with file and reason, and leaves nothing behind', async () => {
    const { desk, id } = await deskWithStory();
    const entries = (await desk.ask('history.list', {})).total;
    for (const [image, code] of [
      [upload('ward.svg', Buffer.from('<svg/>')), 'file-format'],
      [upload('ward.png', Buffer.alloc(9 * 1024 * 1024)), 'too-large'],
      [upload('ward.png', Buffer.alloc(0)), 'file-empty'],
      ['a'.repeat(64), 'image-missing'],
      ['ward.png', 'bad-call'],
      [{ name: 'ward.png', base64: '@' }, 'bad-call'],
    ] as const) {
      expect((await desk.refuse('pages.reword', { system: DEVON, articleId: id, image })).code).toBe(code);
      expect((await desk.refuse('stories.edit', { id, fields: {}, image })).code).toBe(code);
    }
    // Read well, but refused for another reason: what was kept for it goes with the step.
    const refused = { system: DEVON, articleId: id, words: { headline: '' }, image: BLUE };
    expect((await desk.refuse('pages.reword', refused)).code).toBe('bad-call');
    expect(countFiles(desk)).toBe(0);
    expect((await desk.ask('history.list', {})).total).toBe(entries);
  });

  test('goes along with its teaser to another page, with what its source showed then', async () => {
    const { desk, id } = await deskWithStory({ image: RED });
    const dorset = 'QVV' as SystemCode;
    await desk.ask('pages.reword', { system: DEVON, articleId: id, image: BLUE, words: { headline: 'Ours' } });
    await desk.ask('stories.edit', { id, fields: {}, image: upload('third.gif', gif(2, 2)) });
    const paste = { system: dorset, from: DEVON, cut: false, articleIds: [id], position: 1 };
    await desk.ask('pages.paste', paste);
    const { zones } = await desk.ask('pages.get', { system: dorset });
    expect(zones[0]?.teasers[0]).toMatchObject({
      image: { src: await srcFor(desk, BLUE) },
      overrides: ['headline', 'image'],
      drift: [{ field: 'image', was: await srcFor(desk, RED) }],
    });
    await desk.ask('history.undo', {});
    await desk.ask('pages.reword', { system: DEVON, articleId: id, image: 'none', words: { alt: 'The ward' } });
    await desk.ask('pages.paste', paste);
    const pasted = (await desk.ask('pages.get', { system: dorset })).zones[0]?.teasers[0];
    expect(pasted).toMatchObject({ image: { alt: 'The ward', src: null }, overrides: ['headline', 'alt', 'image'] });
  });

  test('counts where the rule looks for the same picture twice, and the one it hides does not', async () => {
    const { desk, id } = await deskWithStory({ image: RED });
    const fields = { ...BLANK, headline: 'Second story', publishedAt: '2026-11-19' };
    const second = (await desk.ask('stories.create', { fields, systems: [DEVON], image: BLUE })).id;
    const shown = async () => {
      const { zones } = await desk.ask('pages.get', { system: DEVON });
      return zones.flatMap(({ teasers }) => teasers.map(({ articleId }) => articleId));
    };
    expect(await shown()).toEqual([id, second]);
    await desk.ask('pages.reword', { system: DEVON, articleId: id, image: BLUE });
    expect(await shown()).toEqual([id]);
    await desk.ask('pages.reword', { system: DEVON, articleId: id, image: 'none' });
    await desk.ask('stories.edit', { id: second, fields: {}, image: RED });
    expect(await shown()).toEqual([id, second]);
  });

  test('comes back with what was taken off, and goes when it is left to the zone', async () => {
    const { desk, id } = await deskWithStory();
    const input = { system: DEVON, articleId: id };
    await desk.ask('pages.takeOff', input);
    await desk.ask('pages.reword', { ...input, image: BLUE });
    await desk.ask('pages.putBack', input);
    expect((await teaserOf(desk, id)).overrides).toEqual(['image']);
    await desk.ask('pages.release', input);
    expect(await teaserOf(desk, id)).toMatchObject({ placed: 'filled', image: { src: null }, overrides: [] });
  });
});

describe('a story whose image changes under an override', () => {
  test('shows all three, and is kept, taken or chosen anew', async () => {
    const { desk, id } = await deskWithStory({ image: RED });
    const green = upload('green.gif', gif(9, 9));
    const [red, third] = [await srcFor(desk, RED), await srcFor(desk, green)];
    const input = { system: DEVON, articleId: id };
    await desk.ask('pages.reword', { ...input, image: BLUE, words: { headline: 'Ours' } });
    await desk.ask('stories.edit', { id, fields: { headline: 'Theirs' }, image: green });
    expect(await teaserOf(desk, id)).toMatchObject({
      source: { image: third },
      drift: [
        { field: 'headline', was: 'Ward opens' },
        { field: 'image', was: red },
      ],
    });
    const { checks } = await desk.ask('checks.page', { system: DEVON });
    const check = checks.find(({ kind }) => kind === 'source-changed');
    expect(check?.says).toContain('headline and image changed after our edit');
    expect(check?.fixes[1]).toMatchObject({ does: 'reword', words: { headline: null }, image: null });

    await desk.ask('pages.keepOverride', input);
    expect(await teaserOf(desk, id)).toMatchObject({ drift: [], overrides: ['headline', 'image'] });
    await desk.ask('history.undo', {});
    await desk.ask('pages.reword', { ...input, words: { headline: null }, image: null });
    expect(await teaserOf(desk, id)).toMatchObject({
      headline: 'Theirs',
      image: { src: third },
      drift: [],
      overrides: [],
    });
    await desk.ask('history.undo', {});
    await desk.ask('pages.reword', { ...input, image: 'none' });
    expect((await teaserOf(desk, id)).drift).toEqual([{ field: 'headline', was: 'Ward opens' }]);
  });

  test('from none to an address on the web counts as well', async () => {
    const { desk, id } = await deskWithStory();
    await desk.ask('pages.reword', { system: DEVON, articleId: id, image: BLUE });
    await desk.ask('stories.edit', { id, fields: { imageAddress: 'https://example.org/ward.jpg' } });
    expect(await teaserOf(desk, id)).toMatchObject({
      source: { image: 'https://example.org/ward.jpg' },
      drift: [{ field: 'image', was: null }],
    });
  });
});

describe('the image of a story', () => {
  test('is given with it, changed, and taken away, whatever else it says', async () => {
    const { desk, id } = await deskWithStory({ image: BLUE });
    expect((await desk.ask('stories.get', { id })).imageFile).toMatchObject({
      name: 'ward.png',
      type: 'png',
      width: 4,
      height: 3,
    });
    const edited = await desk.ask('stories.edit', { id, fields: {}, image: RED });
    expect(edited).toMatchObject({ changed: 1, entry: { label: 'Edit the image of “Ward opens”' } });
    expect((await desk.ask('stories.get', { id })).imageFile?.name).toBe('desk.png');
    await desk.ask('stories.edit', { id, fields: { kicker: 'Exclusive', alt: null } });
    expect((await desk.ask('stories.get', { id })).imageFile?.name).toBe('desk.png');
    await desk.ask('stories.edit', { id, fields: {}, image: null });
    expect(await desk.ask('stories.get', { id })).toMatchObject({ imageFile: null, alt: null });
    expect((await teaserOf(desk, id)).image).toBeNull();
    for (const _ of [1, 2, 3]) await desk.ask('history.undo', {});
    expect((await desk.ask('stories.get', { id })).imageFile?.name).toBe('ward.png');
  });

  test('stands before an address on the web', async () => {
    const { desk, id } = await deskWithStory({ image: BLUE });
    await desk.ask('stories.edit', { id, fields: { imageAddress: 'https://example.org/ward.jpg' } });
    expect((await teaserOf(desk, id)).image?.src).toBe(await srcFor(desk, BLUE));
    await desk.ask('stories.edit', { id, fields: {}, image: null });
    expect((await teaserOf(desk, id)).image).toEqual({ alt: 'The ward', src: 'https://example.org/ward.jpg' });
  });
});

describe('a version', () => {
  test('is restored with the images it was signed with, and says what differs', async () => {
    const { desk, id } = await deskWithStory({ image: RED });
    const input = { system: DEVON, articleId: id };
    await desk.ask('pages.reword', { ...input, image: BLUE });
    const own = (await desk.ask('versions.signOff', { system: DEVON })).id;
    await desk.ask('pages.reword', { ...input, image: 'none' });
    const none = (await desk.ask('versions.signOff', { system: DEVON })).id;
    await desk.ask('pages.reword', { ...input, image: null });
    const source = (await desk.ask('versions.signOff', { system: DEVON })).id;
    const says = async (from: typeof own, to: typeof own) =>
      (await desk.ask('versions.diff', { system: DEVON, from, to })).changes;
    expect(await says(own, none)).toMatchObject([
      {
        change: 'reworded',
        says: '“Ward opens” was re-worded: image label; it has no image now.',
        words: [
          { field: 'alt', before: 'The ward', after: null },
          { field: 'image', before: await srcFor(desk, BLUE), after: null },
        ],
      },
    ]);
    expect((await says(source, own))[0]?.says).toBe('“Ward opens” has another image now.');

    for (const [version, image] of [
      [own, { alt: 'The ward', src: await srcFor(desk, BLUE), width: 4, height: 3 }],
      [none, null],
      [source, { alt: 'The ward', src: await srcFor(desk, RED), width: 6, height: 5 }],
      [own, { alt: 'The ward', src: await srcFor(desk, BLUE), width: 4, height: 3 }],
    ] as const) {
      await desk.ask('versions.restore', { id: version });
      expect((await teaserOf(desk, id)).image).toEqual(image);
      expect((await desk.ask('versions.state', { system: DEVON })).signed?.id).toBe(source);
    }
    // The story has another image meanwhile: the one that was signed comes back as this page's own.
    await desk.ask('stories.edit', { id, fields: {}, image: upload('third.gif', gif(2, 2)) });
    await desk.ask('versions.restore', { id: source });
    expect(await teaserOf(desk, id)).toMatchObject({
      image: { src: await srcFor(desk, RED) },
      overrides: ['image'],
      drift: [],
    });
  });

  test('and any past step show the image of their time', async () => {
    const { desk, id } = await deskWithStory();
    const { entry } = await desk.ask('pages.reword', { system: DEVON, articleId: id, image: BLUE });
    await desk.ask('pages.reword', { system: DEVON, articleId: id, image: RED });
    if (!entry) throw new Error('no entry');
    const { zones } = await desk.ask('pages.get', { system: DEVON, at: entry.id });
    expect(zones[0]?.teasers[0]?.image?.src).toBe(await srcFor(desk, BLUE));
  });
});

describe('an export', () => {
  test('brings the images along, the same bytes each time, and writes nothing where nothing changed', async () => {
    const { desk, id } = await deskWithStory();
    await desk.ask('pages.reword', { system: DEVON, articleId: id, image: BLUE });
    const src = await srcFor(desk, BLUE);
    const out = join(tempFolder(), 'out');
    const job = { out, systems: [DEVON] };
    const first = await desk.ask('export.folder', job);
    expect(first.receipt.pages[0]?.files.map(({ path }) => path)).toEqual([
      'devon/index.html',
      'devon/index.json',
      'devon/index.txt',
      `devon/${src}`,
    ]);
    expect(readFileSync(join(out, 'devon', src)).toString('base64')).toBe(BLUE.base64);
    expect((await desk.ask('pages.render', { system: DEVON, format: 'html' })).content).toContain(`src="${src}"`);
    expect((await desk.ask('pages.render', { system: DEVON, format: 'fragment' })).content).not.toContain('<img');

    expect((await desk.ask('export.folder', { ...job, changedOnly: true })).written).toEqual([]);
    const zip = await desk.ask('export.zip', { systems: [DEVON] });
    expect(await desk.ask('export.zip', { systems: [DEVON] })).toEqual(zip);
    const inside = unzipSync(Buffer.from(zip.base64, 'base64'));
    expect(Buffer.from(inside[`devon/${src}`] ?? []).toString('base64')).toBe(BLUE.base64);

    await desk.ask('pages.reword', { system: DEVON, articleId: id, image: RED });
    const second = await desk.ask('export.folder', { ...job, changedOnly: true });
    expect(second.receipt.pages[0]).toMatchObject({ added: 0, moved: 0, removed: 0, reworded: 1 });
    expect(readdirSync(join(out, 'devon', 'images'))).toEqual([(await srcFor(desk, RED)).slice('images/'.length)]);
  });
});

describe('the images of a library', () => {
  test('are read and described by what a page calls them', async () => {
    const { desk } = await deskWithStory({ image: BLUE });
    const { sha256 } = await desk.ask('images.inspect', BLUE);
    const name = `${sha256.slice(0, 16)}.png`;
    expect(await desk.desk.call('images.read', { name })).toEqual({
      ok: true,
      value: { type: 'image/png', base64: BLUE.base64 },
    });
    expect(await desk.desk.call('images.describe', { name })).toMatchObject({ value: { sha256, name: 'ward.png' } });
    for (const unknown of [`${sha256.slice(0, 16)}.gif`, `${'0'.repeat(16)}.png`]) {
      expect((await desk.refuse('images.read', { name: unknown })).code).toBe('image-missing');
      expect((await desk.refuse('images.describe', { name: unknown })).code).toBe('image-missing');
    }
    expect((await desk.refuse('images.read', { name: '../secret.png' })).code).toBe('bad-call');
  });

  test('are looked through by the check: what is missing, what is damaged; choosing the file again mends it', async () => {
    const { desk, id } = await deskWithStory({ image: BLUE });
    await desk.ask('pages.reword', { system: DEVON, articleId: id, image: RED });
    await desk.ask('versions.signOff', { system: DEVON });
    expect((await desk.ask('library.check', {})).problems).toEqual([]);
    const raw = new Database(desk.path);
    raw.prepare(`UPDATE image_files SET bytes = x'00' WHERE name = 'desk.png'`).run();
    const damaged = (await desk.ask('library.check', {})).problems;
    expect(damaged).toEqual([expect.stringMatching(/^The image “desk\.png” \([0-9a-f]{64}\) is damaged\./)]);
    const input = { system: DEVON, articleId: id };
    await desk.ask('pages.reword', { ...input, image: 'none' });
    await desk.ask('pages.reword', { ...input, image: RED });
    expect((await desk.ask('library.check', {})).problems).toEqual([]);

    raw.exec('DELETE FROM image_files');
    raw.close();
    const { ok, problems } = await desk.ask('library.check', {});
    expect(ok).toBe(false);
    expect(problems).toEqual([
      expect.stringContaining('A story, “Ward opens”, names an image that is not in the library'),
      expect.stringContaining('A placement on QJK, “Ward opens”, names an image that is not in the library'),
      expect.stringContaining('A signed-off version of QJK shows an image that is not in the library'),
    ]);
    // The page itself goes on without it.
    expect((await teaserOf(desk, id)).image).toEqual({ alt: 'The ward', src: null });
  });
});
