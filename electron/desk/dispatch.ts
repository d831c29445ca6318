import type { z } from 'zod';
import { contract, type DeskMethod, type EventPayload, type Reply } from '../../shared/contract.ts';
import { DeskError } from '../../shared/errors.ts';
import { boardHandlers } from './board/board-handlers.ts';
import { coverageHandlers } from './board/coverage-handlers.ts';
import { type DeskContext, forCall, noSuchMethod } from './context.ts';
import { libraryErrorOf } from './core/open.ts';
import type { Work } from './core/work.ts';
import { exportHandlers } from './export/export-handlers.ts';
import type { Handlers } from './handlers.ts';
import { imageHandlers } from './images/image-handlers.ts';
import { historyHandlers } from './library-file/history-handlers.ts';
import { libraryHandlers } from './library-file/library-handlers.ts';
import { settingsHandlers } from './library-file/settings-handlers.ts';
import { nameHandlers } from './offers/name-handlers.ts';
import { queueHandlers } from './offers/queue-handlers.ts';
import { rereadHandlers } from './offers/reread-handlers.ts';
import { elsewhereHandlers } from './pages/elsewhere-handlers.ts';
import { lastChangeHandlers } from './pages/last-change-handlers.ts';
import { leftOutHandlers } from './pages/left-out-handlers.ts';
import { pageBatchHandlers } from './pages/placing/page-batch-handlers.ts';
import { pageHandlers } from './pages/placing/page-handlers.ts';
import { placingHandlers } from './pages/placing/placing-handlers.ts';
import { shelfHandlers } from './pages/placing/shelf-handlers.ts';
import { storyPageHandlers } from './pages/story-page-handlers.ts';
import { tagChangeHandlers } from './pages/tag-change-handlers.ts';
import { zoneHandlers } from './pages/zones/zone-handlers.ts';
import { checkHandlers } from './review/check-handlers.ts';
import { jointLeadHandlers } from './review/joint-lead-handlers.ts';
import { leadHandlers } from './review/lead-handlers.ts';
import { versionHandlers } from './review/version-handlers.ts';
import { importHandlers } from './stories/import-handlers.ts';
import { storyHandlers } from './stories/story-handlers.ts';
import { tagHandlers } from './stories/tag-handlers.ts';
import { registerHandlers } from './succession/register-handlers.ts';
import { moveHandlers } from './succession/succession-handlers.ts';
import { systemHandlers } from './systems/system-handlers.ts';

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
  ...lastChangeHandlers,
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
  ...pageBatchHandlers,
  ...placingHandlers,
  ...shelfHandlers,
  ...imageHandlers,
  ...exportHandlers,
  ...historyHandlers,
};

/** A slower call is written to the log. */
const SLOW_MS = 40;

/** Finds the method, parses the input, runs the handler and wraps the reply. Never throws. */
export async function dispatch(
  desk: DeskContext,
  work: Work,
  method: string,
  input: unknown,
  window?: string,
): Promise<Reply<unknown>> {
  const context = forCall(desk, work, window);
  const startedAt = performance.now();
  let how: EventPayload<'work.ended'>['how'] = 'done';
  try {
    return { ok: true, value: await run(context, method, input) };
  } catch (error) {
    const fault = faultOf(context, method, error);
    how = fault.code === 'cancelled' ? 'cancelled' : 'failed';
    return { ok: false, error: fault };
  } finally {
    if (work.hasReported) context.emit('work.ended', { id: work.id, how });
    const tookMs = performance.now() - startedAt;
    if (tookMs > SLOW_MS) context.log(`${method} took ${tookMs.toFixed(0)} ms`);
  }
}

async function run(context: DeskContext, method: string, input: unknown): Promise<unknown> {
  if (!Object.hasOwn(handlers, method)) throw noSuchMethod(method);
  const name = method as DeskMethod;
  const parsed = contract[name].input.safeParse(input ?? {});
  if (!parsed.success) throw new DeskError('bad-call', formatIssues(method, parsed.error));
  // The table pairs each handler with its own input; a look-up by a variable name loses that pair for the type checker.
  const handler = handlers[name] as (context: DeskContext, input: unknown) => unknown;
  return await handler(context, parsed.data);
}

function formatIssues(method: string, error: z.ZodError): string {
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
    message: `Something went wrong in ${method}. Nothing was changed; the log has the details.`,
  };
}
