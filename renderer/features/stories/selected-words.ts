import type { MethodInput } from '../../../shared/contract.ts';
import type { StoryQuery } from '../../../shared/models.ts';
import { type SelectionState, toSelection } from '../../state/selection.ts';

/** How the selection is filed, and how much of it the search on screen hides; null when nothing is selected. */
export function selectionInput(selection: SelectionState, shown: StoryQuery | null): MethodInput<'tags.state'> | null {
  const asked = toSelection(selection);
  if (!asked) return null;
  // A selection of all found ends with its search, so nothing of it is ever hidden.
  return asked.kind === 'ids' && shown ? { selection: asked, within: shown } : { selection: asked };
}

const number = (count: number) => count.toLocaleString('en-GB');

/** `3 selected`, `3 selected, 2 not shown here`, `2 selected, not shown here`. */
export function formatSelected(selected: number, outside: number): string {
  if (outside === 0) return `${number(selected)} selected`;
  return `${number(selected)} selected, ${outside === selected ? '' : `${number(outside)} `}not shown here`;
}

/** Follows a number of stories: ``, `, not shown here`, `, 2 of them not shown here`. */
export function formatOutside(selected: number, outside: number): string {
  if (outside === 0) return '';
  return outside >= selected ? ', not shown here' : `, ${number(outside)} of them not shown here`;
}
