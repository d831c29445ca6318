import { Suspense, useEffect } from 'react';
import { QueueScreen } from '../features/queue/QueueScreen.tsx';
import { StoriesScreen } from '../features/stories/StoriesScreen.tsx';
import { useAppState, useSession } from '../state/app-state.tsx';
import type { Place } from '../state/navigation.ts';
import { useLibraryInfo, useQuery } from '../state/queries.ts';
import { keepFocus, WORK_ID } from '../ui/lost-focus.ts';
import { Skeleton } from '../ui/Spinner.tsx';
import { ErrorState } from '../ui/States.tsx';
import { LiveAnnouncer, ToastRegion } from '../ui/Toasts.tsx';
import { ConnectionBanner } from './ConnectionBanner.tsx';
import { DialogHost } from './DialogHost.tsx';
import { ErrorBoundary } from './ErrorBoundary.tsx';
import { IncomingFiles } from './IncomingFiles.tsx';
import {
  exportScreen,
  fetchLater,
  historyScreen,
  Later,
  namesScreen,
  pagesScreen,
  registerScreen,
  welcomeScreen,
} from './later.ts';
import styles from './Shell.module.css';
import { SideNav } from './SideNav.tsx';
import { StatusLine } from './StatusLine.tsx';
import { TopBar } from './TopBar.tsx';

/** Below this width the left pane shows icons and the right pane is a drawer. */
const NARROW = '(max-width: 1099px)';

const PLACE_NAMES: Record<Place, string> = {
  queue: 'The Queue screen',
  stories: 'The Stories screen',
  pages: 'The Pages screen',
  export: 'The Export screen',
  history: 'The History screen',
  names: 'The Names screen',
  register: 'The Register screen',
};

function Screen({ place }: { place: Place }) {
  const info = useLibraryInfo();
  const hasLanded = useSession((now) => now.hasLanded);
  const land = useSession((now) => now.land);
  const waiting = info.data?.counts.unreviewed;
  useEffect(() => {
    if (waiting !== undefined) land(waiting > 0 ? 'queue' : 'stories');
  }, [waiting, land]);
  if (info.error && !info.data) {
    return <ErrorState title="The library could not be opened" message={info.error.message} onRetry={info.retry} />;
  }
  // The first screen depends on the library, so wait for it.
  if (!hasLanded) return <Skeleton lines={12} />;
  if (place === 'pages') return <Later part={pagesScreen} />;
  if (place === 'export') return <Later part={exportScreen} />;
  if (place === 'history') return <Later part={historyScreen} />;
  if (place === 'names') return <Later part={namesScreen} />;
  if (place === 'register') return <Later part={registerScreen} />;
  // `stories` leaves out withdrawn ones, but a library that holds only those is not empty.
  const isEmpty = info.data?.stories === 0 && info.data.counts.withdrawn === 0 && !info.data.isSample;
  if (isEmpty) return <Later part={welcomeScreen} />;
  return place === 'queue' ? <QueueScreen /> : <StoriesScreen />;
}

export function Shell() {
  const { session } = useAppState();
  const place = useSession((now) => now.place);
  const settings = useQuery('settings.get', {}).data;

  useEffect(() => {
    if (!settings) return;
    session.getState().setPanes(settings.panes);
    session.getState().setTheme(settings.theme);
    session.getState().setKeys(settings.keys);
  }, [settings, session]);

  useEffect(fetchLater, []);
  useEffect(() => keepFocus(document), []);

  useEffect(() => {
    const narrow = window.matchMedia(NARROW);
    const follow = () => session.getState().setNarrow(narrow.matches);
    follow();
    narrow.addEventListener('change', follow);
    return () => narrow.removeEventListener('change', follow);
  }, [session]);

  return (
    <div className={styles['shell']}>
      <TopBar />
      <ConnectionBanner />
      <div className={styles['body']}>
        <SideNav />
        <main
          id={WORK_ID}
          tabIndex={-1}
          className={styles['main']}
          aria-label={PLACE_NAMES[place].replace(/^The /, '')}
        >
          <ErrorBoundary key={place} what={PLACE_NAMES[place]}>
            <Suspense fallback={<Skeleton lines={12} />}>
              <Screen place={place} />
            </Suspense>
          </ErrorBoundary>
        </main>
      </div>
      <StatusLine />
      <IncomingFiles />
      <DialogHost />
      <Notices />
      <Announcements />
    </div>
  );
}

/** Notices change with nearly every step. A component of their own keeps the shell from rendering again. */
function Notices() {
  const notices = useSession((now) => now.notices);
  const dismiss = useSession((now) => now.dismiss);
  return <ToastRegion toasts={notices} onClose={dismiss} />;
}

function Announcements() {
  const { text, serial } = useSession((now) => now.announcement);
  return <LiveAnnouncer text={text} serial={serial} />;
}
