import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Desk, DeskOptions, RestoredBackup, Salvaged } from '../desk/desk.ts';

/** What the command line takes from its process; tests pass their own. */
export interface Context {
  env: NodeJS.ProcessEnv;
  /** The folder that relative paths start from. */
  cwd: string;
  version: string;
  /** The folder with `resources` and, once built, `out`. */
  projectPath: string;
  out(text: string): void;
  err(text: string): void;
  /** All of standard input; nothing at a terminal, where nobody would know that something is waited for. */
  readInput(): Promise<Uint8Array>;
  /** Whether a person at a terminal can answer a question. */
  canAsk: boolean;
  /** Asks a yes-or-no question; any answer but yes counts as no. */
  ask(question: string): Promise<boolean>;
  /** The desk in this process; it starts quickly. */
  openDesk(options: DeskOptions): Promise<Desk>;
  /** The desk in a worker thread, for a door that must go on answering. */
  startDesk(options: DeskOptions): Promise<Desk>;
  /** Copies what can be read of a damaged library into a new one. */
  salvageLibrary(libraryPath: string, out: string): Promise<Salvaged>;
  /** Replaces a library with a backup. No desk may have the library open. */
  restoreLibrary(from: string, libraryPath: string): Promise<RestoredBackup>;
}

export function processContext(place: { projectPath: string; workerUrl: URL }): Context {
  // `patchdesk find x | head -1`: the reader closed the pipe, which is not an error.
  for (const stream of [process.stdout, process.stderr]) {
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EPIPE') throw error;
    });
  }
  const manifest: unknown = JSON.parse(readFileSync(join(place.projectPath, 'package.json'), 'utf8'));
  return {
    env: process.env,
    // npm runs scripts in the project's folder; INIT_CWD is the user's current folder.
    cwd: process.env['INIT_CWD'] || process.cwd(),
    version: (manifest as { version: string }).version,
    projectPath: place.projectPath,
    out: (text) => void process.stdout.write(text),
    err: (text) => void process.stderr.write(text),
    readInput,
    canAsk: Boolean(process.stdin.isTTY && process.stderr.isTTY),
    ask,
    openDesk: async (options) => (await import('../desk/desk.ts')).openDesk(options),
    startDesk: async (options) => (await import('../desk/desk.ts')).startDesk(options, place.workerUrl),
    salvageLibrary: async (path, out) => (await import('../desk/desk.ts')).salvage(path, out),
    restoreLibrary: async (from, path) => (await import('../desk/desk.ts')).restoreLibrary(from, path),
  };
}

async function readInput(): Promise<Uint8Array> {
  if (process.stdin.isTTY) return new Uint8Array();
  const parts: Uint8Array[] = [];
  for await (const part of process.stdin) parts.push(part as Uint8Array);
  return Buffer.concat(parts);
}

async function ask(question: string): Promise<boolean> {
  const { createInterface } = await import('node:readline/promises');
  // On stderr, so that stdout has only the command's output.
  const line = createInterface({ input: process.stdin, output: process.stderr });
  const end = new AbortController();
  // The end of the input counts as no answer.
  line.once('close', () => end.abort());
  try {
    const answer = await line.question(`${question} [y/N] `, { signal: end.signal });
    return /^y(es)?$/i.test(answer.trim());
  } catch (error) {
    if (end.signal.aborted) return false;
    throw error;
  } finally {
    line.close();
  }
}
