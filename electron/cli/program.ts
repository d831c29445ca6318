import { Command } from 'commander';
import { addBackup } from './commands/backup.ts';
import { addCheck } from './commands/check.ts';
import { addExport } from './commands/export.ts';
import { addFind } from './commands/find.ts';
import { addHistory } from './commands/history.ts';
import { addImport } from './commands/import.ts';
import { addLeads } from './commands/leads.ts';
import { addPage } from './commands/page.ts';
import { addRedo } from './commands/redo.ts';
import { addRestore } from './commands/restore.ts';
import { addServe } from './commands/serve.ts';
import { addSuggest } from './commands/suggest.ts';
import { addSystems } from './commands/systems.ts';
import { addTag } from './commands/tag.ts';
import { addUndo } from './commands/undo.ts';
import type { Context } from './context.ts';
import { type GlobalOptions, Shell } from './shell.ts';

const NOTES = `
SYSTEM is an ODS code, slug or short name of any system, past or present; comma lists
take codes or slugs. DATE is YYYY-MM-DD; --as-of DATE answers as if today were DATE.
The library is FILE, else $PATCHDESK_LIBRARY, else the one in your data folder; it is
created when missing. Steps are signed with $PATCHDESK_AUTHOR if it is set.

Exit codes: 0 done, 1 a bug in Patchdesk, 2 input refused, 3 library unusable.
`;

/** All commands. `--library` and `--json` are options of the program, so they may come before or after the command. */
export function buildProgram(context: Context, writeHelp: (text: string) => void): { program: Command; shell: Shell } {
  const program = new Command('patchdesk');
  const shell = new Shell(context, () => program.opts<GlobalOptions>());
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
    addSystems,
    addImport,
    addFind,
    addTag,
    addSuggest,
    addPage,
    addLeads,
    addExport,
    addHistory,
    addUndo,
    addRedo,
    addCheck,
    addBackup,
    addRestore,
    addServe,
  ]) {
    add(program, shell);
  }
  return { program, shell };
}
