import { Button as AriaButton } from 'react-aria-components';
import type { CommandId } from '../../../shared/command-list.ts';
import type { PageView } from '../../../shared/models.ts';
import { useCommandControl } from '../../commands/context.tsx';
import { useSession } from '../../state/app-state.tsx';
import { positionOf, teasersOf } from '../../state/page-moves.ts';
import { Kbd } from '../../ui/Kbd.tsx';
import styles from './ActionBar.module.css';
import { focusTeaser } from './focus-teaser.ts';

/** The foot of the page: what the keys do to the selected teaser, each a button as well. */
export function ActionBar({ page }: { page: PageView }) {
  const selected = useSession((now) => now.teaser);
  const teasers = teasersOf(page);
  const position = selected ? positionOf(teasers, selected) : null;
  if (teasers.length === 0) return null;
  if (position === null) {
    return <p className={styles['hint']}>Select a teaser to move, pin, re-word or take it off.</p>;
  }
  const isPinned = teasers[position - 1]?.placed === 'pinned';
  return (
    <div className={styles['bar']} role="toolbar" aria-label={`What to do with teaser ${position}`}>
      <BarButton id="page.reword" label="Re-word" />
      {isPinned ? <BarButton id="page.unpin" label="Unpin" /> : <BarButton id="page.pin" label="Pin" />}
      <BarButton id="page.moveUp" label="Up" />
      <BarButton id="page.moveDown" label="Down" />
      <BarButton id="page.moveToNumber" label="To number" />
      <BarButton id="page.takeOff" label="Take off" />
      <BarButton id="page.release" label="Leave to the rule" onDone={() => selected && focusTeaser(selected)} />
    </div>
  );
}

/** `onDone` is for a command that can run only once: its button goes grey and would leave the keys nowhere. */
function BarButton({ id, label, onDone }: { id: CommandId; label: string; onDone?: () => void }) {
  const control = useCommandControl(id);
  function run() {
    control.onPress();
    onDone?.();
  }
  return (
    <AriaButton className={styles['button'] ?? ''} isDisabled={control.isDisabled} onPress={run}>
      {control.keys ? <Kbd>{control.keys}</Kbd> : null}
      {label}
    </AriaButton>
  );
}
