import { VisuallyHidden } from 'react-aria-components';
import { COMMANDS, type CommandMenu } from '../../shared/command-list.ts';
import { useCommandKeys, useCommands } from '../commands/context.tsx';
import { formatShortcut } from '../commands/shortcuts.ts';
import { useSession } from '../state/app-state.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { Kbd } from '../ui/Kbd.tsx';
import styles from './dialogs.module.css';

const GROUPS: readonly { menu: CommandMenu; title: string }[] = [
  { menu: 'file', title: 'File' },
  { menu: 'edit', title: 'Edit' },
  { menu: 'view', title: 'View' },
  { menu: 'go', title: 'Go to' },
  { menu: 'queue', title: 'Queue' },
  { menu: 'story', title: 'Stories' },
  { menu: 'page', title: 'On a page' },
  { menu: 'help', title: 'Help' },
];

/** One line stands for nine commands. */
const DIGIT_KEYS: readonly { keys: string; does: string }[] = [
  { keys: '1 to 9', does: 'Accept the offer with that number' },
  { keys: 'Shift 1 to 9', does: 'Reject it' },
];

/** Keys of the stories table that are not commands: they move and tick. */
const TABLE_KEYS: readonly { keys: string; does: string }[] = [
  { keys: '↑ ↓', does: 'One story up or down' },
  { keys: 'Page Up, Page Down', does: 'One screen up or down' },
  { keys: 'Home, End', does: 'First or last story' },
  { keys: 'Space or X', does: 'Tick or untick' },
  { keys: 'Shift with any of these', does: 'Tick the whole range' },
  { keys: 'Enter', does: 'Edit the story' },
];

/** Keys of a page's teaser list that are not commands. */
const TEASER_KEYS: readonly { keys: string; does: string }[] = [
  { keys: '↑ ↓', does: 'Select the teaser above or below' },
  { keys: 'Shift with ↑ ↓, Home, End', does: 'Select the whole range' },
  { keys: 'Escape', does: 'Select only the current teaser' },
  { keys: 'Enter', does: 'Re-word; on a gap, show its actions' },
];

export function ShortcutsDialog({ onClose }: { onClose: () => void }) {
  const { platform } = useCommands();
  const keysOf = useCommandKeys();
  const isOn = useSession((s) => s.preferences.keys.singleLetter);
  const selectAll = formatShortcut('Mod+A', platform);
  return (
    <Dialog title="Keyboard shortcuts" width="wide" onClose={onClose}>
      {isOn ? null : <p className={styles['off']}>Single-key shortcuts are off. Turn them on in Settings.</p>}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a list longer than the window is scrolled with keys. */}
      <section className={styles['columns']} tabIndex={0} aria-label="All keys">
        {GROUPS.map((group) => {
          const commands = COMMANDS.filter((command) => command.menu === group.menu && keysOf(command.id) !== null);
          if (commands.length === 0) return null;
          return (
            <section key={group.menu} className={styles['group']}>
              <h3>{group.title}</h3>
              <dl>
                {commands.map((command) => (
                  <Line key={command.id} does={command.label} keys={keysOf(command.id) ?? ''} />
                ))}
                {group.menu === 'queue' ? DIGIT_KEYS.map((line) => <Line key={line.keys} {...line} />) : null}
              </dl>
            </section>
          );
        })}
        <section className={styles['group']}>
          <h3>In a page’s teasers</h3>
          <dl>
            {TEASER_KEYS.map((line) => (
              <Line key={line.keys} {...line} />
            ))}
            <Line does="Select all teasers" keys={selectAll ?? ''} />
          </dl>
        </section>
        <section className={styles['group']}>
          <h3>In the stories table</h3>
          <dl>
            {TABLE_KEYS.map((line) => (
              <Line key={line.keys} does={line.does} keys={isOn ? line.keys : line.keys.replace(' or X', '')} />
            ))}
            <Line does="Tick all stories found" keys={selectAll ?? ''} />
          </dl>
        </section>
      </section>
    </Dialog>
  );
}

function Line({ does, keys }: { does: string; keys: string }) {
  return (
    <div className={styles['line']}>
      <dt>{does}</dt>
      <dd>
        <Kbd>{keys}</Kbd>
        <VisuallyHidden elementType="span">{keys}</VisuallyHidden>
      </dd>
    </div>
  );
}
