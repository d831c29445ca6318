import { expect, test } from './fixtures.ts';

test('answers nobody without its key', async ({ app }) => {
  app.expectErrors(/401/);
  const statuses = await app.page.evaluate(async () => {
    const call = { method: 'POST', body: '{"method":"library.info","input":{}}' };
    const json = { 'content-type': 'application/json' };
    const without = await fetch('/api/invoke', { ...call, headers: json });
    const wrong = await fetch('/api/invoke', { ...call, headers: { ...json, authorization: 'Bearer nothing' } });
    const events = await fetch('/api/events');
    return [without.status, wrong.status, events.status];
  });
  expect(statuses).toEqual([401, 401, 401]);
});

test('keeps its key out of the address and through a reload', async ({ app }) => {
  expect(new URL(app.page.url()).hash).toBe('');
  await app.page.reload();
  expect((await app.invoke('library.info', {})).path).toBe(app.library);
});

test('leaves folders and the system’s own pickers to the desktop', async ({ app }) => {
  for (const method of ['door.pickImportFiles', 'import.paths', 'export.folder', 'library.open']) {
    expect(await app.reply(method)).toMatchObject({ ok: false, error: { code: 'not-in-this-door' } });
  }
});
