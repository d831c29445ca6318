import type { Written } from '../../../shared/contract.ts';
import { type Fault, toFault, UsageError } from '../fault.ts';
import type { CliShell } from '../shell.ts';
import { showWritten } from './tag.ts';

/** Undoes or redoes one step. A step by another door needs the editor's consent. */
export async function takeStep(shell: CliShell, direction: 'undo' | 'redo', yes: boolean): Promise<void> {
  const written = await shell.withDesk(async (call): Promise<Written> => {
    const step = (otherDoorToo: boolean) => call(`history.${direction}`, { otherDoorToo });
    try {
      return await step(yes);
    } catch (error) {
      const fault = await toFault(error);
      if (fault?.code !== 'undo-other-door') throw error;
      await askFirst(shell, direction, fault);
      return step(true);
    }
  });
  showWritten(shell, written, `There is nothing to ${direction}.`);
}

/** Returns when the editor agrees. A script cannot be asked, so it must pass `--yes`. */
async function askFirst(shell: CliShell, direction: 'undo' | 'redo', { code, message }: Fault): Promise<void> {
  if (shell.json || !shell.context.canAsk) {
    throw new UsageError(`${message} To ${direction} it anyway, add --yes.`, code);
  }
  const question = `${direction === 'undo' ? 'Undo' : 'Redo'} it anyway?`;
  if (!(await shell.context.ask(`${message}\n${question}`))) throw new UsageError('Nothing was changed.', code);
}
