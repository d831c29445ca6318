import { useRef } from 'react';
import type { Candidate, PageView } from '../../../../shared/models.ts';
import { cutAtWord } from '../../../../shared/words/cut-at-word.ts';
import { shortDay } from '../../../../shared/words/day-words.ts';
import { inQuotes } from '../../../../shared/words/quotes.ts';
import { useCommandKeys } from '../../../commands/context.tsx';
import { useAppState } from '../../../state/app-state.tsx';
import { useQuery } from '../../../state/queries.ts';
import { ContextMenu, type MenuEntry } from '../../../ui/Menu.tsx';
import { focusTeaserWhenDrawn } from '../focus-teaser.ts';
import { fixGap, GAP_FIXES, type Gap, type GapFix, gapFixes, nextBest } from '../placing/gap-actions.ts';

/** GapMenu lists the fixes of a gap at a point. Enter, its button, a click and the menu key open it. */
export function GapMenu({
  page,
  gap,
  point,
  onClose,
}: {
  page: PageView;
  gap: Gap | null;
  point: { x: number; y: number } | null;
  onClose: () => void;
}) {
  const state = useAppState();
  const keysOf = useCommandKeys();
  const anchor = useRef<HTMLSpanElement>(null);
  const system = page.system.code;
  const isOpen = gap !== null && point !== null;
  // Queried only while the menu is open: pages without gaps need no candidates.
  const candidates = useQuery('pages.candidates', isOpen ? { system, limit: 100 } : null);
  const next = candidates.data && gap ? nextBest(candidates.data.stories, page, gap) : null;
  const replace = next
    ? `Pin here instead: ${inQuotes(cutAtWord(next.headline, 60))}, ${outOf(next, page.asOf)}`
    : candidates.data
      ? 'No other story is left to pin here'
      : 'Pin the next candidate here';
  const labels: Record<GapFix, string> = {
    release: 'Let the zone fill this place',
    'open-days': 'Remove the day limits',
    replace,
  };
  const entries = (gap ? gapFixes(gap) : []).map(
    (fix, index): MenuEntry => ({
      kind: 'item',
      id: fix,
      label: labels[fix],
      keys: index === 0 ? keysOf('page.fixCheck') : null,
      isDisabled: fix === 'replace' && next === null,
    }),
  );

  async function applyFix(which: Gap, fix: GapFix) {
    const by = next && { articleId: next.id, headline: next.headline };
    await fixGap(state, system, which, fix, by);
    if (by && state.session.getState().teaser === by.articleId) focusTeaserWhenDrawn(by.articleId);
  }

  return (
    <>
      <span ref={anchor} style={{ position: 'fixed', left: point?.x ?? 0, top: point?.y ?? 0 }} />
      <ContextMenu
        label="Actions for this gap"
        entries={entries}
        onAction={(id) => {
          const fix = GAP_FIXES.find((one) => one === id);
          // Wait until the menu has restored the focus, to a row that the fix removes.
          if (gap && fix) setTimeout(() => void applyFix(gap, fix));
        }}
        anchor={anchor}
        isOpen={isOpen}
        onClose={onClose}
      />
    </>
  );
}

/** `20 Nov`, `20 Nov, national`, `undated`. */
function outOf({ publishedAt, national, systems }: Candidate, today: string): string {
  const day = publishedAt === null ? 'undated' : shortDay(publishedAt, today);
  return national && systems.length === 0 ? `${day}, national` : day;
}
