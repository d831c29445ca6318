import { existsSync } from 'node:fs';
import { BLANK } from '../helpers/story.ts';
import { expect, test } from './fixtures.ts';

test.use({ ownApp: true });

test('the window opens on the library it was given', { tag: '@both-doors' }, async ({ app }) => {
  await expect(app.page).toHaveTitle(/Patchdesk/);
  const info = await app.invoke('library.info', {});
  expect(info.path).toBe(app.library);
  expect(existsSync(app.library)).toBe(true);
});

test('the door says what it is, and refuses what it does not know', { tag: '@both-doors' }, async ({ app, door }) => {
  const described = await app.invoke('door.describe', {});
  expect(described.door).toBe(door);
  for (const method of ['no.such', 'constructor', '__proto__', '']) {
    expect(await app.reply(method)).toMatchObject({ ok: false, error: { code: 'bad-call' } });
  }
  expect(await app.reply('stories.list', { query: { text: 7 } })).toMatchObject({
    ok: false,
    error: { code: 'bad-call' },
  });
});

test('what the window is told of comes once, as it happens', { tag: '@both-doors' }, async ({ app }) => {
  const heard = app.page.evaluate(
    () =>
      new Promise<string>((resolve) => {
        const bridge = (
          window as unknown as { patchdesk?: { subscribe(listener: (event: unknown) => void): () => void } }
        ).patchdesk;
        if (bridge) {
          const stop = bridge.subscribe((event) => {
            stop();
            resolve(JSON.stringify(event));
          });
          return;
        }
        const headers = { authorization: `Bearer ${sessionStorage.getItem('patchdesk.token')}` };
        void fetch('/api/events', { headers }).then(async (response) => {
          const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
          for (let line = ''; ; line = (await reader?.read())?.value?.trim() ?? '') if (line) return resolve(line);
        });
      }),
  );
  const fields = { ...BLANK, headline: 'Beds open early at Alderbrook' };
  // The browser's own stream needs a moment before it hears anything.
  await expect(async () => {
    await app.invoke('stories.create', { fields });
    const event = await Promise.race([heard, new Promise<null>((resolve) => setTimeout(() => resolve(null), 500))]);
    expect(JSON.parse(event ?? '{}')).toMatchObject({ name: 'library.changed' });
  }).toPass();
});

test('what was done is there after a restart', { tag: '@both-doors' }, async ({ app }) => {
  await app.invoke('settings.set', { author: 'Priya Nair', theme: 'dark' });
  await app.restart();
  expect(await app.invoke('settings.get', {})).toMatchObject({ author: 'Priya Nair', theme: 'dark' });
});

test('a preview is the exported page in a frame where nothing runs', { tag: '@both-doors' }, async ({ app }) => {
  const { previewBase } = await app.invoke('door.describe', {});
  const [frameText, title] = await app.page.evaluate(async (address) => {
    const frame = document.createElement('iframe');
    frame.setAttribute('sandbox', 'allow-same-origin');
    frame.src = address;
    const loaded = new Promise((resolve) => frame.addEventListener('load', resolve));
    document.body.append(frame);
    await loaded;
    const inside = frame.contentDocument;
    const result = [inside?.body.textContent ?? '', inside?.title ?? ''];
    frame.remove();
    return result;
  }, `${previewBase}QNQ?v=1`);
  expect(title).toContain('Frimley');
  const { content } = await app.invoke('pages.render', { system: 'QNQ', format: 'html' });
  expect(content).toContain(`<title>${title}</title>`);
  expect(frameText).not.toBe('');

  const headers = await app.page.evaluate(async (address) => {
    const response = await fetch(address);
    return [response.status, response.headers.get('content-security-policy')];
  }, `${previewBase}QNQ?v=2`);
  expect(headers[0]).toBe(200);
  expect(headers[1]).toContain("default-src 'none'");
});

test('the window’s own policy lets no outside code in', { tag: '@both-doors' }, async ({ app }) => {
  app.expectErrors(/Content Security Policy|violates/);
  const ran = await app.page.evaluate(() => {
    const script = document.createElement('script');
    script.textContent = 'window.hasRun = true';
    document.head.append(script);
    script.remove();
    return 'hasRun' in window;
  });
  expect(ran).toBe(false);
});
