import {
  BookA,
  History,
  Inbox,
  LayoutList,
  ListFilter,
  type LucideIcon,
  Milestone,
  Newspaper,
  Upload,
} from 'lucide-react';
import { Button as AriaButton } from 'react-aria-components';
import type { LibraryInfo } from '../../shared/contract.ts';
import { useCommandControl, useCommands } from '../commands/context.tsx';
import { VIEWS, type View, viewOfQuery } from '../features/stories/stories-slice.ts';
import { useSession } from '../state/app-state.tsx';
import type { Place } from '../state/navigation.ts';
import { usePane } from '../state/panes.ts';
import { useLibraryInfo } from '../state/queries.ts';
import { cx } from '../ui/cx.ts';
import { MenuButton } from '../ui/Menu.tsx';
import rowStyles from '../ui/rows.module.css';
import { Splitter } from '../ui/Splitter.tsx';
import { WithTooltip } from '../ui/Tooltip.tsx';
import styles from './SideNav.module.css';

const PLACES: readonly {
  place: Place;
  label: string;
  icon: LucideIcon;
  count: (info: LibraryInfo) => number | null;
}[] = [
  { place: 'queue', label: 'Queue', icon: Inbox, count: (info) => info.counts.unreviewed },
  { place: 'stories', label: 'Stories', icon: Newspaper, count: (info) => info.stories },
  { place: 'pages', label: 'Pages', icon: LayoutList, count: (info) => info.register.systems },
  // These screens have no count of work to do, so they show none.
  { place: 'export', label: 'Export', icon: Upload, count: () => null },
  { place: 'history', label: 'History', icon: History, count: () => null },
  { place: 'names', label: 'Names', icon: BookA, count: () => null },
  { place: 'register', label: 'Register', icon: Milestone, count: () => null },
];

const VIEW_LABELS: Record<View, string> = {
  unfiled: 'Not filed',
  national: 'National',
  undated: 'Undated',
  withdrawn: 'Withdrawn',
  possibleDuplicates: 'Possible duplicates',
};

const number = (value: number) => value.toLocaleString('en-GB');

export function SideNav() {
  const isNarrow = useSession((s) => s.isNarrow);
  const pane = usePane('nav', 188);
  const info = useLibraryInfo().data;
  return (
    <>
      <nav
        aria-label="Screens"
        className={cx(styles['nav'], isNarrow && styles['narrow'])}
        style={isNarrow ? undefined : { width: pane.widthPx }}
      >
        <ul>
          {PLACES.map((entry) => (
            <li key={entry.place}>
              <PlaceButton {...entry} count={info ? entry.count(info) : null} isNarrow={isNarrow} />
            </li>
          ))}
        </ul>
        {isNarrow ? (
          <ViewsMenu />
        ) : (
          <>
            <h2 className={styles['heading']}>Views</h2>
            <ul>
              {VIEWS.map((view) => (
                <li key={view}>
                  <ViewButton view={view} count={info?.counts[view] ?? null} />
                </li>
              ))}
            </ul>
          </>
        )}
      </nav>
      {isNarrow ? null : (
        <Splitter
          label="Width of navigation"
          widthPx={pane.widthPx}
          minPx={150}
          maxPx={320}
          pane="before"
          onResize={pane.onResize}
          onDone={pane.onResized}
        />
      )}
    </>
  );
}

function PlaceButton({
  place,
  label,
  icon: Icon,
  count,
  isNarrow,
}: {
  place: Place;
  label: string;
  icon: LucideIcon;
  count: number | null;
  isNarrow: boolean;
}) {
  const control = useCommandControl(`go.${place}`);
  const isHere = useSession((s) => s.place === place && !(place === 'stories' && viewOfQuery(s.query)));
  const showView = useSession((s) => s.showView);
  const button = (
    <AriaButton
      className={cx(styles['entry'], rowStyles['sunkenHovered'], isHere && styles['here'])}
      {...(isHere ? { 'aria-current': 'page' as const } : {})}
      {...(isNarrow ? { 'aria-label': label } : {})}
      // A click on Stories clears the filters; the command keeps them.
      onPress={() => (place === 'stories' ? showView(null) : control.onPress())}
    >
      <Icon size={16} aria-hidden="true" />
      {isNarrow ? null : (
        <>
          <span className={styles['label']}>{label}</span>
          {count === null ? null : <span className={styles['count']}>{number(count)}</span>}
        </>
      )}
    </AriaButton>
  );
  return isNarrow ? (
    <WithTooltip text={count === null ? label : `${label}, ${number(count)}`} keys={control.keys}>
      {button}
    </WithTooltip>
  ) : (
    button
  );
}

/** The views of a narrow window: one button that opens them as a menu. */
function ViewsMenu() {
  const { registry } = useCommands();
  const counts = useLibraryInfo().data?.counts;
  const shown = useSession((s) => (s.place === 'stories' ? viewOfQuery(s.query) : null));
  const entries = VIEWS.map((view) => ({
    kind: 'item' as const,
    id: `go.${view}`,
    label: counts ? `${VIEW_LABELS[view]} (${number(counts[view])})` : VIEW_LABELS[view],
  }));
  return (
    <MenuButton label="Views" entries={entries} onAction={(id) => registry.runById(id)}>
      <AriaButton
        aria-label="Views"
        className={cx(styles['entry'], rowStyles['sunkenHovered'], shown && styles['here'])}
        {...(shown ? { 'aria-current': 'page' as const } : {})}
      >
        <ListFilter size={16} aria-hidden="true" />
      </AriaButton>
    </MenuButton>
  );
}

function ViewButton({ view, count }: { view: View; count: number | null }) {
  const control = useCommandControl(`go.${view}`);
  const isHere = useSession((s) => s.place === 'stories' && viewOfQuery(s.query) === view);
  return (
    <AriaButton
      className={cx(styles['entry'], rowStyles['sunkenHovered'], isHere && styles['here'])}
      {...(isHere ? { 'aria-current': 'page' as const } : {})}
      onPress={control.onPress}
    >
      <span className={styles['label']}>{VIEW_LABELS[view]}</span>
      {count === null ? null : <span className={styles['count']}>{number(count)}</span>}
    </AriaButton>
  );
}
