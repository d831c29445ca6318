import { createApi } from '../../../renderer/api.ts';
import { createAppState } from '../../../renderer/app/create-app-state.ts';
import { teasersOf } from '../../../renderer/features/page-editor/open-page.ts';
import type { AppState } from '../../../renderer/state/app-state.tsx';
import type { PageView, StoryId, SystemCode } from '../../../shared/models.ts';
import { DEVON, type PageDesk } from '../../helpers/pages.ts';

/** A window with a page open, over a real desk. */
export interface OpenWindow {
  state: AppState;
  session: () => ReturnType<AppState['session']['getState']>;
  /** The page as the window has it now, be it a guess. */
  shown: () => PageView;
  headlines: () => string;
  select: (...headlines: string[]) => void;
  open: (system: SystemCode) => Promise<void>;
}

export async function openWindow(desk: PageDesk): Promise<OpenWindow> {
  const state = createAppState(
    createApi({
      invoke: (method, input) => desk.desk.call(method, input),
      subscribe: (listener) => desk.desk.subscribe(listener),
    }),
  );
  state.queries.connect();
  const session = () => state.session.getState();
  let system = DEVON;
  const shown = () => {
    const page = state.queries.read('pages.get', { system }).data;
    if (!page) throw new Error('the page has not come yet');
    return page;
  };
  const open = async (next: SystemCode) => {
    system = next;
    session().openPage(next);
    state.queries.watch('pages.get', { system: next }, () => undefined);
    while (!state.queries.read('pages.get', { system: next }).data) await new Promise((done) => setTimeout(done));
  };
  await open(DEVON);
  return {
    state,
    session,
    shown,
    headlines: () =>
      teasersOf(shown())
        .map(({ headline }) => headline)
        .join(' '),
    select: (...headlines) => {
      const teasers = headlines.map(desk.id) as StoryId[];
      const [teaser = null] = teasers;
      session().selectTeasers({ teaser, teasers, teaserAnchor: teaser });
    },
    open,
  };
}
