import { counted } from '../../../../shared/words/counted.ts';
import { quoted, step } from '../../context.ts';
import { type SeenWrite, type Values, writeSeen } from '../../core/seen.ts';
import type { Handlers } from '../../handlers.ts';
import { rowsOfStories } from '../../stories/story-list.ts';
import { getStory } from '../../stories/story-rows.ts';
import { pageOf } from '../layout/page-reader.ts';
import { markCandidate } from './page-handlers.ts';
import { listForShelf, listShelved, moveOnShelf, putOnShelf, takeFromShelf } from './shelf-rows.ts';

export const shelfHandlers: Handlers<'shelf.list' | 'shelf.put' | 'shelf.remove' | 'shelf.move'> = {
  'shelf.list': (context, { system }) => {
    const { db } = context.library;
    const shelved = listShelved(db);
    const page = system === null ? null : pageOf(context, system, undefined);
    const rows = new Map(
      rowsOfStories(
        db,
        shelved.map(({ articleId }) => articleId),
      ).map((row) => [row.id, row]),
    );
    return shelved.flatMap(({ articleId, rank, by, atMs }) => {
      const row = rows.get(articleId);
      if (!row) return [];
      const marked = page ? markCandidate(row, page) : { ...row, position: null, placed: null, takenOff: false };
      return [{ ...marked, rank, by, at: new Date(atMs).toISOString() }];
    });
  },

  'shelf.put': (context, { selection, position }) => {
    const { db } = context.library;
    const result = step(
      context,
      ({ count, only }: { count: number; only: string | null }) =>
        `Put ${only ? quoted(only) : counted(count, 'story', 'stories')} on the shelf`,
      (changes, actor) => {
        const ids = listForShelf(db, selection);
        const [first] = ids;
        return {
          count: putOnShelf(db, changes, actor, ids, position),
          only: first && ids.length === 1 ? getStory(db, first).headline : null,
        };
      },
    );
    return { entry: result.entry, changed: result.value.count };
  },

  'shelf.remove': (context, { ids }) => {
    const [first] = ids;
    const what = first && ids.length === 1 ? quoted(getStory(context.library.db, first).headline) : null;
    const result = step(
      context,
      (count: number) => `Take ${what ?? counted(count, 'story', 'stories')} off the shelf`,
      (changes) => takeFromShelf(changes, ids),
    );
    return { entry: result.entry, changed: result.value };
  },

  'shelf.move': (context, { id, position, seen }) => {
    const { db } = context.library;
    const { headline } = getStory(db, id);
    const write: SeenWrite<Values> = {
      subject: `shelf ${id}`,
      what: `${quoted(headline)} on the shelf`,
      seen: seen && { position: seen.rank },
      read: () => ({ position: listShelved(db).find(({ articleId }) => articleId === id)?.rank ?? null }),
      rowsOf: () => [{ table: 'shelf', id }],
      formatRefusal: (_, who) => `${quoted(headline)} was moved on the shelf ${who}. Nothing was changed.`,
    };
    const result = step(context, `Move ${quoted(headline)} to ${position} on the shelf`, (changes, actor) =>
      writeSeen(db, actor, write, () => moveOnShelf(db, changes, id, position)),
    );
    return { entry: result.entry, changed: result.value ? 1 : 0 };
  },
};
