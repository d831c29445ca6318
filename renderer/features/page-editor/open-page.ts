import type { EditorTeaser, PageView, SystemCode } from '../../../shared/models.ts';
import type { AppState } from '../../state/app-state.tsx';

/** The page on screen and the selected teasers of it. Numbers count from 1 down the whole page, across its zones. */

export interface OpenPage {
  system: SystemCode;
  page: PageView;
}

export interface OpenTeaser extends OpenPage {
  teaser: EditorTeaser;
}

export interface OpenTeasers extends OpenPage {
  /** The selected ones, in the page's order; never none. */
  teasers: EditorTeaser[];
}

/** The page on screen, once its answer has come. */
export function openPageOf(state: AppState): OpenPage | null {
  const { place, pageSystem } = state.session.getState();
  if (place !== 'pages' || pageSystem === null) return null;
  const page = state.queries.read('pages.get', { system: pageSystem }).data;
  return page ? { system: pageSystem, page } : null;
}

export function openTeasersOf(state: AppState): OpenTeasers | null {
  const open = openPageOf(state);
  const selected = new Set(state.session.getState().teasers);
  const teasers = open ? teasersOf(open.page).filter(({ articleId }) => selected.has(articleId)) : [];
  return open && teasers.length > 0 ? { ...open, teasers } : null;
}

/** The current teaser of the selection. */
export function openTeaserOf(state: AppState): OpenTeaser | null {
  const open = openPageOf(state);
  const id = state.session.getState().teaser;
  const teaser = open && teasersOf(open.page).find(({ articleId }) => articleId === id);
  return open && teaser ? { ...open, teaser } : null;
}

/** The selected teaser, when it is the only one. */
export function onlyTeaserOf(state: AppState): OpenTeaser | null {
  const open = openTeasersOf(state);
  const [teaser] = open?.teasers ?? [];
  return open?.teasers.length === 1 && teaser ? { system: open.system, page: open.page, teaser } : null;
}

/** All teasers from the lead down, whatever their zone. */
export function teasersOf(page: Pick<PageView, 'zones'>): EditorTeaser[] {
  return page.zones.flatMap((zone) => zone.teasers);
}

/** The number of a teaser, or null when it is not on the page. */
export function positionOf(teasers: readonly Pick<EditorTeaser, 'articleId'>[], articleId: string): number | null {
  const index = teasers.findIndex((teaser) => teaser.articleId === articleId);
  return index < 0 ? null : index + 1;
}
