import type { ParsedInput } from '../../../../shared/contract.ts';
import { DeskError } from '../../../../shared/errors.ts';
import type { StoryId, SystemCode } from '../../../../shared/models.ts';
import type { PageAction, PageOutlook } from '../../../../shared/pages/page-batch.ts';
import type { PlanTarget } from '../../../../shared/pages/plan-page.ts';
import { andList } from '../../../../shared/words/lists.ts';
import { checkSystems, type DeskContext, quoted, step } from '../../context.ts';
import type { Handlers } from '../../handlers.ts';
import { getStory } from '../../stories/story-rows.ts';
import { pageOf } from '../layout/page-reader.ts';
import { type ResolvedPage, slotsOf } from '../layout/resolve-page.ts';
import { arrivalsOf, consequenceOf, type PageLook, pagesOf } from './page-consequences.ts';
import { seenOfOne } from './page-step.ts';
import { checkTeasers, teasersNow } from './teaser-seen.ts';
import { actOnPage } from './write-plan.ts';

type PageBatch = ParsedInput<'pages.many'>;

export const pageBatchHandlers: Handlers<'pages.many' | 'pages.previewMany'> = {
  'pages.many': (context, input) => {
    const systems = systemsOf(context, input);
    const { headline } = getStory(context.library.db, input.articleId);
    const result = step(
      context,
      (changed: SystemCode[]) => `${VERBS[input.action]} ${quoted(headline)} ${onPages(context, changed)}`,
      (changes, actor) => {
        const { db } = context.library;
        const refused: { code: SystemCode; error: DeskError }[] = [];
        const changed = pagesOf(context, systems).flatMap(({ code, page }) => {
          try {
            const edit = { db, changes, actor, page };
            const seen = seenOfOne(input.articleId, input.seen?.[code]);
            const was = teasersNow(db, page, seen);
            const changed = actOnPage(edit, [input.articleId], input.action, targetOf(input));
            if (input.seen) checkTeasers(db, actor, seen, page, was, pageOf(context, code, undefined));
            return changed.length > 0 ? [code] : [];
          } catch (error) {
            if (!(error instanceof DeskError)) throw error;
            refused.push({ code, error });
            return [];
          }
        });
        // Thrown inside the step: what the other pages took is rolled back with it.
        const [first] = refused;
        if (first) throw refusalOf(context, refused, first.error);
        return changed;
      },
    );
    return { entry: result.entry, changed: result.value.length };
  },

  'pages.previewMany': (context, input) => {
    const systems = systemsOf(context, input);
    getStory(context.library.db, input.articleId);
    // Done and taken back: what a preview says is what the step would do.
    const { value } = step(
      context,
      '',
      (changes, actor) => {
        const { db } = context.library;
        const before = pagesOf(context, systems);
        const refusals = before.map(({ page }) => {
          try {
            actOnPage({ db, changes, actor, page }, [input.articleId], input.action, targetOf(input));
            return null;
          } catch (error) {
            if (error instanceof DeskError) return error.message;
            throw error;
          }
        });
        const after = pagesOf(context, systems);
        return before.map((page, index) =>
          outlookOf(context, input.articleId, page, after[index] ?? page, refusals[index] ?? null),
        );
      },
      { dryRun: true },
    );
    return { pages: value };
  },
};

const VERBS: Record<PageAction, string> = {
  place: 'Place',
  pin: 'Pin',
  takeOff: 'Take off',
  release: 'Let the zone place',
};

function targetOf({ position }: PageBatch): PlanTarget | null {
  return position === undefined ? null : { position };
}

function systemsOf(context: DeskContext, { systems }: PageBatch): SystemCode[] {
  checkSystems(context, systems);
  return [...new Set(systems)];
}

/** `on Devon`, `on Devon; Dorset; and Kent and Medway`, `on 7 pages`. */
function onPages(context: DeskContext, codes: readonly SystemCode[]): string {
  return codes.length > 3 ? `on ${codes.length} pages` : `on ${namesOf(context, codes)}`;
}

function namesOf(context: DeskContext, codes: readonly SystemCode[]): string {
  return andList(codes.map((code) => context.register.get(code).shortName));
}

function refusalOf(
  context: DeskContext,
  refused: readonly { code: SystemCode }[],
  { message, fault }: DeskError,
): DeskError {
  const { code, message: _, ...more } = fault;
  if (code === 'conflict') return new DeskError(code, message, more);
  if (refused.length === 1) return new DeskError(fault.code, `Nothing was changed. ${message}`);
  const names = namesOf(
    context,
    refused.map(({ code }) => code),
  );
  return new DeskError(fault.code, `Nothing was changed, because this cannot be done on ${names}. ${message}`);
}

function outlookOf(
  context: DeskContext,
  articleId: StoryId,
  before: PageLook,
  after: PageLook,
  refusal: string | null,
): PageOutlook {
  return {
    ...consequenceOf(before, after),
    ...arrivalsOf(context.library.db, before, after, articleId),
    refusal,
    before: spotOn(before.page, articleId),
    after: spotOn(after.page, articleId),
    waits: after.page.waiting.find(({ placement }) => placement.articleId === articleId)?.why ?? null,
  };
}

function spotOn(page: ResolvedPage, articleId: StoryId): PageOutlook['before'] {
  const slots = slotsOf(page);
  const index = slots.findIndex(({ item }) => item.articleId === articleId);
  const slot = slots[index];
  return slot ? { position: index + 1, placed: slot.placed } : null;
}
