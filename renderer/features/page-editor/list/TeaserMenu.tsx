import { memo, useRef } from 'react';
import type { CommandId } from '../../../../shared/command-list.ts';
import { useCommandKeys, useCommands } from '../../../commands/context.tsx';
import { useAppState, useSession } from '../../../state/app-state.tsx';
import { ContextMenu, type MenuEntry } from '../../../ui/Menu.tsx';
import { openTeasersOf } from '../open-page.ts';
import { menuLabel, TEASER_COMMANDS } from '../teaser-commands.ts';

/** These commands are listed only where they can run: one of a pair, or commands for few teasers. */
const WHERE_IT_RUNS: readonly CommandId[] = [
  'page.pin',
  'page.unpin',
  'page.twin',
  'page.jointLead',
  'page.endJointLead',
];

/** Returns the menu's commands for the selected teasers. Those that cannot run are disabled. */
export function useTeaserEntries(): () => MenuEntry[] {
  const state = useAppState();
  const { registry } = useCommands();
  const keysOf = useCommandKeys();
  return () => {
    const { clipboard } = state.session.getState();
    const selected = openTeasersOf(state)?.teasers ?? [];
    const either = (id: CommandId) => !WHERE_IT_RUNS.includes(id) || registry.isEnabled(id);
    return TEASER_COMMANDS.flatMap((group, index): MenuEntry[] => [
      ...(index > 0 ? [{ kind: 'line' as const, id: `line ${index}` }] : []),
      ...group.filter(either).map((id) => ({
        kind: 'item' as const,
        id,
        label: menuLabel(id, selected, clipboard),
        keys: keysOf(id),
        isDisabled: !registry.isEnabled(id),
        danger: id === 'page.takeOff',
      })),
    ]);
  };
}

/** TeaserMenu is one menu for all teasers, opened at a point by a teaser's button, a right click or the menu key. */
export const TeaserMenu = memo(function TeaserMenu({
  point,
  onClose,
}: {
  point: { x: number; y: number } | null;
  onClose: () => void;
}) {
  const { registry } = useCommands();
  const anchor = useRef<HTMLSpanElement>(null);
  const entries = useTeaserEntries();
  const count = useSession((s) => s.teasers.length);
  return (
    <>
      <span ref={anchor} style={{ position: 'fixed', left: point?.x ?? 0, top: point?.y ?? 0 }} />
      <ContextMenu
        label={count > 1 ? `Actions for these ${count} teasers` : 'Actions for this teaser'}
        entries={entries}
        // Wait until the menu has restored the focus: a command may open a dialog, which needs the focus after that.
        onAction={(id) => setTimeout(() => registry.runById(id))}
        anchor={anchor}
        isOpen={point !== null}
        onClose={onClose}
      />
    </>
  );
});
