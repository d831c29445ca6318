import { DeskError } from '../../../shared/errors.ts';
import type { StoryId } from '../../../shared/models.ts';
import { defaultStrength } from '../../../shared/tagging/default-strength.ts';
import type { Evidence, Offer, Offers, Suggestion } from '../../../shared/tagging/suggestions.ts';
import { checkSystems, type DeskContext, quoted, step } from '../context.ts';
import type { Handlers } from '../handlers.ts';
import { insertRejection, listRejections, listRejectionsOf, type OfferKey } from '../stories/rejections.ts';
import { idsOfSelection } from '../stories/selection.ts';
import { detailOf } from '../stories/story-handlers.ts';
import { storiesLabel } from '../stories/story-labels.ts';
import { getStory, setReview } from '../stories/story-rows.ts';
import { type AcceptedOffer, acceptSuggestion, setNational } from '../stories/tag-rows.ts';
import { listSuggestible, listUnreviewed } from './suggestible-stories.ts';
import { offersFor, suggesterOf } from './suggestions.ts';

export const queueHandlers: Handlers<
  | 'queue.offers'
  | 'queue.get'
  | 'queue.accept'
  | 'queue.reject'
  | 'queue.unreject'
  | 'queue.done'
  | 'queue.reopen'
  | 'queue.rejections'
  | 'suggest.texts'
  | 'suggest.unreviewed'
> = {
  'queue.offers': (context, { ids }) => {
    const suggester = suggesterOf(context, undefined);
    return listSuggestible(context.library.db, ids).map((story) => offersFor(suggester, story));
  },

  'queue.get': (context, { id }) => ({
    ...offersOf(context, id),
    story: detailOf(context, id),
    rejected: listRejectionsOf(context.library.db, id),
  }),

  'queue.accept': (context, { id, codes, national, strength }) => {
    checkSystems(context, codes);
    const { db } = context.library;
    const result = step(context, labelOf(context, 'File', id, codes, national), (changes, actor) => {
      const { offers } = offersOf(context, id);
      let touched = false;
      for (const code of codes) {
        const offer = offers.find((candidate) => candidate.code === code);
        if (!offer) throw notOffered(context, code);
        touched = acceptSuggestion(db, changes, actor, toAcceptedOffer(id, offer, offers), strength) || touched;
      }
      if (national) touched = setNational(db, changes, id, true) || touched;
      return touched ? 1 : 0;
    });
    return { entry: result.entry, changed: result.value };
  },

  'queue.reject': (context, { id, codes, national }) => {
    checkSystems(context, codes);
    const { db } = context.library;
    const result = step(context, labelOf(context, 'Reject', id, codes, national), (changes, actor) => {
      const { offers, national: nationalOffer } = offersOf(context, id);
      let touched = false;
      const reject = (offer: OfferKey, why: string, evidence: Evidence | null) => {
        touched = insertRejection(db, changes, actor, { articleId: id, offer, why, evidence }) || touched;
      };
      for (const code of codes) {
        const offer = offers.find((candidate) => candidate.code === code);
        reject(code, offer?.why ?? 'Rejected by an editor.', offer ? evidenceOf(offer) : null);
        touched = changes.remove('tags', [id, code]) || touched;
      }
      if (national) {
        reject('national', nationalOffer?.why ?? 'Rejected by an editor.', null);
        touched = setNational(db, changes, id, false) || touched;
      }
      return touched ? 1 : 0;
    });
    return { entry: result.entry, changed: result.value };
  },

  'queue.unreject': (context, { id, codes, national }) => {
    const keys: OfferKey[] = national ? [...codes, 'national'] : codes;
    const result = step(
      context,
      labelOf(context, 'Offer again', id, codes, national),
      (changes) => keys.filter((key) => changes.remove('rejections', [id, key])).length,
    );
    return { entry: result.entry, changed: result.value > 0 ? 1 : 0 };
  },

  'queue.done': (context, { selection }) => {
    const { db } = context.library;
    const result = step(
      context,
      (ids: StoryId[]) => `Review ${storiesLabel(context.library.db, ids)}`,
      (changes, actor) =>
        idsOfSelection(db, selection).filter((id) => setReview(db, changes, id, { by: actor.by, atMs: actor.atMs })),
    );
    return { entry: result.entry, changed: result.value.length };
  },

  'queue.reopen': (context, { selection }) => {
    const { db } = context.library;
    const result = step(
      context,
      (ids: StoryId[]) => `Put ${storiesLabel(context.library.db, ids)} back into the queue`,
      (changes) => idsOfSelection(db, selection).filter((id) => setReview(db, changes, id, null)),
    );
    return { entry: result.entry, changed: result.value.length };
  },

  'queue.rejections': (context, { offset, limit }) => listRejections(context.library.db, limit, offset),

  'suggest.texts': (context, { texts, asOf }) => {
    const suggester = suggesterOf(context, asOf);
    return texts.map((text) => suggester.suggest(text, null));
  },

  'suggest.unreviewed': (context, { asOf, offset, limit }) => {
    const suggester = suggesterOf(context, asOf);
    const { total, stories } = listUnreviewed(context.library.db, limit, offset);
    return { total, stories: stories.map((story) => ({ id: story.id, ...suggester.suggest(story, story) })) };
  },
};

function offersOf(context: DeskContext, id: StoryId): Offers {
  const [story] = listSuggestible(context.library.db, [id]);
  // getStory throws the editor's message when the story is gone.
  if (!story) throw new Error(`story ${getStory(context.library.db, id).id} is in the library but cannot be read`);
  return offersFor(suggesterOf(context, undefined), story);
}

/** The stored form of an offer when an editor accepts it. */
export function toAcceptedOffer(articleId: StoryId, offer: Offer, offers: readonly Offer[]): AcceptedOffer {
  const usual = defaultStrength(offer, offers);
  return { articleId, system: offer.code, why: offer.why, evidence: evidenceOf(offer), usual };
}

function evidenceOf({ reason, level }: Suggestion): Evidence {
  return { ...reason, level };
}

function notOffered(context: DeskContext, code: string): DeskError {
  return new DeskError(
    'not-offered',
    `${context.register.get(code).shortName} is no longer offered for this story. Add it as another system if it belongs there.`,
  );
}

function labelOf(context: DeskContext, verb: string, id: StoryId, codes: readonly string[], national: boolean): string {
  const names = codes.map((code) => context.register.get(code).shortName);
  if (national) names.push('national');
  const what = names.length > 3 ? `${names.length} systems` : names.join(', ');
  return `${verb} ${what}: ${quoted(getStory(context.library.db, id).headline)}`;
}
