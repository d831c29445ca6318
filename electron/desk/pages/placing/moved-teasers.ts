import type { StoryId } from '../../../../shared/models.ts';
import type { MovedTeaser } from '../../../../shared/pages/several-teasers.ts';
import type { DeskContext } from '../../context.ts';
import { type ResolvedPage, slotsOf } from '../layout/resolve-page.ts';
import { headlineOn } from './page-consequences.ts';

/** The teasers that a step pushed off a page, then those it brought there, each from the lead down. */
export function movedBetween(context: DeskContext, before: ResolvedPage, after: ResolvedPage): MovedTeaser[] {
  const [was, is] = [numbersOf(before), numbersOf(after)];
  const waits = new Set(
    after.waiting.flatMap(({ placement, why }) => (why === 'taken-off' ? [] : [placement.articleId])),
  );
  const left = [...was].filter(([id]) => !is.has(id));
  const came = [...is].filter(([id]) => !was.has(id));
  return [
    ...left.map(([id, from]) => ({
      articleId: id,
      headline: headlineOn(context, before, id),
      from,
      to: null,
      waits: waits.has(id),
    })),
    ...came.map(([id, to]) => ({
      articleId: id,
      headline: headlineOn(context, after, id),
      from: null,
      to,
      waits: false,
    })),
  ];
}

function numbersOf(page: ResolvedPage): Map<StoryId, number> {
  return new Map(slotsOf(page).map(({ item }, index) => [item.articleId, index + 1]));
}
