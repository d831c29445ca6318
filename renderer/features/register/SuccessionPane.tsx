// biome-ignore-all lint/a11y/noNoninteractiveTabindex: a long story is scrolled with keys, so the scrolling element takes the focus.
import { Check } from 'lucide-react';
import { useLayoutEffect, useRef } from 'react';
import { ToggleButton } from 'react-aria-components';
import type { CommandId } from '../../../shared/command-list.ts';
import type { SystemCode } from '../../../shared/models.ts';
import type { Move } from '../../../shared/systems/succession.ts';
import type { TextField } from '../../../shared/tagging/reasons.ts';
import { useCommandControl } from '../../commands/context.tsx';
import { useAppState, useSession } from '../../state/app-state.tsx';
import { usePane } from '../../state/panes.ts';
import { useLibraryInfo, useQuery, useSystemsByCode } from '../../state/queries.ts';
import { Button } from '../../ui/Button.tsx';
import { cx } from '../../ui/cx.ts';
import { Kbd } from '../../ui/Kbd.tsx';
import layoutStyles from '../../ui/layout.module.css';
import { PaneHeader } from '../../ui/Pane.tsx';
import rowStyles from '../../ui/rows.module.css';
import { SidePane } from '../../ui/SidePane.tsx';
import { Skeleton } from '../../ui/Spinner.tsx';
import { EmptyState, ErrorState } from '../../ui/States.tsx';
import textStyles from '../../ui/text.module.css';
import { MarkedWords } from './MarkedWords.tsx';
import { homesToBegin } from './register-slice.ts';
import styles from './SuccessionPane.module.css';
import { meanAgain, type OpenMove, toggleHome } from './succession-actions.ts';
import { formatStoryDay } from './succession-words.ts';
import { MOST_KEYS } from './use-succession-commands.ts';

/** MovePane shows the open story and the successors to choose from. */
export function MovePane() {
  const { session } = useAppState();
  const open = useSession((s) => s.openMove);
  const isNarrow = useSession((s) => s.isNarrow);
  const isDrawerOpen = useSession((s) => s.isDrawerOpen);
  const isDetailsShown = useSession((s) => s.isDetailsShown);
  const pane = usePane('move', 460);
  const story = useQuery('moves.get', open ? { id: open.id, from: open.from } : null);
  return (
    <SidePane
      label="Story"
      widthPx={pane.widthPx}
      minPx={340}
      onResize={pane.onResize}
      onResized={pane.onResized}
      isDrawer={isNarrow}
      isOpen={isNarrow ? isDrawerOpen : isDetailsShown}
      onClose={() => session.getState().setDrawerOpen(false)}
    >
      <PaneHeader title="Story" />
      {open === null ? (
        <EmptyState title="No story is open">Choose a story from the list to see where it may belong.</EmptyState>
      ) : story.error && !story.data ? (
        <ErrorState title="The story could not be read" message={story.error.message} onRetry={story.retry} />
      ) : story.data ? (
        <>
          <Story move={story.data} />
          <Decision move={story.data} />
        </>
      ) : (
        <div className={layoutStyles['padded']}>
          <Skeleton lines={6} label="Loading the story" />
        </div>
      )}
    </SidePane>
  );
}

function Story({ move }: { move: OpenMove }) {
  const byCode = useSystemsByCode();
  const today = useLibraryInfo().data?.today ?? '';
  const scroll = useRef<HTMLElement>(null);
  // Scroll to the top when another story opens.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the effect runs when the story changes, without reading it.
  useLayoutEffect(() => {
    scroll.current?.scrollTo({ top: 0 });
  }, [move.id]);
  const marksIn = (field: TextField) => move.marks.filter((mark) => mark.field === field);
  const says = (codes: readonly SystemCode[]) =>
    `In ${codes.map((code) => byCode.get(code)?.shortName ?? code).join(', ')}`;
  return (
    <article ref={scroll} tabIndex={0} className={cx(styles['story'], rowStyles['ring'])} aria-label={move.headline}>
      <p className={textStyles['quiet']}>
        {formatStoryDay(move, today)} · filed to {byCode.get(move.from)?.shortName ?? move.from} ({move.strength})
      </p>
      <h3 className={styles['headline']}>
        <MarkedWords text={move.headline} marks={marksIn('headline')} says={says} />
      </h3>
      {move.standfirst ? (
        <p className={styles['standfirst']}>
          <MarkedWords text={move.standfirst} marks={marksIn('standfirst')} says={says} />
        </p>
      ) : null}
      {move.alt ? (
        <p className={textStyles['secondAnywhere']}>
          Image label: “<MarkedWords text={move.alt} marks={marksIn('alt')} says={says} />”
        </p>
      ) : null}
      {move.body ? (
        <div className={styles['body']}>
          <MarkedWords text={move.body} marks={marksIn('body')} says={says} />
        </div>
      ) : null}
    </article>
  );
}

function Decision({ move }: { move: Move }) {
  const state = useAppState();
  const byCode = useSystemsByCode();
  const touched = useSession((s) => s.chosenHomes);
  const chosen = touched ?? homesToBegin(move);
  const done = useCommandControl('queue.done');
  const none = useCommandControl('moves.none');
  const rejected = move.homes.filter(({ standing }) => standing === 'rejected').map(({ code }) => code);
  const isFiled = move.homes.some(({ standing }) => standing === 'filed');
  const isNew = chosen.some((code) => move.homes.find((home) => home.code === code)?.standing !== 'filed');
  return (
    <section aria-label="Where it belongs" className={styles['decision']}>
      <h3 className={textStyles['title']}>
        {isFiled ? 'Where it belongs' : `Which successor of ${byCode.get(move.from)?.shortName ?? move.from}?`}
      </h3>
      <ul className={styles['rivals']}>
        {move.homes.map((home, index) => (
          <Rival
            key={home.code}
            home={home}
            name={byCode.get(home.code)?.shortName ?? home.code}
            index={index}
            isChosen={chosen.includes(home.code)}
            onToggle={() => toggleHome(state, move, home.code)}
          />
        ))}
      </ul>
      <div className={layoutStyles['wrapsWide']}>
        <Button variant="primary" keys={done.keys} isDisabled={!isNew} onPress={done.onPress}>
          File and next
        </Button>
        {rejected.length === move.homes.length ? (
          <Button onPress={() => void meanAgain(state, move.id, rejected)}>Decide again</Button>
        ) : isFiled ? null : (
          <Button keys={none.keys} isDisabled={none.isDisabled} onPress={none.onPress}>
            Belongs to no successor{' '}
          </Button>
        )}
      </div>
    </section>
  );
}

function Rival({
  home,
  name,
  index,
  isChosen,
  onToggle,
}: {
  home: Move['homes'][number];
  name: string;
  index: number;
  isChosen: boolean;
  onToggle: () => void;
}) {
  const control = useCommandControl(`queue.accept${Math.min(index + 1, MOST_KEYS)}` as CommandId);
  const cap = index < MOST_KEYS ? control.keys : null;
  const isFiled = home.standing === 'filed';
  return (
    <li>
      <ToggleButton
        isSelected={isChosen}
        isDisabled={isFiled}
        onChange={onToggle}
        className={cx(styles['rival'], rowStyles['sunkenHovered'], isChosen && styles['chosen'])}
      >
        <span className={styles['cap']}>
          {isChosen ? <Check size={16} aria-hidden="true" /> : cap ? <Kbd>{cap}</Kbd> : null}
        </span>
        <span className={layoutStyles['tight']}>
          <span className={styles['name']}>{name}</span>
          <span className={textStyles['secondAnywhere']}>
            {home.standing === 'rejected' ? 'Ruled out by an editor.' : (home.why ?? 'No evidence in the story.')}
          </span>
        </span>
      </ToggleButton>
    </li>
  );
}
