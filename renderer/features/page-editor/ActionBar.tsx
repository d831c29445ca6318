import { Ellipsis } from 'lucide-react';
import { memo, type ReactNode, useRef, useState } from 'react';
import { Button as AriaButton } from 'react-aria-components';
import type { CommandId } from '../../../shared/command-list.ts';
import type { PageView } from '../../../shared/models.ts';
import { counted } from '../../../shared/words/counted.ts';
import { useCommandControl, useCommands } from '../../commands/context.tsx';
import { useSession } from '../../state/app-state.tsx';
import { Kbd } from '../../ui/Kbd.tsx';
import { MenuButton } from '../../ui/Menu.tsx';
import styles from './ActionBar.module.css';
import { focusTeaser } from './focus-teaser.ts';
import { GapMenu } from './list/GapMenu.tsx';
import { useTeaserEntries } from './list/TeaserMenu.tsx';
import { teasersOf } from './open-page.ts';
import { type Gap, isGap } from './placing/gap-actions.ts';
import { barLabel } from './teaser-commands.ts';
import { keyOfGap, rowsOf } from './teaser-rows.ts';

const BUTTONS: readonly CommandId[] = [
  'page.reword',
  'page.pin',
  'page.unpin',
  'page.moveUp',
  'page.moveDown',
  'page.moveToNumber',
  'page.takeOff',
  'page.release',
];

/** ActionBar, at the foot of the page, shows the commands for the selected teasers as buttons with their shortcuts. */
export function ActionBar({ page }: { page: PageView }) {
  const selected = useSession((s) => s.teasers);
  const current = useSession((s) => s.teaser);
  const gapId = useSession((s) => s.gap);
  const gap = page.waiting.filter(isGap).find(({ articleId }) => articleId === gapId);
  const clipboard = useSession((s) => s.clipboard);
  const order = teasersOf(page);
  const teasers = order.filter(({ articleId }) => selected.includes(articleId));
  const paste = clipboard ? <BarButton id="page.pasteTeasers" label={`Paste ${clipboard.teasers.length}`} /> : null;
  if (gap) return <GapBar page={page} gap={gap} paste={paste} />;
  const [first] = teasers;
  if (!first) {
    if (order.length === 0 && !paste) return null;
    return (
      <div className={styles['bar']} role="toolbar" aria-label="Actions for this page">
        {order.length > 0 ? (
          <p className={styles['hint']}>Select a teaser to move, pin, re-word or take it off.</p>
        ) : null}
        {paste}
      </div>
    );
  }
  const isSeveral = teasers.length > 1;
  // Labels with counts need the space, so the rest of the commands are in the menu. Add and remove are two actions:
  // for a mixed selection both are offered, each with the number of teasers it would change.
  const isOffered = (id: CommandId) => {
    if (id === 'page.reword' || id === 'page.moveToNumber') return !isSeveral;
    if (id === 'page.pin') return teasers.some(({ placed }) => placed !== 'pinned');
    return id !== 'page.unpin' || teasers.some(({ placed }) => placed === 'pinned');
  };
  const who = isSeveral ? counted(teasers.length, 'teaser', 'teasers') : `teaser ${first.position}`;
  return (
    <div className={styles['bar']} role="toolbar" aria-label={`Actions for ${who}`}>
      {isSeveral ? <span className={styles['count']}>{teasers.length} selected</span> : null}
      {BUTTONS.filter(isOffered).map((id) => (
        <BarButton
          key={id}
          id={id}
          label={barLabel(id, teasers)}
          {...(id === 'page.release' && current ? { onDone: () => focusTeaser(current) } : {})}
        />
      ))}
      {paste}
      <More />
    </div>
  );
}

const More = memo(function More() {
  const { registry } = useCommands();
  const entries = useTeaserEntries();
  return (
    <MenuButton
      label="All actions"
      entries={entries}
      // Wait until the menu has restored the focus: a command may open a dialog, which needs the focus after that.
      onAction={(id) => setTimeout(() => registry.runById(id))}
    >
      <AriaButton className={styles['button'] ?? ''} aria-label="More">
        <Ellipsis size={16} aria-hidden="true" />
      </AriaButton>
    </MenuButton>
  );
});

/** GapBar shows the gap's first fix as a button, and all of them in its menu. */
function GapBar({ page, gap, paste }: { page: PageView; gap: Gap; paste: ReactNode }) {
  const [point, setPoint] = useState<{ x: number; y: number } | null>(null);
  const button = useRef<HTMLButtonElement>(null);
  const number = new Map(rowsOf(page).around).get(keyOfGap(gap.articleId))?.number ?? gap.pinNumber;
  function open() {
    const box = button.current?.getBoundingClientRect();
    if (box) setPoint({ x: box.left, y: box.top });
  }
  return (
    <div className={styles['bar']} role="toolbar" aria-label={`Actions for the gap at ${number}`}>
      <span className={styles['count']}>Gap at {number}</span>
      <BarButton id="page.fixCheck" label="Let the zone fill it" />
      <AriaButton ref={button} className={styles['button'] ?? ''} aria-haspopup="menu" onPress={open}>
        <Kbd>Enter</Kbd> Show actions
      </AriaButton>
      {paste}
      <GapMenu page={page} gap={gap} point={point} onClose={() => setPoint(null)} />
    </div>
  );
}

/** `onDone` is for a command that disables itself once run: a disabled button would lose the focus. */
const BarButton = memo(function BarButton({
  id,
  label,
  onDone,
}: {
  id: CommandId;
  label: string;
  onDone?: () => void;
}) {
  const control = useCommandControl(id);
  function run() {
    control.onPress();
    onDone?.();
  }
  return (
    <button type="button" className={styles['button']} disabled={control.isDisabled} onClick={run}>
      {control.keys ? <Kbd>{control.keys}</Kbd> : null}
      {label}
    </button>
  );
});
