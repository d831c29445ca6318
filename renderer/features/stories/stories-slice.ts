import type { StateCreator } from 'zustand/vanilla';
import type { Selection, StoryId, StoryQuery, StorySort } from '../../../shared/models.ts';
import {
  isSameQuery,
  NOTHING_SELECTED,
  type SelectionState,
  toNextSelection,
  toSelection,
} from '../../state/selection.ts';
import type { Session } from '../../state/session.ts';
import { ALL_STORIES } from '../../state/story-query.ts';

/** The views in the navigation. Each one is a query. */
export const VIEWS = ['unfiled', 'national', 'undated', 'withdrawn', 'possibleDuplicates'] as const;
export type View = (typeof VIEWS)[number];

const VIEW_QUERIES: Record<View, Partial<StoryQuery>> = {
  unfiled: { filed: 'unfiled' },
  national: { filed: 'national' },
  undated: { undated: true },
  withdrawn: { withdrawn: 'only' },
  possibleDuplicates: { possibleDuplicates: true },
};

function queryOfView(view: View): StoryQuery {
  return { ...ALL_STORIES, ...VIEW_QUERIES[view] };
}

/** Returns the view that a query matches exactly, ignoring the search text; null for none. */
export function viewOfQuery(query: StoryQuery): View | null {
  return VIEWS.find((view) => isSameQuery(queryOfView(view), { ...query, text: '' })) ?? null;
}

export interface StoriesSlice {
  query: StoryQuery;
  sort: StorySort;
  selection: SelectionState;
  /** The story that keyboard navigation starts from. */
  active: StoryId | null;
  /** While “select all” waits for its search: becomes true once all are selected, false when another search came. */
  selecting: Promise<boolean> | null;
  setSelecting: (selecting: Promise<boolean> | null) => void;
  setQuery: (change: Partial<StoryQuery>) => void;
  showView: (view: View | null) => void;
  setSort: (sort: StorySort) => void;
  setSelection: (selection: SelectionState) => void;
  setActive: (id: StoryId | null) => void;
  /** Shows the selected stories alone, withdrawn or not. */
  showSelected: () => void;
  /** Opens the table at one story, found by its headline. */
  showStory: (id: StoryId, headline: string) => void;
}

declare module '../../state/session.ts' {
  interface Session extends StoriesSlice {}
}

/** For another library: nothing of the last one holds. */
export const FRESH_STORIES = {
  query: ALL_STORIES,
  selection: NOTHING_SELECTED,
  active: null,
  selecting: null,
} as const satisfies Partial<StoriesSlice>;

export const createStoriesSlice: StateCreator<Session, [], [], StoriesSlice> = (set) => {
  const toQuery = (now: Session, query: StoryQuery): Partial<Session> =>
    isSameQuery(now.query, query) ? {} : { query, selection: toNextSelection(now.selection, query) };
  return {
    ...FRESH_STORIES,
    sort: { by: 'out', descending: true },
    setQuery: (change) => set((now) => toQuery(now, { ...now.query, ...change })),
    showView: (view) =>
      set((now) => ({
        ...toQuery(now, view ? queryOfView(view) : ALL_STORIES),
        place: 'stories',
        isDrawerOpen: false,
      })),
    setSort: (sort) => set({ sort }),
    // “All found” belongs to one search: it must not be set after the search has changed.
    setSelection: (selection) => set((now) => ({ selection: toNextSelection(selection, now.query) })),
    setActive: (active) => set({ active }),
    setSelecting: (selecting) => set({ selecting }),
    showSelected: () =>
      set((now) =>
        now.selection.kind === 'query'
          ? now
          : toQuery(now, { ...ALL_STORIES, withdrawn: 'show', ids: [...now.selection.ids] }),
      ),
    showStory: (id, headline) =>
      set((now) => ({
        ...toQuery(now, { ...ALL_STORIES, text: headline.slice(0, 400), withdrawn: 'show' }),
        place: 'stories',
        active: id,
        selection: NOTHING_SELECTED,
      })),
  };
};

/** What a command acts on: the ticked stories, else the active one. */
export function targetOf(session: Pick<Session, 'selection' | 'active'>): Selection | null {
  const ticked = toSelection(session.selection);
  if (ticked) return ticked;
  return session.active ? { kind: 'ids', ids: [session.active] } : null;
}
