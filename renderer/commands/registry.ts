import { type CommandId, findCommand } from '../../shared/command-list.ts';
import type { AppState } from '../state/app-state.tsx';
import { notifyError } from '../state/writes.ts';

export interface Runner {
  run: () => void | Promise<void>;
  /** Absent means always. Must only read. */
  when?: () => boolean;
}

/**
 * CommandRegistry knows which commands can run, and how. The app registers the commands that work everywhere; a
 * screen registers its own while it is mounted. The newest registration wins.
 */
export class CommandRegistry {
  readonly #state: AppState;
  readonly #runners = new Map<CommandId, Runner[]>();
  readonly #listeners = new Set<() => void>();

  constructor(state: AppState) {
    this.#state = state;
  }

  /** Returns the function that unregisters it. */
  register(id: CommandId, runner: Runner): () => void {
    this.#runners.set(id, [...(this.#runners.get(id) ?? []), runner]);
    this.changed();
    return () => {
      this.#runners.set(
        id,
        (this.#runners.get(id) ?? []).filter((one) => one !== runner),
      );
      this.changed();
    };
  }

  registerAll(runners: Partial<Record<CommandId, Runner>>): () => void {
    const ends = Object.entries(runners).map(([id, runner]) => this.register(id as CommandId, runner));
    return () => {
      for (const end of ends) end();
    };
  }

  isEnabled(id: CommandId): boolean {
    const runner = this.#runners.get(id)?.at(-1);
    return runner !== undefined && (runner.when?.() ?? true);
  }

  /** Runs the command if it is enabled. Any failure is shown to the editor. */
  run(id: CommandId): boolean {
    const runner = this.#runners.get(id)?.at(-1);
    if (!runner || !(runner.when?.() ?? true)) return false;
    // A runner may throw now or reject later. Both become a notice.
    void (async () => runner.run())().catch((error: unknown) => notifyError(this.#state, error));
    return true;
  }

  /** For ids from outside: a native menu, a palette row. */
  runById(id: string): boolean {
    const command = findCommand(id);
    return command ? this.run(command.id) : false;
  }

  /** Call this when something that a `when` reads has changed. */
  changed(): void {
    for (const listener of this.#listeners) listener();
  }

  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    const ends = [this.#state.session.subscribe(listener), this.#state.queries.subscribe(listener)];
    return () => {
      this.#listeners.delete(listener);
      for (const end of ends) end();
    };
  }
}
