import { describe, expect, it } from 'vitest';
import { onlyTeaserOf, openTeasersOf } from '../../../../renderer/features/page-editor/open-page.ts';
import {
  actOnTeasers,
  moveTeasers,
  placeStory,
  stepTeasers,
} from '../../../../renderer/features/page-editor/placing/page-actions.ts';
import type { TeaserAction } from '../../../../shared/pages/teaser-batch.ts';
import { DEVON, pageDesk } from '../../../helpers/pages.ts';
import { openWindow } from '../open-page.ts';

async function opened(count = 6) {
  const desk = await pageDesk(count);
  const window = await openWindow(desk);
  const act = async (action: TeaserAction) => {
    const open = openTeasersOf(window.state);
    if (open) await actOnTeasers(window.state, open, action);
  };
  return { desk, act, said: () => window.session().announcement.text, ...window };
}

describe('moving the selected teasers', () => {
  it('shows the move before the desk has answered, and says where they are', async () => {
    const { desk, state, select, headlines, said, session } = await opened();
    select('Three', 'Four', 'Six');
    const moving = stepTeasers(state, 'up');
    expect(headlines()).toBe('One Three Four Six Two Five');
    await moving;
    expect(said()).toBe('3 teasers moved to 2 to 4 of 6.');
    expect(await desk.order()).toBe('One Three Four Six Two Five');
    expect(session().teasers).toHaveLength(3);
    await stepTeasers(state, 'first');
    expect(await desk.order()).toBe('Three Four Six One Two Five');
    await stepTeasers(state, 'up');
    expect(said()).toBe('They are as high as they can go.');
    await moveTeasers(state, session().teasers, { position: 1 });
    expect(said()).toBe('They stay at 1 to 3 of 6.');
  });

  it('takes the guess back when the desk refuses', async () => {
    const { desk, state, select, headlines, session } = await opened();
    select('Five', 'Six');
    // Another door takes one of them off a moment before.
    await desk.ask('pages.takeOff', { system: DEVON, articleId: desk.id('Six') });
    await moveTeasers(state, [desk.id('Five'), desk.id('Six')], { position: 1 });
    expect(session().notices.at(-1)?.text).toMatch(/^“Six” is not on the Devon page now/);
    await expect.poll(headlines).toBe('One Two Three Four Five');
  });

  it('goes the way of a single teaser when only one is selected', async () => {
    const { desk, state, select, said } = await opened();
    select('Three');
    expect(onlyTeaserOf(state)?.teaser.headline).toBe('Three');
    await stepTeasers(state, 'up');
    expect(said()).toBe('Moved to 2 of 6.');
    expect((await desk.ask('library.info', {})).undo?.label).toBe('Move “Three” to 2 on Devon');
  });
});

describe('acting on the selected teasers', () => {
  it('acts on those it would change, and says how many', async () => {
    const { desk, act, select, said, state } = await opened();
    select('Two');
    await act('pin');
    await expect.poll(() => onlyTeaserOf(state)?.teaser.placed).toBe('pinned');
    select('One', 'Two', 'Three');
    expect(onlyTeaserOf(state)).toBeNull();
    await act('pin');
    expect(said()).toBe('2 teasers pinned.');
    await expect.poll(() => openTeasersOf(state)?.teasers.every(({ placed }) => placed === 'pinned')).toBe(true);
    await act('unpin');
    expect(said()).toBe('3 teasers unpinned. They move down as others come in above.');
    expect(await desk.order()).toBe('One Two Three Four Five Six');
    await expect.poll(() => openTeasersOf(state)?.teasers.every(({ placed }) => placed === 'free')).toBe(true);
    await act('release');
    expect(said()).toBe('3 teasers placed by the zone again.');
  });

  it('hands the selection to the next teaser when they are taken off', async () => {
    const { desk, act, select, session, said } = await opened();
    select('Two', 'Four');
    await act('takeOff');
    expect(said()).toBe('2 teasers taken off this page.');
    expect(session().teasers).toEqual([desk.id('Five')]);
    select('Five', 'Six');
    await act('takeOff');
    expect(session().teaser).toBe(desk.id('Three'));
  });

  it('shows what went off the page, and speaks of what came in', async () => {
    const { desk, act, select, session, state, said } = await opened(22);
    select('Two', 'Three');
    await act('takeOff');
    expect(said()).toBe('2 teasers taken off this page. “Number 21” came in at 19. “Number 22” came in at 20.');
    expect(session().notices).toEqual([]);
    await desk.ask('history.undo', {});
    await placeStory(state, { articleId: desk.id('Number 21'), headline: 'Number 21' }, { position: 2 });
    const told = 'Placed at 2: Number 21. “Number 20” went from 20 off the page.';
    expect(session().notices.map(({ text }) => text)).toEqual([told]);
    expect(said()).toBe(told);
  });
});
