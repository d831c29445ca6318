import type { ParsedInput } from '../../../../shared/contract.ts';
import type { PageView, SystemCode } from '../../../../shared/models.ts';
import { actorOf, type DeskContext, momentAsOf } from '../../context.ts';
import { lookAt } from '../../core/history.ts';
import { keptOfPage } from './page-cache.ts';
import { toPageView } from './page-view.ts';
import { type ResolvedPage, resolvePage } from './resolve-page.ts';

/** The page as it is now, or as of a day. */
export function pageOf(context: DeskContext, system: SystemCode, asOf: string | undefined): ResolvedPage {
  return keptOfPage(context, system, 'page', asOf, () =>
    resolvePage(context.library.db, context.register, system, momentAsOf(context, asOf)),
  );
}

/** The page as it is, as of a day, or as it was after a history entry (then as of that entry's day, unless said). */
export function viewOf(context: DeskContext, input: ParsedInput<'pages.get'>): PageView {
  const { db } = context.library;
  if (input.at === undefined) {
    const { system, asOf } = input;
    return keptOfPage(context, system, 'view', asOf, () => toPageView(db, pageOf(context, system, asOf)));
  }
  return lookAt(db, input.at, actorOf(context), (day) =>
    toPageView(db, pageOf(context, input.system, input.asOf ?? day)),
  );
}
