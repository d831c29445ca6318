import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { run } from '../../electron/cli/run.ts';
import { type DeskOptions, openDesk, restoreLibrary, salvage } from '../../electron/desk/desk.ts';
import packageJson from '../../package.json' with { type: 'json' };

const PROJECT = resolve(import.meta.dirname, '../..');
const MAIN = join(PROJECT, 'electron', 'cli', 'main.ts');

export interface Done {
  code: number | null;
  out: string;
  err: string;
}

interface RunOptions {
  env?: NodeJS.ProcessEnv;
  cwd?: string;
  /** What the command reads from standard input; nothing unless given. */
  input?: string | Uint8Array;
  /** The child's standard input stays open, as that of a forgotten terminal does. */
  keepInputOpen?: boolean;
  /** As a process of its own, which takes a second: for what only a process can show. */
  isAlone?: boolean;
}

/** A folder of its own for one test, with a library in it; `run` runs the command line there on a real desk. */
export class Place {
  readonly folder = mkdtempSync(join(tmpdir(), 'patchdesk-cli-'));
  readonly library = join(this.folder, 'library.patchdesk');

  path(...names: string[]): string {
    return join(this.folder, ...names);
  }

  write(name: string, contents: string | Uint8Array): string {
    const path = this.path(name);
    writeFileSync(path, contents);
    return path;
  }

  /** The environment of a test run would give npm's INIT_CWD, and the tester's own library. */
  env(more: NodeJS.ProcessEnv = {}): NodeJS.ProcessEnv {
    const { INIT_CWD: _cwd, PATCHDESK_LIBRARY: _library, PATCHDESK_AUTHOR: _author, ...env } = process.env;
    return {
      ...env,
      PATCHDESK_USER_DATA: this.path('user-data'),
      XDG_DATA_HOME: this.path('data'),
      PATCHDESK_LIBRARY: this.library,
      ...more,
    };
  }

  start(args: string[], options: RunOptions = {}) {
    const child = spawn(process.execPath, [MAIN, ...args], {
      cwd: options.cwd ?? this.folder,
      env: this.env(options.env),
      stdio: ['pipe', 'pipe', 'pipe'],
    });
    // A command that leaves its input unread has done nothing wrong.
    child.stdin.on('error', () => undefined);
    // The end of the input: a command that waited for an answer would never end.
    if (!options.keepInputOpen) child.stdin.end(options.input ?? '');
    return child;
  }

  async run(args: string[], options: RunOptions = {}): Promise<Done> {
    if (options.isAlone) return this.#runAlone(args, options);
    const done: Done = { code: null, out: '', err: '' };
    const env = this.env(options.env);
    const open = async (options: DeskOptions) => openDesk(options);
    done.code = await run(args, {
      env,
      cwd: options.cwd ?? this.folder,
      version: packageJson.version,
      projectPath: PROJECT,
      out: (text) => {
        done.out += text;
      },
      err: (text) => {
        done.err += text;
      },
      readInput: async () => Buffer.from(options.input ?? ''),
      canAsk: false,
      ask: () => Promise.reject(new Error('Nobody is asked here.')),
      openDesk: open,
      startDesk: open,
      salvageLibrary: async (path, out) => salvage(path, out),
      restoreLibrary,
    });
    return done;
  }

  #runAlone(args: string[], options: RunOptions): Promise<Done> {
    return new Promise((done, fail) => {
      const child = this.start(args, options);
      let out = '';
      let err = '';
      child.stdout.setEncoding('utf8').on('data', (text: string) => {
        out += text;
      });
      child.stderr.setEncoding('utf8').on('data', (text: string) => {
        err += text;
      });
      child.once('error', fail);
      child.once('close', (code) => done({ code, out, err }));
    });
  }

  /** Runs with `--json` and expects exactly one JSON value on stdout; `T` is what the test takes it for. */
  async json<T>(args: string[], code = 0, options: RunOptions = {}): Promise<T> {
    const done = await this.run([...args, '--json'], options);
    if (done.code !== code) throw new Error(`Exit ${done.code}, not ${code}:\n${done.out}\n${done.err}`);
    return JSON.parse(done.out) as T;
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}

export interface Story {
  alt?: string;
  headline: string;
  teaser: string;
}

/** A page as somebody saved it: where a story has no image label, one more blank line takes its place. */
export function capture(title: string, stories: readonly Story[]): string {
  const parts = stories.map(({ alt, headline, teaser }) => `${alt ? `${alt}\n` : ''}\n${headline}\n\n\n${teaser}\n`);
  return `${title}\n\n${parts.join('\n')}`;
}

export const FRIMLEY: readonly Story[] = [
  {
    alt: 'Ambulance bay',
    headline: 'Ambulance waits halve at two sites',
    teaser: 'Handover times fell after a ward was moved.',
  },
  {
    headline: 'Board weighs a single waiting list',
    teaser: 'Five hospitals may share one list for planned operations.',
  },
  {
    alt: 'Care home',
    headline: 'Care homes to see weekly doctors',
    teaser: 'A pilot pays surgeries for a fixed round each week.',
  },
];

export const KENT: readonly Story[] = [
  {
    alt: 'Harbour',
    headline: 'Harbour clinic opens its doors',
    teaser: 'The new walk-in clinic expects two hundred patients a day.',
  },
  {
    alt: 'Care home',
    headline: 'Care homes to see weekly doctors',
    teaser: 'A pilot pays surgeries for a fixed round each week.',
  },
];
