import { Command } from 'commander';
import { addBackupCommand } from './commands/backup.ts';
import { addCallCommand } from './commands/call.ts';
import { addCheckCommand } from './commands/check.ts';
import { addDuplicatesCommand } from './commands/duplicates.ts';
import { addExportCommand } from './commands/export.ts';
import { addFindCommand } from './commands/find.ts';
import { addHistoryCommand } from './commands/history.ts';
import { addImportCommand } from './commands/import.ts';
import { addLeadsCommand } from './commands/leads.ts';
import { addPageCommand } from './commands/page.ts';
import { addRedoCommand } from './commands/redo.ts';
import { addRestoreCommand } from './commands/restore.ts';
import { addSalvageCommand } from './commands/salvage.ts';
import { addServeCommand } from './commands/serve.ts';
import { addSuggestCommand } from './commands/suggest.ts';
import { addSystemsCommand } from './commands/systems.ts';
import { addTagCommand } from './commands/tag.ts';
import { addUndoCommand } from './commands/undo.ts';
import type { Context } from './context.ts';
import { CliShell, type GlobalOptions } from './shell.ts';

const NOTES = `
SYSTEM is an ODS code, slug or short name of any system, past or present; comma lists
take codes or slugs. DATE is YYYY-MM-DD; --as-of DATE answers as if today were DATE.
The library is FILE, else $PATCHDESK_LIBRARY, else the one in your data folder. Only
the last is created when missing; elsewhere, import, serve and restore create it.
Steps are signed with $PATCHDESK_AUTHOR if it is set.

Exit codes: 0 done, 1 a bug in Patchdesk, 2 input refused, 3 library unusable.
`;

/** All commands. `--library` and `--json` are options of the program, so they may come before or after the command. */
export function buildProgram(
  context: Context,
  writeHelp: (text: string) => void,
): { program: Command; shell: CliShell } {
  const program = new Command('patchdesk');
  const shell = new CliShell(context, () => program.opts<GlobalOptions>());
  program
    .description('The desk for the landing pages of the integrated care systems, on the command line.')
    .option('--library <file>', 'the library to work on')
    .option('--json', 'print one JSON value and nothing else')
    .version(context.version, '--version', 'print the version')
    .helpOption('-h, --help', 'print this help')
    .helpCommand('help [command]', 'print the help of a command')
    .addHelpText('after', NOTES)
    .configureHelp({ showGlobalOptions: true })
    .configureOutput({ writeOut: writeHelp, writeErr: () => undefined, outputError: () => undefined })
    .exitOverride();
  for (const add of [
    addSystemsCommand,
    addImportCommand,
    addFindCommand,
    addTagCommand,
    addDuplicatesCommand,
    addSuggestCommand,
    addPageCommand,
    addLeadsCommand,
    addExportCommand,
    addHistoryCommand,
    addUndoCommand,
    addRedoCommand,
    addCheckCommand,
    addBackupCommand,
    addRestoreCommand,
    addSalvageCommand,
    addServeCommand,
    addCallCommand,
  ]) {
    add(program, shell);
  }
  return { program, shell };
}
