import { join, resolve } from 'node:path';
import type { DeskMethod, MethodInput, MethodOutput } from '../../shared/contract.ts';
import type { Door, System } from '../../shared/models.ts';
import { cleanLine } from '../../shared/words/plain-text.ts';
import type { Desk, DeskOptions } from '../desk/desk.ts';
import { isLibraryNamed, libraryPath, preferencesPath } from '../doors/places.ts';
import type { Context } from './context.ts';
import { EXIT, type ExitCode, ReplyError, UsageError } from './fault.ts';

/** Calls the desk, and throws an error reply. */
export type Call = <M extends DeskMethod>(method: M, input: MethodInput<M>) => Promise<MethodOutput<M>>;

type IfMissing = NonNullable<DeskOptions['ifMissing']>;

export interface GlobalOptions {
  library?: string;
  json?: boolean;
}

/** Common to all commands: the options before or after a command's name, the desk and the output. */
export class CliShell {
  readonly context: Context;
  /** `done` unless a command sets another. */
  exitCode: ExitCode = EXIT.done;
  readonly #globals: () => GlobalOptions;

  constructor(context: Context, globals: () => GlobalOptions) {
    this.context = context;
    this.#globals = globals;
  }

  get json(): boolean {
    return this.#globals().json === true;
  }

  /** Prints the value as JSON, or the text for people. */
  show(value: unknown, text: () => string): void {
    if (this.json) this.showJson(JSON.stringify(value, null, 2));
    else this.context.out(withLineEnd(text()));
  }

  showJson(json: string): void {
    this.context.out(withLineEnd(json));
  }

  /** Resolves a path from the user's current folder. */
  path(named: string): string {
    if (named === '') throw new UsageError('A file or folder name is empty.');
    return resolve(this.context.cwd, named);
  }

  /** `ifMissing` is for a library that somebody named; the default one is made when missing. */
  deskOptions(door: Door, ifMissing: IfMissing): DeskOptions {
    const { env, projectPath } = this.context;
    const author = cleanLine(env['PATCHDESK_AUTHOR'] ?? '');
    const { library } = this.#globals();
    return {
      libraryPath: this.path(libraryPath(library, env)),
      ifMissing: ifMissing === 'refuse' && !isLibraryNamed(library, env) ? 'create' : ifMissing,
      preferencesPath: preferencesPath(env),
      resourcesPath: join(projectPath, 'resources'),
      door,
      ...(author ? { author } : {}),
    };
  }

  /** Opens the library, works, and closes it. A mistyped name must not make a library, so a missing file is refused. */
  withDesk<T>(work: (call: Call) => Promise<T>, ifMissing: IfMissing = 'refuse'): Promise<T> {
    return this.withOpenDesk((desk) => work(caller(desk)), ifMissing);
  }

  async withOpenDesk<T>(work: (desk: Desk) => Promise<T>, ifMissing: IfMissing = 'refuse'): Promise<T> {
    const desk = await this.context.openDesk(this.deskOptions('cli', ifMissing));
    try {
      return await work(desk);
    } finally {
      await desk.close();
    }
  }
}

function caller(desk: Desk): Call {
  return async <M extends DeskMethod>(method: M, input: MethodInput<M>) => {
    const reply = await desk.call(method, input);
    if (reply.ok) return reply.value as MethodOutput<M>;
    throw new ReplyError(reply.error);
  };
}

/** A system of any day by code, slug, short name or abbreviation; those active on `asOf` win. */
export function findSystem(call: Call, text: string, asOf: string | undefined): Promise<System> {
  const name = text.trim();
  if (name === '') throw new UsageError('The name of a system is empty.');
  return call('systems.find', { text: name, ...(asOf ? { asOf } : {}) });
}

/** The same for several, each once. */
export async function findSystems(call: Call, texts: string[], asOf: string | undefined): Promise<System[]> {
  const found = new Map<string, System>();
  for (const text of texts) {
    const system = await findSystem(call, text, asOf);
    found.set(system.code, system);
  }
  return [...found.values()];
}

function withLineEnd(text: string): string {
  return text.endsWith('\n') ? text : `${text}\n`;
}
