import { actorOf } from '../context.ts';
import { formatWhere } from '../core/elsewhere.ts';
import { findLastChange } from '../core/last-change.ts';
import type { Handlers } from '../handlers.ts';
import { rowOfField } from '../stories/story-seen.ts';
import { rowsOfTeaser } from './placing/teaser-seen.ts';

export const lastChangeHandlers: Handlers<'stories.lastChange'> = {
  'stories.lastChange': (context, { id, fields, system }) => {
    const { db } = context.library;
    const rows = fields.flatMap((field) =>
      system === undefined ? [rowOfField(id, field)] : rowsOfTeaser(db, system, id, field),
    );
    const change = findLastChange(db, rows);
    const actor = actorOf(context);
    return (
      change && {
        by: change.by,
        at: new Date(change.at_ms).toISOString(),
        door: change.door,
        isYou: change.by === actor.by,
        where: formatWhere(change, actor),
      }
    );
  },
};
