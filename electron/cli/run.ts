import { CommanderError } from 'commander';
import type { Context } from './context.ts';
import { EXIT, type ExitCode, exitCodeOf, type Fault, faultSentence, toFault, usageSentence } from './fault.ts';
import { buildProgram } from './program.ts';

/** Runs one command line and returns the exit code. */
export async function run(args: string[], context: Context): Promise<ExitCode> {
  // Help and version are held back until run knows whether to print text or JSON.
  let printed = '';
  const { program, shell } = buildProgram(context, (text) => {
    printed += text;
  });
  // Check the arguments, not the parsed options: parsing may be what failed.
  const end = args.indexOf('--');
  const asJson = (end < 0 ? args : args.slice(0, end)).includes('--json');
  const print = (value: unknown) => context.out(`${JSON.stringify(value, null, 2)}\n`);

  try {
    await program.parseAsync(args, { from: 'user' });
    return shell.exitCode;
  } catch (error) {
    if (error instanceof CommanderError && error.exitCode === 0) {
      if (asJson) print(error.code === 'commander.version' ? { version: printed.trim() } : { help: printed });
      else context.out(printed);
      return EXIT.done;
    }
    const fault = error instanceof CommanderError ? argumentFault(error) : await toFault(error);
    const shown = fault ?? { code: 'bug', message: 'Patchdesk stopped because of a bug.' };
    if (asJson) print({ error: shown });
    else context.err(`${faultSentence(shown)}\n`);
    // A bug in the desk arrives as a reply; the desk has logged its stack.
    if (!fault) context.err(`${error instanceof Error ? error.stack : String(error)}\n`);
    return exitCodeOf(shown);
  }
}

function argumentFault(error: CommanderError): Fault {
  // Without a command, commander only prints its help.
  const message =
    error.code === 'commander.help'
      ? 'Name the command to run; "patchdesk --help" lists them.'
      : usageSentence(error.message);
  return { code: 'bad-arguments', message };
}
