import { createContext, type ReactNode, useCallback, useContext, useEffect, useRef, useSyncExternalStore } from 'react';
import { type CommandId, getCommand } from '../../shared/command-list.ts';
import { shortcutOf } from '../../shared/keys.ts';
import { useSession } from '../state/app-state.tsx';
import type { CommandRegistry, Runner } from './registry.ts';
import { formatShortcut, type Platform } from './shortcuts.ts';

interface Commands {
  registry: CommandRegistry;
  platform: Platform;
}

const CommandsContext = createContext<Commands | null>(null);

export function CommandsProvider({ registry, platform, children }: Commands & { children: ReactNode }) {
  return <CommandsContext value={{ registry, platform }}>{children}</CommandsContext>;
}

export function useCommands(): Commands {
  const commands = useContext(CommandsContext);
  if (!commands) throw new Error('There is no CommandsProvider above this component.');
  return commands;
}

/** Registers a command's runner while the component is mounted. The runner may close over fresh props. */
export function useCommand(id: CommandId, runner: Runner): void {
  const { registry } = useCommands();
  const newest = useRef(runner);
  const isEnabled = runner.when?.() ?? true;
  useEffect(() => {
    newest.current = runner;
  });
  useEffect(
    () =>
      registry.register(id, {
        run: () => newest.current.run(),
        when: () => newest.current.when?.() ?? true,
      }),
    [registry, id],
  );
  // Buttons elsewhere show whether the command can run, so notify them when that changes.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the effect runs when the value changes, without reading it.
  useEffect(() => registry.changed(), [registry, isEnabled]);
}

function useCommandEnabled(id: CommandId): boolean {
  const { registry } = useCommands();
  const subscribe = useCallback((listener: () => void) => registry.subscribe(listener), [registry]);
  return useSyncExternalStore(subscribe, () => registry.isEnabled(id));
}

/** Returns the command's shortcut as the editor has set it, in the platform's notation; null where there is none. */
export function useCommandKeys(): (id: CommandId) => string | null {
  const { platform } = useCommands();
  const keys = useSession((s) => s.preferences.keys);
  const layout = useSession((s) => s.keyLayout);
  return useCallback(
    (id) => formatShortcut(shortcutOf(getCommand(id), keys, layout), platform),
    [platform, keys, layout],
  );
}

/** Everything a button or menu entry needs to run a command. */
export function useCommandControl(id: CommandId): {
  label: string;
  keys: string | null;
  isDisabled: boolean;
  onPress: () => void;
} {
  const { registry } = useCommands();
  const keysOf = useCommandKeys();
  const isEnabled = useCommandEnabled(id);
  const command = getCommand(id);
  return {
    label: command.label,
    keys: keysOf(id),
    isDisabled: !isEnabled,
    onPress: () => registry.run(id),
  };
}
