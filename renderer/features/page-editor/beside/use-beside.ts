import { useMemo } from 'react';
import type { PageView, SystemCode } from '../../../../shared/models.ts';
import { useSession } from '../../../state/app-state.tsx';
import { type QueryResult, useQuery, useSystemsByCode } from '../../../state/queries.ts';
import { type Comparison, comparePages } from './beside-model.ts';

export interface Beside {
  code: SystemCode;
  name: string;
  page: QueryResult<PageView>;
  /** Null until both pages are loaded. */
  comparison: Comparison | null;
}

/** Returns the page compared with the open one; null while none is chosen or the pane shows something else. */
export function useBeside(system: SystemCode): Beside | null {
  const chosen = useSession((s) => s.besideSystem);
  const isShown = useSession(
    (now) => now.pageSide === 'beside' && (now.isNarrow ? now.isDrawerOpen : now.isDetailsShown),
  );
  const code = isShown && chosen !== system ? chosen : null;
  const here = useQuery('pages.get', { system });
  const there = useQuery('pages.get', code === null ? null : { system: code });
  const name = useSystemsByCode().get(code ?? system)?.shortName;
  const comparison = useMemo(
    () => (code !== null && here.data && there.data ? comparePages(here.data, there.data) : null),
    [code, here.data, there.data],
  );
  if (code === null) return null;
  return { code, name: name ?? there.data?.system.shortName ?? code, page: there, comparison };
}
