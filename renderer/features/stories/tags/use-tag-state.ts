import type { MethodOutput } from '../../../../shared/contract.ts';
import type { Selection } from '../../../../shared/models.ts';
import { useSession } from '../../../state/app-state.tsx';
import { type QueryResult, useQuery } from '../../../state/queries.ts';

/** How a selection is filed, and how much of it the stories table hides when a dialog opens over it. */
export function useTagState(selection: Selection): QueryResult<MethodOutput<'tags.state'>> {
  const within = useSession((s) => (s.place === 'stories' && selection.kind === 'ids' ? s.query : null));
  return useQuery('tags.state', within ? { selection, within } : { selection });
}
