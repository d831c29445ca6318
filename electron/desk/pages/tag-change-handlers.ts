import type { ParsedInput } from '../../../shared/contract.ts';
import type { StoryId, SystemCode } from '../../../shared/models.ts';
import { counted } from '../../../shared/words/counted.ts';
import { checkSystems, type DeskContext, momentAsOf, quoted, step } from '../context.ts';
import type { Actor, Changes } from '../core/changes.ts';
import type { Handlers } from '../handlers.ts';
import { toAcceptedOffer } from '../offers/queue-handlers.ts';
import { listSuggestible } from '../offers/suggestible-stories.ts';
import { offersFor, suggesterOf } from '../offers/suggestions.ts';
import { idsOfSelection } from '../stories/selection.ts';
import { getStory, setReview } from '../stories/story-rows.ts';
import { acceptSuggestion, addTag, setNational } from '../stories/tag-rows.ts';
import { consequenceOf, isChange, type PageLook, pagesOf } from './placing/page-consequences.ts';

type TagChange = ParsedInput<'tags.change'>;

export const tagChangeHandlers: Handlers<'tags.preview' | 'tags.change'> = {
  'tags.preview': (context, change) => {
    const codes = codesOf(context, change);
    let before: PageLook[] = [];
    let after: PageLook[] = [];
    // Done and taken back: what a preview says is what the step would do.
    const { value } = step(
      context,
      '',
      (changes, actor) => {
        before = pagesOf(context, codes);
        const outcome = apply(context, change, changes, actor);
        after = pagesOf(context, codes);
        return outcome;
      },
      { dryRun: true },
    );
    return {
      stories: value.touched.size,
      reviewed: value.reviewed,
      gone: value.gone,
      pages: before.flatMap((page, index) => {
        const consequence = consequenceOf(page, after[index] ?? page);
        return isChange(consequence) ? [consequence] : [];
      }),
    };
  },

  'tags.change': (context, change) => {
    codesOf(context, change);
    const result = step(
      context,
      (outcome: Outcome) => labelOf(context, change, outcome),
      (changes, actor) => apply(context, change, changes, actor),
    );
    return { entry: result.entry, changed: result.value.touched.size };
  },
};

interface Outcome {
  /** Every story that changed. */
  touched: Set<StoryId>;
  /** Stories whose tags or national mark changed. */
  filed: number;
  /** Stories that were not reviewed before. */
  reviewed: number;
  /** Offers asked for that are made no longer. */
  gone: number;
}

function apply(context: DeskContext, change: TagChange, changes: Changes, actor: Actor): Outcome {
  const { db } = context.library;
  const filed = new Set<StoryId>();
  const note = (id: StoryId, differs: boolean) => {
    if (differs) filed.add(id);
  };
  const selected = change.selection ? idsOfSelection(db, change.selection) : [];
  for (const id of selected) {
    for (const { code, strength } of change.add) note(id, addTag(db, changes, actor, id, code, strength));
    for (const code of change.remove) note(id, changes.remove('tags', [id, code]));
    if (change.national !== 'keep') note(id, setNational(db, changes, id, change.national === 'add'));
  }
  const taken = acceptAll(context, change, changes, actor, note);
  const review = { by: actor.by, atMs: actor.atMs };
  const reviewed = change.reviewed
    ? listToReview(change, selected, filed, taken).filter((id) => setReview(db, changes, id, review))
    : [];
  return { touched: new Set([...filed, ...reviewed]), filed: filed.size, reviewed: reviewed.length, gone: taken.gone };
}

/**
 * Review goes to the stories that got what the step gives: what is added to all of them, an accepted offer, a tag taken
 * off. The others were perhaps never looked at, and stay in the queue. A step that only reviews is for all selected.
 */
function listToReview(
  change: TagChange,
  selected: readonly StoryId[],
  filed: ReadonlySet<StoryId>,
  { settled, unsettled }: Accepted,
): StoryId[] {
  const isForAll =
    change.add.length > 0 ||
    change.national === 'add' ||
    (change.remove.length === 0 && change.national === 'keep' && change.accept.length === 0);
  const ids = new Set([...(isForAll ? selected : filed), ...settled]);
  // A story whose offer is gone has to be looked at again.
  return [...ids].filter((id) => !unsettled.has(id));
}

interface Accepted {
  /** Stories that got every offer that was asked for them, and those that did not. */
  settled: ReadonlySet<StoryId>;
  unsettled: ReadonlySet<StoryId>;
  /** Offers asked for that are made no longer. */
  gone: number;
}

/** Accepts what is still offered at a level that may be accepted in bulk. */
function acceptAll(
  context: DeskContext,
  change: TagChange,
  changes: Changes,
  actor: Actor,
  note: (id: StoryId, differs: boolean) => void,
): Accepted {
  const settled = new Set<StoryId>();
  const unsettled = new Set<StoryId>(change.accept.map(({ id }) => id));
  if (change.accept.length === 0) return { settled, unsettled, gone: 0 };
  const { db } = context.library;
  const suggester = suggesterOf(context, undefined);
  const wanted = Map.groupBy(change.accept, ({ id }) => id);
  let gone = change.accept.length;
  for (const story of listSuggestible(db, [...wanted.keys()])) {
    const { offers } = offersFor(suggester, story);
    const goneBefore = gone;
    const asked = wanted.get(story.id) ?? [];
    for (const { code } of asked) {
      const offer = offers.find((candidate) => candidate.code === code);
      if (!offer || offer.level === 'possible' || offer.state === 'rejected') continue;
      gone -= 1;
      note(story.id, acceptSuggestion(db, changes, actor, toAcceptedOffer(story.id, offer, offers), undefined));
    }
    if (goneBefore - gone !== asked.length) continue;
    settled.add(story.id);
    unsettled.delete(story.id);
  }
  return { settled, unsettled, gone };
}

/** The systems whose pages may change, and that must be known. A national story may change every page. */
function codesOf(context: DeskContext, change: TagChange): SystemCode[] {
  const codes = [...change.add.map(({ code }) => code), ...change.remove, ...change.accept.map(({ code }) => code)];
  checkSystems(context, codes);
  if (change.national === 'keep') return [...new Set(codes)];
  const { day } = momentAsOf(context, undefined);
  return [...new Set([...codes, ...context.register.activeOn(day).map(({ code }) => code)])];
}

/** `Accept what is offered for 4 stories, 3 reviewed`; one story by its headline. */
function labelOf(context: DeskContext, change: TagChange, { touched, filed, reviewed }: Outcome): string {
  const [only] = touched.size === 1 ? touched : [];
  const name = only && quoted(getStory(context.library.db, only).headline);
  if (filed === 0) return `Review ${name ?? counted(reviewed, 'story', 'stories')}`;
  const what = `${verbOf(context, change)} ${name ?? counted(filed, 'story', 'stories')}`;
  if (reviewed === 0) return what;
  return `${what}, ${reviewed === filed ? (filed === 1 ? 'reviewed' : 'all reviewed') : `${reviewed.toLocaleString('en-GB')} reviewed`}`;
}

function verbOf(context: DeskContext, change: TagChange): string {
  const names = (codes: readonly SystemCode[]) => codes.map((code) => context.register.get(code).shortName).join(', ');
  const parts: string[] = [];
  if (change.accept.length > 0) parts.push('Accept what is offered for');
  if (change.add.length > 0) parts.push(`Add ${names(change.add.map(({ code }) => code))} to`);
  if (change.remove.length > 0) parts.push(`Remove ${names(change.remove)} from`);
  if (change.national === 'add') parts.push('Make national:');
  if (change.national === 'remove') parts.push('Make not national:');
  const [only] = parts;
  return parts.length === 1 && only ? only : 'Change the tags of';
}
