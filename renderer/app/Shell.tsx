import { Suspense, useEffect } from 'react';
import { Preferences } from '../../shared/settings.ts';
import { QueueScreen } from '../features/queue/QueueScreen.tsx';
import { StoriesScreen } from '../features/stories/StoriesScreen.tsx';
import { useAppState, useSession } from '../state/app-state.tsx';
import type { Place } from '../state/navigation.ts';
import { isLibraryEmpty, useLibraryInfo, useQuery } from '../state/queries.ts';
import { keepFocus, WORK_ID } from '../ui/lost-focus.ts';
import { Skeleton } from '../ui/Spinner.tsx';
import { ErrorState } from '../ui/States.tsx';
import { LiveAnnouncer, ToastRegion } from '../ui/Toasts.tsx';
import { ConnectionBanner } from './ConnectionBanner.tsx';
import { DialogHost } from './DialogHost.tsx';
import { ErrorBoundary } from './ErrorBoundary.tsx';
import { IncomingFiles } from './IncomingFiles.tsx';
import { LibraryBanner } from './LibraryBanner.tsx';
import {
  ExportScreen,
  HistoryScreen,
  NamesScreen,
  PagesScreen,
  prefetchParts,
  RegisterScreen,
  WelcomeScreen,
} from './lazy-parts.ts';
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
  const hasLanded = useSession((s) => s.hasLanded);
  const land = useSession((s) => s.land);
  const waiting = info.data?.counts.unreviewed;
  useEffect(() => {
    if (waiting !== undefined) land(waiting > 0 ? 'queue' : 'stories');
  }, [waiting, land]);
  if (info.error && !info.data) {
    return <ErrorState title="The library could not be opened" message={info.error.message} onRetry={info.retry} />;
  }
  // The first screen depends on the library, so wait for it.
  if (!hasLanded) return <Skeleton lines={12} />;
  if (place === 'pages') return <PagesScreen />;
  if (place === 'export') return <ExportScreen />;
  if (place === 'history') return <HistoryScreen />;
  if (place === 'names') return <NamesScreen />;
  if (place === 'register') return <RegisterScreen />;
  if (info.data && isLibraryEmpty(info.data)) return <WelcomeScreen />;
  return place === 'queue' ? <QueueScreen /> : <StoriesScreen />;
}

export function Shell() {
  const { session } = useAppState();
  const place = useSession((s) => s.place);
  const settings = useQuery('settings.get', {}).data;

  useEffect(() => {
    if (!settings) return;
    session.getState().setPreferences(Preferences.parse(settings));
  }, [settings, session]);

  const warning = settings?.warning ?? null;
  useEffect(() => {
    if (warning !== null) session.getState().notify(warning, { tone: 'bad' });
  }, [warning, session]);

  useEffect(prefetchParts, []);
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
      <LibraryBanner />
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
  const notices = useSession((s) => s.notices);
  const dismiss = useSession((s) => s.dismiss);
  return <ToastRegion toasts={notices} onClose={dismiss} />;
}

function Announcements() {
  const { text, serial } = useSession((s) => s.announcement);
  return <LiveAnnouncer text={text} serial={serial} />;
}
