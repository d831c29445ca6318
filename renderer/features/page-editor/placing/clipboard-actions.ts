import type { EditorTeaser, StoryId } from '../../../../shared/models.ts';
import type { AppState } from '../../../state/app-state.tsx';
import type { TeaserClipboard } from '../page-editor-slice.ts';
import { groupDrop, landingOf, numbersWords, withMoves } from './group-moves.ts';
import { openPageOf, showAndWrite } from './page-actions.ts';
import { teasersOf } from './page-moves.ts';
import { writeOnPage } from './page-said.ts';
import { openTeasersOf, teasersWords } from './several-actions.ts';

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
  const taken = { from: open.system, isCut, teasers, text: null };
  setClipboard(taken);
  const said = isCut ? cutWords(teasers) : copyWords(teasers);
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

function copyWords([first, ...more]: Copied): string {
  return first && more.length === 0 ? `Copied: ${first.headline}.` : `${more.length + 1} teasers copied.`;
}

function cutWords([first, ...more]: Copied): string {
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

/** Places what was copied or cut before the selection; on an empty page, on top. Says which stories were pasted. */
export async function pasteTeasers(state: AppState): Promise<StoryId[]> {
  const open = openPageOf(state);
  const { clipboard, selectTeasers, setClipboard } = state.session.getState();
  if (!open || !clipboard) return [];
  const { from, isCut } = clipboard;
  const input = { system: open.system };
  const articleIds = clipboard.teasers.map(({ articleId }) => articleId);
  const ids = new Set<string>(articleIds);
  const position = placeToPaste(state, ids);
  const numbers = landingOf(open.page.zones, ids, position);
  const order = teasersOf(open.page);
  const length = Math.min(
    open.page.zones.reduce((sum, { limit }) => sum + limit, 0),
    order.length + articleIds.filter((id) => !order.some(({ articleId }) => articleId === id)).length,
  );
  const verb = isCut ? 'moved to' : 'pasted at';
  const said = `${teasersWords(articleIds.length)} ${verb} ${numbersWords(numbers ?? [position])} of ${length}.`;
  const isMove = isCut && from === open.system;
  const guess = isMove && numbers ? withMoves(open.page, ids, position) : null;
  const step = { ...input, position, from, cut: isCut, articleIds };
  const written = await showAndWrite(state, open, guess, () =>
    writeOnPage(state, 'pages.paste', step, said, articleIds),
  );
  if (!written) return [];
  // What was cut has arrived. Pasted once more, it is a copy.
  if (isCut) setClipboard({ ...clipboard, isCut: false });
  const [first = null] = articleIds;
  selectTeasers({ teaser: first, teasers: articleIds, teaserAnchor: first });
  return articleIds;
}

/** The number that the first of them takes: before the first selected teaser, or where the gap is. */
function placeToPaste(state: AppState, ids: ReadonlySet<string>): number {
  const open = openPageOf(state);
  if (!open) return 1;
  const [selected] = openTeasersOf(state)?.teasers ?? [];
  if (selected) return groupDrop(open.page.zones, ids, selected.articleId, 'before') ?? selected.position;
  const { gap } = state.session.getState();
  let start = 0;
  for (const zone of open.page.zones) {
    const waiting = open.page.waiting.find(({ articleId, zoneId }) => articleId === gap && zoneId === zone.id);
    if (waiting?.pinNumber) return start + Math.min(waiting.pinNumber, zone.teasers.length + 1);
    start += zone.teasers.length;
  }
  return 1;
}
