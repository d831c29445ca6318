import type { ZoneOutlook } from '../../../shared/pages/page-batch.ts';
import { counted } from '../../../shared/words/counted.ts';
import { andList } from '../../../shared/words/lists.ts';
import { inQuotes } from '../../../shared/words/quotes.ts';

/** True when a reader would see no difference in the page's stories and no zone is empty. */
export function isUntouched({ added, removed, moved, empty }: ZoneOutlook): boolean {
  return added + removed + moved + empty.length === 0;
}

/** `2 teasers leave, 1 comes in, 3 move; the lead stays “Clinic opens”.` */
export function formatOutlook(outlook: ZoneOutlook): string {
  const { added, removed, moved } = outlook;
  const parts = [
    removed === 0 ? null : counted(removed, 'teaser leaves', 'teasers leave'),
    added === 0 ? null : counted(added, 'comes in', 'come in'),
    moved === 0 ? null : counted(moved, 'moves', 'move'),
  ].filter((part) => part !== null);
  const teasers = parts.length === 0 ? 'The same teasers in the same order' : parts.join(', ');
  return [`${teasers}; ${formatLeadOutlook(outlook)}.`, formatEmptyZones(outlook)].filter(Boolean).join(' ');
}

/** `Columns would be empty.` */
function formatEmptyZones({ empty }: ZoneOutlook): string | null {
  if (empty.length === 0) return null;
  return `${andList(empty)} would be empty.`;
}

function formatLeadOutlook({ leadBefore, leadAfter }: ZoneOutlook): string {
  if (leadAfter === null) return leadBefore === null ? 'there is no lead' : 'the page has no lead any more';
  if (leadAfter === leadBefore) return `the lead stays ${inQuotes(leadAfter)}`;
  return `the lead becomes ${inQuotes(leadAfter)}`;
}

/** `3 of 12 pages would change; 9 keep their teasers in order.` */
export function formatOutlookSum(pages: number, changed: number): string {
  const still = pages - changed;
  if (changed === 0) return `All ${counted(pages, 'page', 'pages')} keep their teasers in order.`;
  if (still === 0) return `All ${counted(pages, 'page', 'pages')} would change.`;
  return `${changed} of ${counted(pages, 'page', 'pages')} would change; ${counted(still, 'keeps its', 'keep their')} teasers in order.`;
}
