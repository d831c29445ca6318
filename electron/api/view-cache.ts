import type { PageView, SystemCode } from '../../shared/models.ts';
import type { ReadDb } from '../library/sql.ts';
import { type Mark, markOf, pagesChangedSince } from '../library/stamp.ts';

interface Kept {
  mark: Mark;
  views: Map<SystemCode, Map<string, PageView>>;
}

const kept = new WeakMap<ReadDb, Kept>();

/** Of one page: as of now and as of a day or two. A minute later "now" is another. */
const MOST_VIEWS = 4;

/**
 * A page in words, worked out once as long as nothing that could show on it changes: after each step the window
 * asks for the page, its checks, its version and its preview, and for the checks of all others, and all of them
 * begin with the same view. Inside a transaction nothing is kept, because what it shows may be rolled back.
 */
export function keptView(db: ReadDb, system: SystemCode, key: string, make: () => PageView): PageView {
  if (db.inTransaction) return make();
  const views = viewsOf(db, system);
  const known = views.get(key);
  if (known) return known;
  const view = make();
  const [oldest] = views.keys();
  if (oldest !== undefined && views.size >= MOST_VIEWS) views.delete(oldest);
  views.set(key, view);
  return view;
}

function viewsOf(db: ReadDb, system: SystemCode): Map<string, PageView> {
  const mark = markOf(db);
  let state = kept.get(db);
  if (!state) {
    state = { mark, views: new Map() };
    kept.set(db, state);
  } else if (state.mark.stamp !== mark.stamp) {
    const changed = pagesChangedSince(db, state.mark);
    if (changed === 'all') state.views.clear();
    else for (const code of changed) state.views.delete(code);
    state.mark = mark;
  }
  let views = state.views.get(system);
  if (!views) {
    views = new Map();
    state.views.set(system, views);
  }
  return views;
}
