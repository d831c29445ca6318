import { memo, useEffect, useRef } from 'react';
import type { PageView, SystemCode } from '../../../shared/models.ts';
import { useAppState, useSession } from '../../state/app-state.tsx';
import { usePane } from '../../state/panes.ts';
import { useQuery, useSystemsByCode } from '../../state/queries.ts';
import layoutStyles from '../../ui/layout.module.css';
import { isFocusLost } from '../../ui/lost-focus.ts';
import { Pane } from '../../ui/Pane.tsx';
import { SidePane } from '../../ui/SidePane.tsx';
import { Skeleton } from '../../ui/Spinner.tsx';
import { Splitter } from '../../ui/Splitter.tsx';
import { ErrorState } from '../../ui/States.tsx';
import { ActionBar } from './ActionBar.tsx';
import { BesidePane } from './beside/BesidePane.tsx';
import { ChecksPane } from './checks/ChecksPane.tsx';
import { backToPage } from './checks/use-check-commands.ts';
import { focusTeaser } from './focus-teaser.ts';
import { TeaserList } from './list/TeaserList.tsx';
import { teasersOf } from './open-page.ts';
import styles from './PageEditor.module.css';
import { PageHeader } from './PageHeader.tsx';
import { isBesideInPlace, type PageSide } from './page-editor-slice.ts';
import { PreviewPane } from './preview/PreviewPane.tsx';
import { RewordPanel } from './reword/RewordPanel.tsx';
import { SignedLine } from './SignedLine.tsx';
import { LeftOutList } from './side/LeftOutList.tsx';
import { SideLists } from './side/SideLists.tsx';
import { TrayList } from './side/TrayList.tsx';
import { WaitingList } from './side/WaitingList.tsx';
import { useNeighbours, usePageCommands } from './use-page-commands.ts';
import { VersionsPane } from './versions/VersionsPane.tsx';

const SIDE_LABELS = { preview: 'Preview', checks: 'Checks', versions: 'Versions', beside: 'Compare' } as const;

/**
 * PageEditor edits one page: candidates, teasers and preview. Each pane runs its own queries, so that a step renders
 * only the pane it changed.
 */
export function PageEditor({ system }: { system: SystemCode }) {
  usePageCommands(system);
  const state = useAppState();
  const { session } = state;
  const isNarrow = useSession((s) => s.isNarrow);
  const isDrawerOpen = useSession((s) => s.isDrawerOpen);
  const isDetailsShown = useSession((s) => s.isDetailsShown);
  const isDocked = useSession(isBesideInPlace);
  const isCandidatesShown = useSession((s) => s.isCandidatesShown);
  const candidates = usePane('candidates', 300);
  const preview = usePane('preview', 372);
  const side = useSession((s) => s.pageSide);

  // Clear the selection when the page changes: another page has other teasers.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the effect runs when the page changes, without reading it.
  useEffect(() => () => session.getState().setRewording(null), [session, system]);

  return (
    <>
      {isCandidatesShown ? (
        <>
          <aside
            aria-label="Candidates"
            className={styles['candidates']}
            // Hidden, not unmounted, so that the search text survives.
            hidden={isDocked}
            style={{ width: isNarrow ? 264 : candidates.widthPx }}
          >
            <SideLists system={system} />
          </aside>
          {isDocked ? null : (
            <Splitter
              label="Width of candidates"
              widthPx={candidates.widthPx}
              minPx={220}
              maxPx={480}
              pane="before"
              onResize={candidates.onResize}
              onDone={candidates.onResized}
            />
          )}
        </>
      ) : null}
      <Pane label="Page" className={layoutStyles['fill']}>
        <PageHeader system={system} />
        <PageContent key={system} system={system} />
      </Pane>
      <SidePane
        label={SIDE_LABELS[side]}
        widthPx={preview.widthPx}
        maxPx={900}
        onResize={preview.onResize}
        onResized={preview.onResized}
        isDrawer={isNarrow}
        isDocked={isDocked}
        isOpen={isNarrow ? isDrawerOpen : isDetailsShown}
        onClose={() => backToPage(state)}
      >
        <Side system={system} side={side} />
      </SidePane>
    </>
  );
}

const Side = memo(function Side({ system, side }: { system: SystemCode; side: PageSide }) {
  const name = useSystemsByCode().get(system)?.shortName ?? system;
  switch (side) {
    case 'preview':
      return <PreviewPane system={system} name={name} />;
    case 'checks':
      return <ChecksPane key={system} system={system} />;
    case 'versions':
      return <VersionsPane key={system} system={system} />;
    case 'beside':
      return <BesidePane key={system} system={system} name={name} />;
  }
});

/** Prefetches the previous and next pages, which a shortcut opens. */
function useNeighboursAhead(system: SystemCode, isHere: boolean) {
  const { queries } = useAppState();
  const { previous, next } = useNeighbours(system);
  useEffect(() => {
    if (!isHere) return;
    const timer = setTimeout(() => {
      for (const code of [next, previous]) if (code) queries.prefetch('pages.get', { system: code });
    }, AHEAD_MS);
    return () => clearTimeout(timer);
  }, [queries, previous, next, isHere]);
}

/** Wait this long, so that the open page's own queries go first. */
const AHEAD_MS = 150;

function PageContent({ system }: { system: SystemCode }) {
  const page = useQuery('pages.get', { system });
  useNeighboursAhead(system, page.data !== undefined);
  if (page.data) return <PageBody system={system} page={page.data} />;
  if (page.error) {
    return <ErrorState title="The page could not be read" message={page.error.message} onRetry={page.retry} />;
  }
  return (
    <div className={styles['scroller']}>
      <Skeleton lines={8} label="Loading the page" />
    </div>
  );
}

function PageBody({ system, page }: { system: SystemCode; page: PageView }) {
  const { session } = useAppState();
  const first = useRef(teasersOf(page)[0]?.articleId ?? null);
  const rewording = useSession((s) => s.rewording);
  const teaser = teasersOf(page).find((candidate) => candidate.articleId === rewording);

  // Focus the lead when a page opens, unless the focus is already inside the page.
  useEffect(() => {
    session.getState().setTeaser(first.current);
    // The list renders its rows one frame after itself.
    const frame = requestAnimationFrame(() => {
      if (first.current !== null && isFocusLost()) focusTeaser(first.current);
    });
    return () => cancelAnimationFrame(frame);
  }, [session]);

  return (
    <>
      <SignedLine system={system} page={page} />
      <div className={styles['scroller']}>
        <TeaserList page={page} />
        <WaitingList system={system} page={page} />
        <TrayList system={system} />
        <LeftOutList key={system} system={system} />
      </div>
      {teaser ? <RewordPanel key={teaser.articleId} system={system} teaser={teaser} /> : <ActionBar page={page} />}
    </>
  );
}
