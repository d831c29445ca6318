import { imageSrc } from '../../shared/images.ts';
import { png, upload } from '../helpers/pictures.ts';
import { expectAccessible } from './accessible.ts';
import { type App, expect, test } from './fixtures.ts';
import { Pages } from './pages/Pages.ts';
import { LINCOLNSHIRE, writeStory } from './stories.ts';

const BLUE = png(40, 30, 0x1f4fa3);
const RED = png(60, 20, 0xb3261e);

async function openStory(app: App): Promise<Pages> {
  await writeStory(app, 'Ward opens', { systems: [LINCOLNSHIRE], publishedAt: '2026-03-01', alt: 'The ward' });
  const pages = new Pages(app.page);
  await pages.openPage('Lincolnshire');
  await pages.select('Ward opens');
  return pages;
}

/** Chooses a file the way an editor does. */
async function choose(app: App, pages: Pages, name: string, buffer: Buffer, mimeType = 'image/png'): Promise<void> {
  const [chooser] = await Promise.all([
    app.page.waitForEvent('filechooser'),
    pages.image.getByRole('button', { name: 'Choose a file…' }).click(),
  ]);
  await chooser.setFiles({ name, mimeType, buffer });
}

/** The preview shows one picture of this width, once it has come; null for none. */
async function expectInPreview(pages: Pages, width: number | null): Promise<void> {
  const picture = pages.preview('Lincolnshire').locator('img');
  if (width === null) await expect(picture).toHaveCount(0);
  else await expect(picture).toHaveJSProperty('naturalWidth', width);
}

test('a placement is given an image, then none, then the source’s again, and each is undone', async ({ app }) => {
  const pages = await openStory(app);
  const label = pages.preview('Lincolnshire').getByText('The ward');
  await app.page.keyboard.press('e');
  await expect(pages.image).toContainText('No file: pages show only the label.');
  await choose(app, pages, 'ward.png', BLUE);
  await expect(pages.said).toHaveText('Change the image of “Ward opens” on Lincolnshire');
  await expect(pages.image).toContainText('ward.png, 40 × 30, 1 KB');
  await expect(pages.image.getByRole('img', { name: 'The ward' })).toBeVisible();
  await expect(pages.named('Ward opens')).toHaveAccessibleName(/image changed/);
  await expectInPreview(pages, 40);
  await expect(pages.reword.getByText('This is the source’s label.')).toBeVisible();
  await expectAccessible(app.page, 'the image of a teaser');

  await pages.image.getByRole('button', { name: 'No image' }).click();
  await expect(pages.image).toContainText('No image on this page.');
  // The button has gone; the focus is still in the panel.
  await expect(pages.image.getByRole('button', { name: 'Choose a file…' })).toBeFocused();
  await expect(label).toBeHidden();
  await expectInPreview(pages, null);

  await pages.reword.getByRole('button', { name: 'Reset to source: image' }).click();
  await expect(label).toBeVisible();
  await expect(pages.named('Ward opens')).not.toHaveAccessibleName(/image changed/);
  await expect(pages.image.getByRole('button', { name: 'Choose a file…' })).toBeFocused();

  await app.page.keyboard.press('Escape');
  await expect(pages.reword).toBeHidden();
  await app.page.keyboard.press('ControlOrMeta+z');
  await expect(label).toBeHidden();
  await app.page.keyboard.press('ControlOrMeta+z');
  await expectInPreview(pages, 40);
  await app.page.keyboard.press('ControlOrMeta+z');
  await expectInPreview(pages, null);
  await app.page.keyboard.press('ControlOrMeta+Shift+Z');
  await expectInPreview(pages, 40);
});

test('an image is reached from the menu and by keys alone, dropped on its field, and pasted', {
  tag: '@both-doors',
}, async ({ app }) => {
  const pages = await openStory(app);
  await pages.named('Ward opens').click({ button: 'right' });
  await app.page.getByRole('menuitem', { name: 'Change the image on this page' }).click();
  await expect(pages.image.getByRole('button', { name: 'Choose a file…' })).toBeFocused();

  await app.page.evaluate(
    ({ base64 }) => {
      const bytes = Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0));
      const clipboardData = new DataTransfer();
      clipboardData.items.add(new File([bytes], 'pasted.png', { type: 'image/png' }));
      document.body.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
    },
    upload('pasted.png', RED),
  );
  await expect(pages.image).toContainText('pasted.png, 60 × 20');
  await expectInPreview(pages, 60);

  const dataTransfer = await app.page.evaluateHandle(
    ({ base64 }) => {
      const bytes = Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0));
      const transfer = new DataTransfer();
      transfer.items.add(new File([bytes], 'dropped.png', { type: 'image/png' }));
      return transfer;
    },
    upload('dropped.png', BLUE),
  );
  const veil = app.page.getByText('Drop saved pages to import them');
  await app.page.locator('body').dispatchEvent('dragover', { dataTransfer });
  await expect(veil).toBeVisible();
  await pages.image.dispatchEvent('dragover', { dataTransfer });
  await expect(veil).toBeHidden();
  await pages.image.dispatchEvent('drop', { dataTransfer });
  await expect(pages.image).toContainText('dropped.png, 40 × 30');
  await expect(app.page.getByRole('dialog')).toBeHidden();

  await pages.image.getByRole('button', { name: 'No image' }).focus();
  await app.page.keyboard.press('Enter');
  await expect(pages.image).toContainText('No image on this page.');
});

test('a file that is no image is refused where it was chosen, and nothing changes', { tag: '@both-doors' }, async ({
  app,
}) => {
  const pages = await openStory(app);
  await app.page.keyboard.press('e');
  await choose(app, pages, 'ward.png', Buffer.from('A ward opens'));
  const sentence = '“ward.png” is not an image that a page can show. Save it as PNG, JPEG, WebP, GIF or AVIF.';
  await expect(pages.image).toContainText(sentence);
  await expect(pages.said).toHaveText(sentence);
  await choose(app, pages, 'huge.png', Buffer.concat([BLUE, Buffer.alloc(9 * 1024 * 1024)]));
  await expect(pages.image).toContainText('an image may have 8 MB at most');
  expect((await app.invoke('history.list', {})).total).toBe(1);
  await choose(app, pages, 'ward.png', BLUE);
  await expect(pages.image).not.toContainText('at most');
});

test('a story has an image of its own; when it changes under an override, both show', async ({ app }) => {
  const id = await writeStory(app, 'Ward opens', {
    systems: [LINCOLNSHIRE],
    publishedAt: '2026-03-01',
    alt: 'The ward',
  });
  await app.page.keyboard.press('ControlOrMeta+2');
  await app.page.getByRole('row', { name: /Ward opens/ }).click();
  await app.page.keyboard.press('e');
  const dialog = app.page.getByRole('dialog', { name: 'Edit story' });
  const field = dialog.getByRole('group', { name: 'Image file' });
  const give = async (name: string, buffer: Buffer) => {
    const [chooser] = await Promise.all([
      app.page.waitForEvent('filechooser'),
      field.getByRole('button', { name: 'Choose a file…' }).click(),
    ]);
    await chooser.setFiles({ name, mimeType: 'image/png', buffer });
  };
  await give('notes.png', Buffer.from('words'));
  await expect(field).toContainText('is not an image');
  await give('red.png', RED);
  await expect(field).toContainText('red.png, 60 × 20');
  await expect(field.getByRole('img', { name: 'The ward' })).toHaveJSProperty('naturalWidth', 60);
  await expectAccessible(app.page, 'the image of a story');
  await dialog.getByRole('button', { name: 'Save changes' }).click();
  await expect(dialog).toBeHidden();
  await expect(
    app.page.getByRole('article', { name: 'Ward opens' }).getByRole('img', { name: 'The ward' }),
  ).toBeVisible();
  expect((await app.invoke('stories.get', { id })).imageFile?.name).toBe('red.png');

  await app.invoke('pages.reword', { system: LINCOLNSHIRE, articleId: id, image: upload('ours.png', BLUE) });
  await app.invoke('stories.edit', { id, fields: {}, image: upload('theirs.png', png(10, 10, 0x256b3c)) });
  const pages = new Pages(app.page);
  await pages.openPage('Lincolnshire');
  const drift = pages.named('Ward opens');
  await expect(drift).toContainText('The source has changed since our edit.');
  for (const name of ['ours.png', 'theirs.png', 'red.png']) await expect(drift).toContainText(`${name}, `);
  await drift.getByRole('button', { name: 'Edit' }).click();
  await expect(pages.image.getByRole('button', { name: 'Choose a file…' })).toBeFocused();
  await drift.getByRole('button', { name: 'Use source version' }).click();
  await expectInPreview(pages, 10);
  await expect(drift).not.toContainText('The source has changed');
});

test('a door serves the pictures of its library and nothing beside them', { tag: '@both-doors' }, async ({ app }) => {
  const picture = upload('ward.png', BLUE);
  const src = imageSrc(await app.invoke('images.inspect', picture));
  const { previewBase } = await app.invoke('door.describe', {});
  const ask = (path: string) =>
    app.page.evaluate(async (address) => {
      const response = await fetch(address);
      return [response.status, response.headers.get('content-type'), response.headers.get('x-content-type-options')];
    }, previewBase + path);
  app.expectErrors(/404/);
  expect((await ask(src))[0]).toBe(404);
  const id = await writeStory(app, 'Ward opens', { systems: [LINCOLNSHIRE] });
  await app.invoke('stories.edit', { id, fields: {}, image: picture });
  expect(await ask(src)).toEqual([200, 'image/png', 'nosniff']);
  for (const path of [src.replace('.png', '.gif'), `${src}/`, 'images/', `images/${'0'.repeat(16)}.png`]) {
    expect((await ask(path))[0]).toBe(404);
  }
});
