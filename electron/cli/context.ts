import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BroughtBack, Desk, DeskOptions } from '../desk/desk.ts';

/** What a run of the command line takes from the process around it; tests pass their own. */
export interface Context {
  env: NodeJS.ProcessEnv;
  /** Where relative paths start. */
  cwd: string;
  version: string;
  /** The folder that holds `resources` and, once built, `out`. */
  projectPath: string;
  out(text: string): void;
  err(text: string): void;
  /** Whether somebody sits there who can answer a question. */
  canAsk: boolean;
  /** Asks a yes-or-no question; everything but a yes is a no. */
  ask(question: string): Promise<boolean>;
  /** The desk in this process, quick to start. */
  openDesk(options: DeskOptions): Promise<Desk>;
  /** The desk in a thread of its own, for a door that has to go on answering. */
  startDesk(options: DeskOptions): Promise<Desk>;
  /** Puts a backup in the place of a library, which no desk may have open. */
  restoreLibrary(from: string, libraryPath: string): Promise<BroughtBack>;
}

export function processContext(place: { projectPath: string; workerUrl: URL }): Context {
  // `patchdesk find x | head -1`: the reader left, which is no failure of ours.
  for (const stream of [process.stdout, process.stderr]) {
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EPIPE') throw error;
    });
  }
  const manifest: unknown = JSON.parse(readFileSync(join(place.projectPath, 'package.json'), 'utf8'));
  return {
    env: process.env,
    // npm runs scripts in the project's folder and says here where the user stands.
    cwd: process.env['INIT_CWD'] || process.cwd(),
    version: (manifest as { version: string }).version,
    projectPath: place.projectPath,
    out: (text) => void process.stdout.write(text),
    err: (text) => void process.stderr.write(text),
    canAsk: Boolean(process.stdin.isTTY && process.stderr.isTTY),
    ask,
    openDesk: async (options) => (await import('../desk/desk.ts')).openDesk(options),
    startDesk: async (options) => (await import('../desk/desk.ts')).startDesk(options, place.workerUrl),
    restoreLibrary: async (from, path) => (await import('../desk/desk.ts')).restoreLibrary(from, path),
  };
}

async function ask(question: string): Promise<boolean> {
  const { createInterface } = await import('node:readline/promises');
  // On stderr, so that stdout stays what the command prints.
  const line = createInterface({ input: process.stdin, output: process.stderr });
  const end = new AbortController();
  // The end of the input is no answer.
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
