import { useRef } from 'react';
import { type CommandId, getCommand } from '../../../../shared/command-list.ts';
import { useCommands } from '../../../commands/context.tsx';
import { formatShortcut } from '../../../commands/shortcuts.ts';
import { ContextMenu, type MenuEntry } from '../../../ui/Menu.tsx';
import styles from './StoriesTable.module.css';

const GROUPS: readonly (readonly CommandId[])[] = [
  ['story.edit'],
  ['story.addSystems', 'story.removeSystems', 'story.makeNational', 'story.endNational'],
  ['story.onPages', 'story.shelve'],
  ['story.copy', 'story.copyCsv'],
  ['story.withdraw', 'story.bringBack'],
  ['story.selectAll', 'story.selectNone'],
];

/** RowMenu offers the usual commands at the place of a right click. */
export function RowMenu({ at, onClose }: { at: { x: number; y: number }; onClose: () => void }) {
  const anchor = useRef<HTMLSpanElement>(null);
  const { registry, platform } = useCommands();
  const entries = GROUPS.flatMap((ids, group): MenuEntry[] => [
    ...(group > 0 ? [{ kind: 'line' as const, id: `line ${group}` }] : []),
    ...ids.map((id) => {
      const command = getCommand(id);
      return {
        kind: 'item' as const,
        id,
        label: command.label,
        keys: formatShortcut(command.shortcut, platform),
        isDisabled: !registry.isEnabled(id),
      };
    }),
  ]);
  return (
    <>
      <span ref={anchor} className={styles['anchor']} style={{ left: at.x, top: at.y }} />
      <ContextMenu
        label="Story"
        entries={entries}
        anchor={anchor}
        isOpen
        onClose={onClose}
        // Wait until the menu has restored the focus: the command may open a dialog, which needs the focus after that.
        onAction={(id) => setTimeout(() => registry.runById(id))}
      />
    </>
  );
}
