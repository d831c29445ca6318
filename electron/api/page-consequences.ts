import type { ArticleId, SystemCode } from '../../shared/models.ts';
import type { PageConsequence } from '../../shared/suggestions.ts';
import { getArticle } from '../library/articles.ts';
import { type ResolvedPage, resolvePage, slotsOf } from '../library/layout.ts';
import { type DeskContext, momentAsOf } from './context.ts';

/** A page as far as a step may change it: compared before and after, it says what the step does. */
export interface PageLook {
  code: SystemCode;
  ids: ArticleId[];
  lead: string | null;
  page: ResolvedPage;
}

export function pagesOf(context: DeskContext, codes: readonly SystemCode[]): PageLook[] {
  const { db } = context.library;
  const moment = momentAsOf(context, undefined);
  return codes.map((code) => {
    const page = resolvePage(db, context.register.get(code), context.register.isActive(code, moment.day), moment);
    const ids = slotsOf(page).map(({ item }) => item.articleId);
    const [first] = ids;
    return { code, ids, lead: first ? getArticle(db, first).headline : null, page };
  });
}

export function consequenceOf(before: PageLook, after: PageLook): PageConsequence {
  const added = after.ids.filter((id) => !before.ids.includes(id)).length;
  const removed = before.ids.filter((id) => !after.ids.includes(id)).length;
  const moved = after.ids.filter((id, index) => before.ids.includes(id) && before.ids[index] !== id).length;
  return { code: before.code, added, removed, moved, leadBefore: before.lead, leadAfter: after.lead };
}

export function isChange({ added, removed, moved }: PageConsequence): boolean {
  return added + removed + moved > 0;
}
