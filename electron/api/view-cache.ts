import type { PageView } from '../../shared/models.ts';
import type { ReadDb } from '../library/sql.ts';
import { libraryStamp } from '../library/stamp.ts';

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
  const stamp = libraryStamp(db);
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
