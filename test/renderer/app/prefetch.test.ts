import { describe, expect, it } from 'vitest';
import { createAppState } from '../../../renderer/app/create-app-state.ts';
import { startPrefetch } from '../../../renderer/app/prefetch.ts';
import type { SystemCode } from '../../../shared/models.ts';
import { heldApi } from '../fake-api.ts';

const DEVON = 'QJK' as SystemCode;

function asking() {
  const { api, calls } = heldApi();
  const state = createAppState(api);
  const end = startPrefetch(state);
  return {
    end,
    calls,
    session: state.session.getState,
    asked: () => calls.map(({ method, input }) => [method, input]),
  };
}

describe('what a screen begins with', () => {
  it('is asked for in the moment somebody goes there', () => {
    const { session, asked } = asking();
    session().goTo('pages');
    expect(asked()).toEqual([['board.get', { scope: 'ever' }]]);
    session().openPage(DEVON);
    expect(asked().at(-1)).toEqual(['pages.get', { system: DEVON }]);
  });

  it('is asked for once, as long as it is known', async () => {
    const { session, asked, calls } = asking();
    session().goTo('pages');
    session().goTo('stories');
    session().goTo('pages');
    await calls[0]?.answer({ day: '2026-02-09', rows: [] });
    session().setBoardFilter({ isNeedOnly: true });
    session().openPage(DEVON);
    session().closePage();
    expect(asked().map(([method]) => method)).toEqual(['board.get', 'pages.get']);
  });

  it('is left alone for the map and for other places, and after the end', () => {
    const { session, asked, end } = asking();
    session().showPages('map');
    session().goTo('export');
    expect(asked()).toEqual([]);
    end();
    session().showPages('board');
    expect(asked()).toEqual([]);
  });
});
