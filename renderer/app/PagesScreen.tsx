import { Board } from '../features/board/Board.tsx';
import { EmptyLibrary } from '../features/board/EmptyLibrary.tsx';
import { CoverageView } from '../features/coverage/CoverageView.tsx';
import { PageEditor } from '../features/page-editor/PageEditor.tsx';
import { useSession } from '../state/app-state.tsx';
import { PAGES_VIEWS, type PagesView } from '../state/navigation.ts';
import { isLibraryEmpty, useLibraryInfo } from '../state/queries.ts';
import layoutStyles from '../ui/layout.module.css';
import { Pane } from '../ui/Pane.tsx';
import { Tabs } from '../ui/Tabs.tsx';

const VIEW_LABELS: Record<PagesView, string> = { board: 'Board', map: 'Map' };
const TABS = PAGES_VIEWS.map((id) => ({ id, label: VIEW_LABELS[id] }));

/** PagesScreen shows the board, the coverage of England, or the open page. */
export function PagesScreen() {
  const system = useSession((s) => s.pageSystem);
  const view = useSession((s) => s.pagesView);
  const showPages = useSession((s) => s.showPages);
  const info = useLibraryInfo().data;
  const isEmpty = info !== undefined && isLibraryEmpty(info);
  if (system) return <PageEditor system={system} />;
  return (
    <Pane label="Pages" className={layoutStyles['fill']}>
      <Tabs
        label="Pages"
        tabs={TABS}
        selected={view}
        onSelect={showPages}
        panel={(id) => (id === 'map' ? <CoverageView /> : isEmpty ? <EmptyLibrary /> : <Board />)}
      />
    </Pane>
  );
}
