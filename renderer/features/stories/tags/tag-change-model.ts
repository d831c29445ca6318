import type { MethodInput } from '../../../../shared/contract.ts';
import type { Selection, Strength, SystemCode } from '../../../../shared/models.ts';
import type { PageConsequence } from '../../../../shared/tagging/suggestions.ts';
import { counted } from '../../../../shared/words/counted.ts';
import type { OfferedTag } from '../../../state/dialogs.ts';

/** A change of several stories' tags that is being put together. */
export interface TagBasket {
  add: readonly { code: SystemCode; strength: Strength }[];
  remove: readonly SystemCode[];
  national: 'keep' | 'add' | 'remove';
  accept: readonly OfferedTag[];
  reviewed: boolean;
}

export const EMPTY_BASKET: TagBasket = { add: [], remove: [], national: 'keep', accept: [], reviewed: false };

/** Returns the contract's input; null while nothing is chosen. */
export function toChange(basket: TagBasket, selection: Selection): MethodInput<'tags.change'> | null {
  const { add, remove, national, accept, reviewed } = basket;
  const changesTags = add.length > 0 || remove.length > 0 || national !== 'keep';
  // With accepted offers, only the stories that get one are reviewed.
  const touchesAll = changesTags || (reviewed && accept.length === 0);
  if (!touchesAll && accept.length === 0) return null;
  return {
    // Accepted offers concern only their own stories, so no selection is sent for them.
    selection: touchesAll ? selection : null,
    add: add.map(({ code, strength }) => ({ code, strength })),
    remove: [...remove],
    national,
    accept: accept.map(({ id, code }) => ({ id, code })),
    reviewed,
  };
}

/** `2 in, 1 off, 4 move`. */
export function formatPageChange({ added, removed, moved }: PageConsequence): string {
  const parts = [
    added > 0 && `${added} in`,
    removed > 0 && `${removed} off`,
    moved > 0 && counted(moved, 'moves', 'move'),
  ];
  return parts.filter(Boolean).join(', ') || 'stays as it is';
}

/** Says what happens to the lead; null when it stays. */
export function formatLeadChange({ leadBefore, leadAfter }: PageConsequence): string | null {
  if (leadBefore === leadAfter) return null;
  if (leadAfter === null) return `No lead now; it was “${leadBefore}”`;
  return leadBefore === null ? `Lead: “${leadAfter}”` : `Lead: “${leadAfter}” instead of “${leadBefore}”`;
}

/** `4 of the 16 selected stories are marked as reviewed; the others stay in the queue.` */
export function formatReviewed(reviewed: number, selected: number): string {
  const what = `${reviewed.toLocaleString('en-GB')} of the ${counted(selected, 'selected story', 'selected stories')}`;
  if (reviewed >= selected) return `${counted(reviewed, 'story is', 'stories are')} marked as reviewed.`;
  return `${what} ${reviewed === 1 ? 'is' : 'are'} marked as reviewed. The others stay as they are.`;
}

/** `12 stories change, and so do 3 pages; 1 lead moves.` */
export function formatTagChange(stories: number, pages: readonly PageConsequence[]): string {
  const leads = pages.filter((page) => page.leadBefore !== page.leadAfter).length;
  const what = `${counted(stories, 'story changes', 'stories change')}, ${
    pages.length === 0
      ? 'no page does'
      : `and so ${pages.length === 1 ? 'does' : 'do'} ${counted(pages.length, 'page', 'pages')}`
  }`;
  return `${what}; ${leads === 0 ? 'no lead moves' : counted(leads, 'lead moves', 'leads move')}.`;
}
