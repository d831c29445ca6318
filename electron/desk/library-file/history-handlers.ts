import { actorOf, type DeskContext, reportEntry, step } from '../context.ts';
import type { StepResult } from '../core/changes.ts';
import { listEntries, listPeople, redo, undo } from '../core/history.ts';
import { findRevertible, revertEntry } from '../core/revert.ts';
import type { Handlers } from '../handlers.ts';
import { getEntryDetail } from './history-detail.ts';

export const historyHandlers: Handlers<
  | 'history.list'
  | 'history.people'
  | 'history.get'
  | 'history.undo'
  | 'history.redo'
  | 'history.revertible'
  | 'history.revert'
> = {
  'history.list': (context, { limit, offset, ...filter }) => listEntries(context.library.db, limit, offset, filter),
  'history.people': (context) => ({ people: listPeople(context.library.db) }),
  'history.get': (context, { id, offset, limit }) => getEntryDetail(context, id, offset, limit),
  'history.undo': (context, { otherDoorToo, agreedTo }) =>
    toReply(context, undo(context.library.db, actorOf(context), otherDoorToo, agreedTo)),
  'history.redo': (context, { otherDoorToo, agreedTo }) =>
    toReply(context, redo(context.library.db, actorOf(context), otherDoorToo, agreedTo)),
  'history.revertible': ({ library: { db } }, { id }) => {
    const { label, rows, blocked, later } = findRevertible(db, id);
    return { label, rows: rows.length, blocked: blocked.length, later };
  },
  'history.revert': (context, { id, partly }) => {
    const { entry, rows } = step(
      context,
      (label: string) => label,
      (changes) => revertEntry(context, changes, id, partly),
    );
    return { entry, changed: rows };
  },
};

function toReply(context: DeskContext, { entry, rows }: StepResult<void>) {
  if (entry) reportEntry(context, entry.id);
  return { entry, changed: rows };
}
