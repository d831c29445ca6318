import type { MethodInput } from '../../shared/contract.ts';
import { fieldWord } from '../../shared/words/field-words.ts';
import { andList } from '../../shared/words/lists.ts';
import { useQuery } from './queries.ts';

/** `Anna changed the headline in another window meanwhile.`, of what is open in a form; null asks nothing. */
export function useMeanwhile(what: MethodInput<'stories.lastChange'> | null): string {
  const change = useQuery('stories.lastChange', what).data;
  const who = change ? (change.isYou ? 'You' : change.by) : 'Somebody';
  const fields = [...new Set(what?.fields ?? [])].map(fieldWord);
  return [who, 'changed the', andList(fields), change?.where ?? '', 'meanwhile.'].filter(Boolean).join(' ');
}
