import type { StoryId, SystemCode } from '../../../../shared/models.ts';
import type { ZoneOutlook } from '../../../../shared/pages/page-batch.ts';
import type { PageConsequence } from '../../../../shared/tagging/suggestions.ts';
import { type DeskContext, momentAsOf } from '../../context.ts';
import type { ReadDb } from '../../core/sql.ts';
import { headlineOn } from '../layout/page-stories.ts';
import { type ResolvedPage, resolvePage, slotsOf } from '../layout/resolve-page.ts';

/** A page as far as a step may change it: compared before and after, it says what the step does. */
export interface PageLook {
  code: SystemCode;
  ids: StoryId[];
  lead: string | null;
  page: ResolvedPage;
}

export function pagesOf(context: DeskContext, codes: readonly SystemCode[]): PageLook[] {
  const { db } = context.library;
  const moment = momentAsOf(context, undefined);
  return codes.map((code) => {
    const page = resolvePage(db, context.register, code, moment);
    const ids = slotsOf(page).map(({ item }) => item.articleId);
    const [first] = ids;
    return { code, ids, lead: first ? headlineOn(db, page, first) : null, page };
  });
}

export function consequenceOf(before: PageLook, after: PageLook): PageConsequence {
  const added = after.ids.filter((id) => !before.ids.includes(id)).length;
  const removed = before.ids.filter((id) => !after.ids.includes(id)).length;
  const moved = after.ids.filter((id, index) => before.ids.includes(id) && before.ids[index] !== id).length;
  return { code: before.code, added, removed, moved, leadBefore: before.lead, leadAfter: after.lead };
}

/**
 * Which teasers leave a page, come in or stand at another number, as readers of that page know them, and which zones
 * that leaves empty that are not now; `except` is spoken of elsewhere.
 */
export function arrivalsOf(
  db: ReadDb,
  before: PageLook,
  after: PageLook,
  except: StoryId | null,
): Pick<ZoneOutlook, 'gone' | 'come' | 'shift' | 'empty'> {
  const others = (from: PageLook, to: PageLook) =>
    from.ids.flatMap((id, index) =>
      id === except || to.ids.includes(id) ? [] : [{ id, headline: headlineOn(db, from.page, id), number: index + 1 }],
    );
  const waits = new Set(after.page.waiting.map(({ placement }) => placement.articleId));
  return {
    gone: others(before, after).map(({ id, headline, number }) => ({ headline, from: number, waits: waits.has(id) })),
    come: others(after, before).map(({ headline, number }) => ({ headline, to: number })),
    shift: after.ids.flatMap((id, index) => {
      const from = before.ids.indexOf(id);
      if (id === except || from < 0 || from === index) return [];
      return [{ headline: headlineOn(db, after.page, id), from: from + 1, to: index + 1 }];
    }),
    empty: emptyZones(after.page).filter((name) => !emptyZones(before.page).includes(name)),
  };
}

function emptyZones({ zones }: ResolvedPage): string[] {
  if (zones.length < 2) return [];
  return zones.flatMap(({ name, slots }) => (slots.length === 0 ? [name] : []));
}

export function isChange({ added, removed, moved }: PageConsequence): boolean {
  return added + removed + moved > 0;
}
