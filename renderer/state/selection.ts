import type { KeySettings } from '../../shared/keys.ts';
import type { Selection, StoryId, StoryQuery } from '../../shared/models.ts';

/**
 * Which stories are ticked: some ids, or all that a query finds but some ids. The second form is what
 * keeps a selection of 100,000 stories as light as one of three.
 */
export type SelectionState =
  | { readonly kind: 'ids'; readonly ids: ReadonlySet<StoryId> }
  | {
      readonly kind: 'query';
      readonly query: StoryQuery;
      readonly total: number;
      readonly except: ReadonlySet<StoryId>;
    };

/** As many ids as the contract lets through in one call. */
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

/** Ticks or unticks the given stories; what else is ticked stays. */
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

/** The form the contract takes; null when nothing is ticked. */
export function toSelection(selection: SelectionState): Selection | null {
  if (countSelected(selection) === 0) return null;
  return selection.kind === 'ids'
    ? { kind: 'ids', ids: [...selection.ids] }
    : { kind: 'query', query: selection.query, except: [...selection.except] };
}

export function isSameQuery(a: StoryQuery, b: StoryQuery): boolean {
  return (Object.keys(a) as (keyof StoryQuery)[]).every((key) => a[key] === b[key]);
}

/**
 * What remains ticked when the table shows another query: single stories stay (an editor may gather
 * them from several searches), "all of these" does not outlive the search that said which.
 */
export function toNextSelection(selection: SelectionState, query: StoryQuery): SelectionState {
  return selection.kind === 'query' && !isSameQuery(selection.query, query) ? NOTHING_SELECTED : selection;
}

/**
 * The selection after the library has changed under it: "all that was found" counts what is found now,
 * and is nothing once nothing is found (every story left the view it was selected in).
 */
export function toNextTotal(selection: SelectionState, query: StoryQuery, total: number): SelectionState {
  if (selection.kind === 'ids' || selection.total === total || !isSameQuery(selection.query, query)) return selection;
  return total <= selection.except.size ? NOTHING_SELECTED : { ...selection, total };
}

/** Space ticks a story in a list, and X where single letters are keys. */
export function isTickKey(key: string, keys: KeySettings): boolean {
  return key === ' ' || (keys.singleLetter && key.toLowerCase() === 'x');
}
