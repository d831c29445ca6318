import { expect, test } from 'vitest';
import { testDesk } from '../../helpers/desk.ts';
import { BLANK } from '../../helpers/story.ts';

const NEW = (headline: string) => ({ fields: { headline, ...BLANK } });

test('an undo asks before it takes back what another window did, and names whose step it is', async () => {
  const desk = testDesk({ door: 'browser' });
  const [a, b] = [desk.inWindow('a'), desk.inWindow('b')];
  await a.ask('stories.create', NEW('First'));
  await b.ask('stories.create', NEW('Second'));
  const fault = await a.refuse('history.undo', {});
  expect(fault.code).toBe('undo-other-door');
  expect(fault.message).toBe('“New story ‘Second’” was made by you in another window, just now.');
  expect(fault.step).toMatchObject({ label: 'New story “Second”', by: 'A. Tester', door: 'browser' });
  expect((await b.ask('history.undo', {})).entry?.label).toBe('Undo “New story ‘Second’”');
  // Undone in the other window, so a redo asks as well.
  expect((await a.refuse('history.redo', {})).message).toContain('was undone by you in another window');
  await b.ask('history.redo', {});
  await b.ask('history.undo', {});
  expect((await a.ask('history.undo', {})).entry?.label).toBe('Undo “New story ‘First’”');
});

test('consent is to the step that was asked about, and to no newer one', async () => {
  const desk = testDesk({ door: 'browser' });
  const [a, b] = [desk.inWindow('a'), desk.inWindow('b')];
  await b.ask('stories.create', NEW('First'));
  const first = await a.refuse('history.undo', {});
  await b.ask('stories.create', NEW('Second'));
  const second = await a.refuse('history.undo', { otherDoorToo: true, agreedTo: first.step?.id });
  expect(second.step?.label).toBe('New story “Second”');
  await a.ask('history.undo', { otherDoorToo: true, agreedTo: second.step?.id });
  // A script need not say which.
  await a.ask('history.undo', { otherDoorToo: true });
  expect((await a.ask('stories.list', { query: {} })).total).toBe(0);
});

test('what the same person did before the library was opened is theirs, and a stranger’s step is not', async () => {
  const desk = testDesk({ door: 'desktop' });
  await desk.inWindow('a').ask('stories.create', NEW('First'));
  const again = await desk.reopen();
  await again.inWindow('b').ask('history.undo', {});
  await again.inWindow('b').ask('stories.create', NEW('Second'));
  await again.desk.close();
  const anna = testDesk({ path: desk.path, door: 'desktop', author: 'Anna' });
  expect((await anna.inWindow('c').refuse('history.undo', {})).message).toContain('was made by A. Tester');
});

test('a caller without a window undoes the newest step of its door', async () => {
  const desk = testDesk({ door: 'cli' });
  await desk.inWindow('a').ask('stories.create', NEW('First'));
  expect((await desk.ask('history.undo', {})).changed).toBeGreaterThan(0);
});
