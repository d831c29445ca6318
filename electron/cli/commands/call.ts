import type { Command } from 'commander';
import type { DeskMethod } from '../../../shared/contract.ts';
import { orList } from '../../../shared/words/lists.ts';
import { ReplyError, UsageError } from '../fault.ts';
import type { CliShell } from '../shell.ts';

export function addCallCommand(program: Command, shell: CliShell): void {
  program
    .command('call')
    .description('call any method of the desk with JSON, and print its reply as JSON')
    .argument('[method]', 'the method, such as stories.list')
    .argument('[json]', 'its input; read from standard input when it is missing or "-"')
    .option('--list', 'print all methods with the JSON Schemas of their inputs and outputs')
    .action(async (method: string | undefined, json: string | undefined, { list }: { list?: boolean }) => {
      if (list) {
        if (method !== undefined) throw new UsageError('--list lists every method. Leave out the method.');
        return printMethods(shell);
      }
      if (method === undefined) {
        throw new UsageError('Name the method to call; "patchdesk call --list" lists them.');
      }
      return callMethod(shell, method, json);
    });
}

/** These change which library a window shows. A call ends with its library, so there is nothing for them to change. */
const SWITCHES_LIBRARY: readonly string[] = [
  'library.open',
  'library.openOwn',
  'library.openSample',
  'library.openSaved',
];

async function callMethod(shell: CliShell, name: string, json: string | undefined): Promise<void> {
  const method = await toMethod(name);
  const input = await readInput(shell, method, json);
  const reply = await shell.withOpenDesk((desk) => desk.call(method, input));
  if (!reply.ok) throw new ReplyError(reply.error);
  shell.showJson(JSON.stringify(reply.value ?? null, null, 2));
}

async function toMethod(name: string): Promise<DeskMethod> {
  const { contract } = await import('../../../shared/contract.ts');
  const kind = Object.hasOwn(contract, name) ? contract[name as keyof typeof contract].kind : null;
  if (kind === 'door') {
    throw new UsageError(`${name} is answered by a window, so the command line cannot call it.`, 'not-in-this-door');
  }
  if (SWITCHES_LIBRARY.includes(name)) {
    throw new UsageError(
      `${name} changes the library of an open window. Name the library with --library FILE instead.`,
      'not-in-this-door',
    );
  }
  if (kind !== null) return name as DeskMethod;
  const { nearNames } = await import('../near-names.ts');
  const near = nearNames(name, await callableMethods());
  const hint = near.length > 0 ? `Did you mean ${orList(near)}?` : '"patchdesk call --list" lists them.';
  throw new UsageError(`There is no method called ${name}. ${hint}`, 'bad-call');
}

async function callableMethods(): Promise<DeskMethod[]> {
  const { contract } = await import('../../../shared/contract.ts');
  return Object.entries(contract)
    .filter(([name, { kind }]) => kind !== 'door' && !SWITCHES_LIBRARY.includes(name))
    .map(([name]) => name as DeskMethod);
}

async function readInput(shell: CliShell, method: DeskMethod, json: string | undefined): Promise<unknown> {
  const { parseInput } = await import('../json-input.ts');
  if (json !== undefined && json !== '-') return parseInput(json);
  const { contract } = await import('../../../shared/contract.ts');
  // A method without input must not wait for a standard input that somebody left open.
  const takesNothing = Object.keys(contract[method].input.shape).length === 0;
  return json === undefined && takesNothing ? {} : parseInput(await shell.context.readInput());
}

async function printMethods(shell: CliShell): Promise<void> {
  const { schemasOf } = await import('../../../shared/method-schemas.ts');
  const methods = (await callableMethods()).map((method) => ({ method, ...schemasOf(method) }));
  shell.showJson(JSON.stringify(methods, null, 2));
}
