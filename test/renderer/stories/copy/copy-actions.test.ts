import { expect, test } from 'vitest';
import { CommandRegistry } from '../../../../renderer/commands/registry.ts';
import { copyStories } from '../../../../renderer/features/stories/copy/copy-actions.ts';
import { registerStoriesCommands } from '../../../../renderer/features/stories/stories-commands.ts';
import { selectQuery } from '../../../../renderer/state/selection.ts';
import { ALL_STORIES } from '../../../../renderer/state/story-query.ts';
import { pageDesk } from '../../../helpers/pages.ts';
import { openWindow } from '../../page-editor/open-page.ts';

async function opened() {
  const desk = await pageDesk(3);
  const window = await openWindow(desk);
  const copied: string[] = [];
  const put = {
    copyRich: async (content: Promise<{ html: string; text: string }>) => void copied.push((await content).text),
    copyText: async (content: Promise<string>) => void copied.push(await content),
  };
  window.session().showView(null);
  return { desk, put, copied, ...window };
}

test('all found but one are copied, and the number is said', async () => {
  const { desk, state, session, put, copied } = await opened();
  const all = selectQuery(ALL_STORIES, 3);
  if (all.kind === 'query') session().setSelection({ ...all, except: new Set([desk.id('Two')]) });
  await copyStories(state, 'rich', put);
  expect(copied[0]).toContain('One');
  expect(copied[0]).not.toContain('Two');
  expect(session().announcement.text).toBe('Copied 2 stories.');
});

test('without a selection the active story is copied', async () => {
  const { desk, state, session, put, copied } = await opened();
  session().setActive(desk.id('Three'));
  await copyStories(state, 'csv', put);
  expect(copied[0]?.split('\r\n')[1]).toMatch(/^Three,/);
  expect(session().announcement.text).toBe('Copied 1 story as CSV.');
});

test('says so when the browser keeps its clipboard', async () => {
  const { desk, state, session, put } = await opened();
  session().setActive(desk.id('Three'));
  await copyStories(state, 'rich', { ...put, copyRich: () => Promise.reject(new Error('not allowed')) });
  expect(session().notices.map(({ text }) => text)).toEqual([
    'The stories were not copied: this browser does not share its clipboard.',
  ]);
});

test.each([true, false])('a command waits while select all waits for its search (found: %s)', async (isFound) => {
  const { desk, state, session } = await opened();
  const registry = new CommandRegistry(state);
  registerStoriesCommands(registry, state);
  session().setActive(desk.id('One'));
  let finish: (isFound: boolean) => void = () => undefined;
  session().setSelecting(
    new Promise((resolve) => {
      finish = resolve;
    }),
  );
  expect(registry.run('story.addSystems')).toBe(true);
  await Promise.resolve();
  expect(session().dialog).toBeNull();
  if (isFound) session().setSelection(selectQuery(ALL_STORIES, 3));
  finish(isFound);
  await new Promise((done) => setTimeout(done));
  if (isFound) expect(session().dialog).toMatchObject({ kind: 'tag-picker', selection: { kind: 'query' } });
  else {
    expect(session().dialog).toBeNull();
    expect(session().notices[0]?.text).toMatch(/^Nothing was changed/);
  }
});
