import type { EditorTeaser, StoryId } from '../../../../shared/models.ts';
import type { PlanTarget } from '../../../../shared/pages/plan-page.ts';
import type { AppState } from '../../../state/app-state.tsx';
import { type OpenPage, openPageOf, openTeasersOf, teasersOf } from '../open-page.ts';
import type { TeaserClipboard } from '../page-editor-slice.ts';
import { seenTeasers } from '../seen-teasers.ts';
import { numbersOn } from './page-actions.ts';
import { guessPage, planPageOf } from './page-guess.ts';
import { formatNumbers, formatTeasers, writeOnPage } from './page-messages.ts';
import { dropTarget, targetAt } from './targets.ts';

/**
 * Teasers on their way from page to page. What is copied is which stories, and from where: the words they have
 * there are read when they are pasted. Other programs get them as plain text.
 */

export type WriteText = (text: string) => Promise<void>;

export async function copyTeasers(
  state: AppState,
  isCut: boolean,
  writeText: WriteText = (text) => navigator.clipboard.writeText(text),
): Promise<void> {
  const open = openTeasersOf(state);
  if (!open) return;
  const { announce, notify, setClipboard } = state.session.getState();
  const teasers = open.teasers.map(({ articleId, headline }) => ({ articleId, headline }));
  const ids = teasers.map(({ articleId }) => articleId);
  const taken = { from: open.system, isCut, teasers, seen: seenTeasers(open.page, ids), text: null };
  setClipboard(taken);
  const said = isCut ? formatCut(teasers) : formatCopied(teasers);
  announce(said);
  try {
    const text = open.teasers.map(textOf).join('\n\n');
    await writeText(text);
    if (state.session.getState().clipboard === taken) setClipboard({ ...taken, text });
  } catch {
    // They can be pasted here all the same; but somebody may count on the text.
    notify(`${said} Other programs cannot paste it: this browser does not share its clipboard.`);
  }
}

type Copied = readonly { headline: string }[];

function formatCopied([first, ...more]: Copied): string {
  return first && more.length === 0 ? `Copied: ${first.headline}.` : `${more.length + 1} teasers copied.`;
}

function formatCut([first, ...more]: Copied): string {
  return first && more.length === 0
    ? `Cut: ${first.headline}. It stays here until it is pasted; Escape keeps it.`
    : `${more.length + 1} teasers cut. They stay here until they are pasted; Escape keeps them.`;
}

/** What another program is given of a teaser: as the page shows it, and where it leads. */
export function textOf({ headline, standfirst, url }: Pick<EditorTeaser, 'headline' | 'standfirst' | 'url'>): string {
  return [headline, standfirst, url].filter(Boolean).join('\n');
}

/** Whether these words on the clipboard came with what was copied here; anything newer means something else. */
export function isOurText(clipboard: TeaserClipboard, text: string): boolean {
  const lines = (words: string) => words.replaceAll('\r\n', '\n').trim();
  return clipboard.text === null || lines(text) === lines(clipboard.text);
}

/** What was cut stays where it is. */
export function forgetCut(state: AppState): void {
  const { clipboard, setClipboard, announce } = state.session.getState();
  if (!clipboard?.isCut) return;
  setClipboard(null);
  announce('The cut is cleared.');
}

/** Places what was copied or cut before the selection; on an empty page, on top. Returns the stories that were pasted. */
export async function pasteTeasers(state: AppState): Promise<StoryId[]> {
  const open = openPageOf(state);
  const { clipboard, selectTeasers, setClipboard } = state.session.getState();
  if (!open || !clipboard) return [];
  const { system, page } = open;
  const { from, isCut, teasers, seen } = clipboard;
  const articleIds = teasers.map(({ articleId }) => articleId);
  const target = placeToPaste(state, open, articleIds);
  const isMove = isCut && from === system;
  const after = guessPage(page, articleIds, isMove ? 'move' : 'place', target, teasers);
  const numbers = after ? numbersOn(after, articleIds) : [target.position];
  const where = `${isCut ? 'moved to' : 'pasted at'} ${formatNumbers(numbers)}`;
  const message = `${formatTeasers(articleIds.length)} ${where} of ${teasersOf(after ?? page).length}.`;
  // The words that come along from another page are not known yet, so only a move is shown at once.
  const guess = isMove ? after : null;
  const input = { system, from, cut: isCut, articleIds, ...target, ...(seen && { seenThere: seen }) };
  const written = await writeOnPage(state, 'pages.paste', input, { message, own: articleIds, guess });
  if (!written) return [];
  // What was cut has arrived. Pasted once more, it is a copy.
  if (isCut) setClipboard({ ...clipboard, isCut: false });
  const [first = null] = articleIds;
  selectTeasers({ teaser: first, teasers: articleIds, teaserAnchor: first });
  return articleIds;
}

/** Where the first of them goes: before the first selected teaser, or where the gap is. */
function placeToPaste(state: AppState, { page }: OpenPage, ids: readonly StoryId[]): PlanTarget {
  const plan = planPageOf(page);
  const [selected] = openTeasersOf(state)?.teasers ?? [];
  const before = selected && dropTarget(plan, ids, selected.articleId, 'before');
  if (before) return before;
  const { gap } = state.session.getState();
  const hidden = page.waiting.find(({ articleId }) => articleId === gap);
  const zone = plan.zones.find(({ id }) => id === hidden?.zoneId);
  if (!zone || !hidden?.pinNumber) return { position: 1 };
  return targetAt(plan, zone, Math.min(hidden.pinNumber, zone.slots.length + 1));
}
