import type { PageView } from '../../shared/models.ts';
import { prepare, type ReadDb } from '../library/sql.ts';

interface Kept {
  stamp: string;
  views: Map<string, PageView>;
}

const kept = new WeakMap<ReadDb, Kept>();

/**
 * A page in words, worked out once as long as the library stays as it is: after each step the window asks
 * for the page, its checks, its version and its preview, and all of them begin with the same view.
 * Inside a transaction nothing is kept, because what it shows may be rolled back.
 */
export function keptView(db: ReadDb, key: string, make: () => PageView): PageView {
  if (db.inTransaction) return make();
  const stamp = stampOf(db);
  let state = kept.get(db);
  if (state?.stamp !== stamp) {
    state = { stamp, views: new Map() };
    kept.set(db, state);
  }
  const known = state.views.get(key);
  if (known) return known;
  const view = make();
  state.views.set(key, view);
  return view;
}

/** Differs after every change: `data_version` for those of other connections, the count for our own. */
function stampOf(db: ReadDb): string {
  const own = prepare<{ n: number }>(db, 'SELECT total_changes() AS n').get()?.n;
  return `${db.pragma('data_version', { simple: true })} ${own}`;
}
