import { describe, expect, it } from 'vitest';
import { withdraw } from '../../../renderer/features/stories/withdraw-actions.ts';
import { DEVON, DORSET, pageDesk } from '../../helpers/pages.ts';
import { openWindow } from '../page-editor/open-page.ts';

async function opened() {
  const desk = await pageDesk(3, ['Harbour']);
  const window = await openWindow(desk);
  await new Promise<void>((known) => window.state.queries.watch('systems.list', { scope: 'ever' }, known));
  const ids = (...headlines: string[]) => ({ kind: 'ids' as const, ids: headlines.map(desk.id) });
  return { desk, ids, told: () => window.session().notices.map(({ text }) => text), ...window };
}

describe('withdrawing', () => {
  it('says which pages a story leaves, and where a gap stays', async () => {
    const { desk, ids, state, told } = await opened();
    await desk.ask('pages.pin', { system: DEVON, articleId: desk.id('Two') });
    await desk.ask('pages.place', { system: DORSET, articleId: desk.id('Two') });
    await withdraw(state, ids('Two'));
    expect(told()).toEqual(['Withdrawn. Off 2 pages: Devon and Dorset. A gap marks the pin on Devon.']);
    expect(await desk.order(DORSET)).toBe('Harbour');
    expect(await desk.waiting(DEVON)).toEqual([['Two', 'withdrawn']]);
    await desk.ask('history.undo', {});
    expect(await desk.order(DEVON)).toBe('One Two* Three');
    expect(await desk.order(DORSET)).toBe('Two Harbour');
  });

  it('names the pages of several together', async () => {
    const { ids, state, told } = await opened();
    await withdraw(state, ids('One', 'Three'));
    expect(told()).toEqual(['Withdrawn. Off the page of Devon.']);
  });

  it('only announces what shows nowhere', async () => {
    const { desk, ids, state, told, session } = await opened();
    await desk.ask('pages.takeOff', { system: DEVON, articleId: desk.id('One') });
    await withdraw(state, ids('One'));
    expect(told()).toEqual([]);
    expect(session().announcement.text).toBe('Withdraw “One”');
  });

  it('withdraws nothing when the pages cannot be asked for', async () => {
    const { desk, ids, state, told } = await opened();
    const lost = { ...ids('One'), ids: [...ids('One').ids, '00000000-0000-7000-8000-000000000000' as never] };
    await withdraw(state, lost);
    expect(told()).toEqual([expect.stringMatching(/Nothing was withdrawn\.$/)]);
    expect(await desk.order(DEVON)).toBe('One Two Three');
  });
});
