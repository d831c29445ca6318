import type { z } from 'zod';
import { contract, type DeskMethod, type MethodOutput, type ParsedInput, type Reply } from '../../shared/contract.ts';
import { DeskError } from '../../shared/errors.ts';
import { libraryErrorOf } from '../library/open.ts';
import { boardHandlers } from './board.ts';
import { checkHandlers } from './checks.ts';
import { type DeskContext, noSuchMethod } from './context.ts';
import { coverageHandlers } from './coverage.ts';
import { elsewhereHandlers } from './elsewhere.ts';
import { exportHandlers } from './export.ts';
import { historyHandlers } from './history.ts';
import { imageHandlers } from './images.ts';
import { importHandlers } from './import.ts';
import { jointLeadHandlers } from './joint-leads.ts';
import { leadHandlers } from './leads.ts';
import { leftOutHandlers } from './left-out.ts';
import { libraryHandlers } from './library.ts';
import { manyPageHandlers } from './many-pages.ts';
import { moveHandlers } from './moves.ts';
import { nameHandlers } from './names.ts';
import { pageHandlers } from './pages.ts';
import { queueHandlers } from './queue.ts';
import { registerHandlers } from './register.ts';
import { rereadHandlers } from './rereads.ts';
import { settingsHandlers } from './settings.ts';
import { severalTeasersHandlers } from './several-teasers.ts';
import { shelfHandlers } from './shelf.ts';
import { storyHandlers } from './stories.ts';
import { storyPageHandlers } from './story-pages.ts';
import { systemHandlers } from './systems.ts';
import { tagChangeHandlers } from './tag-changes.ts';
import { tagHandlers } from './tags.ts';
import { trayHandlers } from './tray.ts';
import { versionHandlers } from './versions.ts';
import { zoneHandlers } from './zones.ts';

export type Handler<M extends DeskMethod> = (
  context: DeskContext,
  input: ParsedInput<M>,
) => MethodOutput<M> | Promise<MethodOutput<M>>;

/** The handlers of one area. */
export type Handlers<M extends DeskMethod> = { [K in M]: Handler<K> };

// A method of the contract without a handler fails the type check here.
const handlers: Handlers<DeskMethod> = {
  ...libraryHandlers,
  ...settingsHandlers,
  ...systemHandlers,
  ...registerHandlers,
  ...moveHandlers,
  ...storyHandlers,
  ...storyPageHandlers,
  ...elsewhereHandlers,
  ...tagHandlers,
  ...tagChangeHandlers,
  ...queueHandlers,
  ...nameHandlers,
  ...rereadHandlers,
  ...importHandlers,
  ...boardHandlers,
  ...coverageHandlers,
  ...pageHandlers,
  ...zoneHandlers,
  ...leftOutHandlers,
  ...checkHandlers,
  ...jointLeadHandlers,
  ...versionHandlers,
  ...leadHandlers,
  ...manyPageHandlers,
  ...severalTeasersHandlers,
  ...trayHandlers,
  ...shelfHandlers,
  ...imageHandlers,
  ...exportHandlers,
  ...historyHandlers,
};

/** A call slower than this is worth a line in the log. */
const SLOW_MS = 40;

/** Finds the method, parses the input, runs the handler and wraps the reply. Never throws. */
export async function dispatch(context: DeskContext, method: string, input: unknown): Promise<Reply<unknown>> {
  const startedAt = performance.now();
  try {
    return { ok: true, value: await run(context, method, input) };
  } catch (error) {
    return { ok: false, error: faultOf(context, method, error) };
  } finally {
    const tookMs = performance.now() - startedAt;
    if (tookMs > SLOW_MS) context.log(`${method} took ${tookMs.toFixed(0)} ms`);
  }
}

async function run(context: DeskContext, method: string, input: unknown): Promise<unknown> {
  if (!Object.hasOwn(handlers, method)) throw noSuchMethod(method);
  const name = method as DeskMethod;
  const parsed = contract[name].input.safeParse(input ?? {});
  if (!parsed.success) throw new DeskError('bad-call', sayIssues(method, parsed.error));
  // The table pairs each handler with its own input; looked up by a variable name, the pair is lost to the type checker.
  const handler = handlers[name] as (context: DeskContext, input: unknown) => unknown;
  return await handler(context, parsed.data);
}

function sayIssues(method: string, error: z.ZodError): string {
  const first = error.issues[0];
  const where = first && first.path.length > 0 ? ` (${first.path.join('.')})` : '';
  return `${first?.message ?? 'The input does not fit.'}${where} [${method}]`;
}

function faultOf(context: DeskContext, method: string, thrown: unknown): DeskError['fault'] {
  const error = libraryErrorOf(thrown, context.library.path);
  if (error instanceof DeskError) return error.fault;
  const stack = error instanceof Error ? (error.stack ?? error.message) : String(error);
  context.log(`${method} failed: ${stack}`);
  return {
    code: 'bug',
    message: `Patchdesk made a mistake in ${method}. Nothing was changed; the log has the details.`,
  };
}
