import { actorOf, type DeskContext, reportEntry } from '../context.ts';
import type { StepResult } from '../core/changes.ts';
import { listEntries, redo, undo } from '../core/history.ts';
import type { Handlers } from '../handlers.ts';

export const historyHandlers: Handlers<'history.list' | 'history.undo' | 'history.redo'> = {
  'history.list': (context, { limit, offset }) => listEntries(context.library.db, limit, offset),
  'history.undo': (context, { otherDoorToo, agreedTo }) =>
    toReply(context, undo(context.library.db, actorOf(context), otherDoorToo, agreedTo)),
  'history.redo': (context, { otherDoorToo, agreedTo }) =>
    toReply(context, redo(context.library.db, actorOf(context), otherDoorToo, agreedTo)),
};

function toReply(context: DeskContext, { entry, rows }: StepResult<void>) {
  if (entry) reportEntry(context, entry.id);
  return { entry, changed: rows };
}
