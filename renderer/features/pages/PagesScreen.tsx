import { useSession } from '../../state/app-state.tsx';
import { PageEditor } from './PageEditor.tsx';
import { PagesList } from './PagesList.tsx';

/** All pages, or the one that is open. */
export function PagesScreen() {
  const system = useSession((session) => session.pageSystem);
  return system ? <PageEditor key={system} system={system} /> : <PagesList />;
}
