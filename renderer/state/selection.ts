import type { KeySettings } from '../../shared/keys.ts';
import type { Selection, StoryId, StoryQuery } from '../../shared/models.ts';

/**
 * The ticked stories: some ids, or everything that a query finds minus some ids. The second form keeps a selection of
 * 100,000 stories as small as one of three.
 */
export type SelectionState =
  | { readonly kind: 'ids'; readonly ids: ReadonlySet<StoryId> }
  | {
      readonly kind: 'query';
      readonly query: StoryQuery;
      readonly total: number;
      readonly except: ReadonlySet<StoryId>;
    };

/** The contract's limit of ids in one call. */
export const MOST_IDS = 50_000;

export const NOTHING_SELECTED: SelectionState = { kind: 'ids', ids: new Set() };

export function selectQuery(query: StoryQuery, total: number): SelectionState {
  return total === 0 ? NOTHING_SELECTED : { kind: 'query', query, total, except: new Set() };
}

export function isSelected(selection: SelectionState, id: StoryId): boolean {
  return selection.kind === 'ids' ? selection.ids.has(id) : !selection.except.has(id);
}

export function countSelected(selection: SelectionState): number {
  return selection.kind === 'ids' ? selection.ids.size : Math.max(0, selection.total - selection.except.size);
}

/** Ticks or unticks the given stories and leaves other ticks alone. */
export function setSelected(selection: SelectionState, ids: readonly StoryId[], isOn: boolean): SelectionState {
  const listed = new Set(selection.kind === 'ids' ? selection.ids : selection.except);
  const belongsInList = selection.kind === 'ids' ? isOn : !isOn;
  for (const id of ids) {
    if (belongsInList) listed.add(id);
    else listed.delete(id);
  }
  if (selection.kind === 'ids') return { kind: 'ids', ids: listed };
  return listed.size >= selection.total ? NOTHING_SELECTED : { ...selection, except: listed };
}

export function toggleSelected(selection: SelectionState, id: StoryId): SelectionState {
  return setSelected(selection, [id], !isSelected(selection, id));
}

/** Returns the contract's form; null when nothing is ticked. */
export function toSelection(selection: SelectionState): Selection | null {
  if (countSelected(selection) === 0) return null;
  return selection.kind === 'ids'
    ? { kind: 'ids', ids: [...selection.ids] }
    : { kind: 'query', query: selection.query, except: [...selection.except], found: selection.total };
}

export function isSameQuery(a: StoryQuery, b: StoryQuery): boolean {
  return (Object.keys(a) as (keyof StoryQuery)[]).every((key) => a[key] === b[key]);
}

/**
 * The selection when the table shows another query. Single stories stay, because an editor may gather them from
 * several searches; "all found" ends with its search.
 */
export function toNextSelection(selection: SelectionState, query: StoryQuery): SelectionState {
  return selection.kind === 'query' && !isSameQuery(selection.query, query) ? NOTHING_SELECTED : selection;
}

/**
 * The selection after the library has changed: "all found" counts what is found now, and is empty once nothing is
 * found.
 */
export function toNextTotal(selection: SelectionState, query: StoryQuery, total: number): SelectionState {
  if (selection.kind === 'ids' || selection.total === total || !isSameQuery(selection.query, query)) return selection;
  return total <= selection.except.size ? NOTHING_SELECTED : { ...selection, total };
}

/** True for the keys that tick a story: Space, and X where single-key shortcuts are on. */
export function isTickKey(key: string, keys: KeySettings): boolean {
  return key === ' ' || (keys.singleLetter && key.toLowerCase() === 'x');
}
