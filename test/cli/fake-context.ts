import type { Context } from '../../electron/cli/context.ts';
import { run } from '../../electron/cli/run.ts';
import type { Desk, DeskOptions } from '../../electron/desk/desk.ts';
import type { DeskMethod, MethodOutput } from '../../shared/contract.ts';
import { DeskError } from '../../shared/errors.ts';

/** Answers of a desk by method: a value, or an error thrown. */
export type Answers = { [M in DeskMethod]?: (input: unknown) => MethodOutput<M> };

export interface Ran {
  code: number;
  out: string;
  err: string;
  calls: { method: string; input: unknown }[];
  opened: DeskOptions[];
  closed: number;
  asked: string[];
}

/** Runs a command line against a desk that gives the answers told; `Place` runs it on a real one. */
export async function runWith(args: string[], answers: Answers = {}, given: Partial<Context> = {}): Promise<Ran> {
  const ran: Ran = { code: -1, out: '', err: '', calls: [], opened: [], closed: 0, asked: [] };
  const desk: Desk = {
    async call(method, input) {
      ran.calls.push({ method, input });
      const answer = answers[method as DeskMethod];
      if (!answer) throw new Error(`No answer for ${method}.`);
      try {
        return { ok: true, value: answer(input) };
      } catch (error) {
        if (error instanceof DeskError) return { ok: false, error: error.fault };
        throw error;
      }
    },
    cancel: () => undefined,
    subscribe: () => () => undefined,
    async close() {
      ran.closed += 1;
    },
  };
  const open = async (options: DeskOptions) => {
    ran.opened.push(options);
    return desk;
  };
  ran.code = await run(args, {
    env: {},
    cwd: '/where/you/stand',
    version: '1.2.3',
    projectPath: '/project',
    out: (text) => {
      ran.out += text;
    },
    err: (text) => {
      ran.err += text;
    },
    readInput: async () => new Uint8Array(),
    canAsk: false,
    ask: async (question) => {
      ran.asked.push(question);
      return false;
    },
    openDesk: open,
    startDesk: open,
    salvageLibrary: async () => {
      throw new Error('No salvaging here.');
    },
    restoreLibrary: async () => {
      throw new Error('No restoring here.');
    },
    ...given,
  });
  return ran;
}
