import { Ellipsis } from 'lucide-react';
import { useRef } from 'react';
import { type CommandId, getCommand } from '../../../shared/command-list.ts';
import type { EditorTeaser } from '../../../shared/models.ts';
import { useCommands } from '../../commands/context.tsx';
import { formatShortcut } from '../../commands/shortcuts.ts';
import { useSession } from '../../state/app-state.tsx';
import { IconButton } from '../../ui/Button.tsx';
import { ContextMenu, MenuButton, type MenuEntry } from '../../ui/Menu.tsx';

const GROUPS: readonly (readonly CommandId[])[] = [
  ['page.reword', 'page.pin', 'page.unpin'],
  ['page.moveUp', 'page.moveDown', 'page.moveToTop', 'page.moveToEnd', 'page.moveToNumber'],
  ['page.takeOff', 'page.release'],
];

/** What can be done to the selected teaser, as a menu: pin or unpin, whichever it is, the rest greyed where it can't run. */
export function useTeaserEntries(): MenuEntry[] {
  const { registry, platform } = useCommands();
  const either = (id: CommandId) => (id !== 'page.pin' && id !== 'page.unpin') || registry.isEnabled(id);
  return GROUPS.flatMap((group, index): MenuEntry[] => [
    ...(index > 0 ? [{ kind: 'line' as const, id: `line ${index}` }] : []),
    ...group.filter(either).map((id) => ({
      kind: 'item' as const,
      id,
      label: getCommand(id).label,
      keys: formatShortcut(getCommand(id).shortcut, platform),
      isDisabled: !registry.isEnabled(id),
      danger: id === 'page.takeOff',
    })),
  ]);
}

/** The button on a teaser. Opening it selects the teaser, because that is what the commands act on. */
export function TeaserMenu({
  teaser,
  entries,
  className,
}: {
  teaser: EditorTeaser;
  entries: readonly MenuEntry[];
  className: string | undefined;
}) {
  const { registry } = useCommands();
  const setTeaser = useSession((session) => session.setTeaser);
  return (
    <MenuButton
      label={`What to do with teaser ${teaser.position}`}
      entries={entries}
      onAction={(id) => registry.runById(id)}
    >
      <IconButton
        label={`More for teaser ${teaser.position}`}
        icon={<Ellipsis size={16} aria-hidden="true" />}
        className={className ?? ''}
        onPressStart={() => setTeaser(teaser.articleId)}
      />
    </MenuButton>
  );
}

/** The same menu at a point: right click, or the menu key. */
export function TeaserMenuAt({
  point,
  entries,
  onClose,
}: {
  point: { x: number; y: number } | null;
  entries: readonly MenuEntry[];
  onClose: () => void;
}) {
  const { registry } = useCommands();
  const anchor = useRef<HTMLSpanElement>(null);
  return (
    <>
      <span ref={anchor} style={{ position: 'fixed', left: point?.x ?? 0, top: point?.y ?? 0 }} />
      <ContextMenu
        label="What to do with this teaser"
        entries={entries}
        onAction={(id) => registry.runById(id)}
        anchor={anchor}
        isOpen={point !== null}
        onClose={onClose}
      />
    </>
  );
}
