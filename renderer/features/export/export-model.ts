import type { ExportFormat, Receipt, ReceiptPage, System, SystemCode } from '../../../shared/models.ts';
import { counted } from '../../../shared/words/counted.ts';
import type { FaultCode } from '../../api.ts';

/** What the export screen decides without the desk: which systems, and how a receipt is worded. */

export type Change = ReceiptPage['changes'][number]['change'];
type Chosen = 'all' | 'some' | 'none';

export interface RegionChoice {
  region: string;
  systems: System[];
  chosen: Chosen;
  count: number;
}

export const FORMATS: readonly { id: ExportFormat; name: string; file: string }[] = [
  { id: 'html', name: 'HTML', file: 'index.html, the page as readers see it' },
  { id: 'text', name: 'Text', file: 'index.txt, laid out like a saved page' },
  { id: 'json', name: 'JSON', file: 'index.json, for other programs' },
];

export function byRegion(systems: readonly System[], chosen: ReadonlySet<SystemCode>): RegionChoice[] {
  const regions = new Map<string, System[]>();
  for (const system of systems) regions.set(system.region, [...(regions.get(system.region) ?? []), system]);
  return [...regions]
    .sort(([a], [b]) => a.localeCompare(b, 'en-GB'))
    .map(([region, members]) => {
      const count = members.filter((system) => chosen.has(system.code)).length;
      return {
        region,
        systems: members.sort((a, b) => a.shortName.localeCompare(b.shortName, 'en-GB')),
        count,
        chosen: howMany(count, members.length),
      };
    });
}

function howMany(count: number, total: number): Chosen {
  return count === 0 ? 'none' : count === total ? 'all' : 'some';
}

/** Adds or removes systems. Two actions instead of a toggle, so that a half-chosen region is never inverted. */
export function withSystems(chosen: ReadonlySet<SystemCode>, codes: readonly SystemCode[]): Set<SystemCode> {
  return new Set([...chosen, ...codes]);
}

export function withoutSystems(chosen: ReadonlySet<SystemCode>, codes: readonly SystemCode[]): Set<SystemCode> {
  const gone = new Set(codes);
  return new Set([...chosen].filter((code) => !gone.has(code)));
}

/** Drops systems that the register no longer has, so that a remembered choice never asks for a missing page. */
export function stillActive(chosen: ReadonlySet<SystemCode>, systems: readonly System[]): Set<SystemCode> {
  return new Set(systems.map((system) => system.code).filter((code) => chosen.has(code)));
}

export const CHANGE_NAMES: Record<Change, string> = {
  added: 'Added',
  moved: 'Moved',
  removed: 'Removed',
  reworded: 'Re-worded',
};
const CHANGE_ORDER: readonly Change[] = ['added', 'removed', 'moved', 'reworded'];

/** Groups a page's changes by kind, in the order an editor reads them. Kinds without changes are left out. */
export function changesOf(page: ReceiptPage): { change: Change; teasers: ReceiptPage['changes'] }[] {
  return CHANGE_ORDER.flatMap((change) => {
    const entries = page.changes.filter((entry) => entry.change === change);
    // A teaser that was re-worded in several fields has an entry for each of them.
    const isFirst = ({ articleId }: (typeof entries)[number], index: number) =>
      change !== 'reworded' || entries.findIndex((entry) => entry.articleId === articleId) === index;
    const teasers = entries.filter(isFirst);
    return teasers.length === 0 ? [] : [{ change, teasers }];
  });
}

/** `2 added, 1 moved`, or `no change since the last export`. */
export function changeCounts(page: Pick<ReceiptPage, 'added' | 'moved' | 'removed' | 'reworded'>): string {
  const parts = [
    page.added > 0 ? `${page.added} added` : '',
    page.removed > 0 ? `${page.removed} removed` : '',
    page.moved > 0 ? `${page.moved} moved` : '',
    page.reworded > 0 ? `${page.reworded} re-worded` : '',
  ].filter(Boolean);
  return parts.length === 0 ? 'No change since the last export' : parts.join(', ');
}

export function hasChanges(page: ReceiptPage): boolean {
  return page.added + page.moved + page.removed + page.reworded > 0;
}

/** Pages that changed come first; within each, by name. */
export function receiptPages(
  receipt: Receipt,
  names: ReadonlyMap<string, string>,
  written: readonly SystemCode[] | null,
): { page: ReceiptPage; name: string; isWritten: boolean }[] {
  const fresh = written === null ? null : new Set(written);
  return receipt.pages
    .map((page) => ({
      page,
      name: names.get(page.code) ?? page.slug,
      isWritten: fresh === null || fresh.has(page.code),
    }))
    .filter((row) => row.isWritten)
    .sort((a, b) => Number(hasChanges(b.page)) - Number(hasChanges(a.page)) || a.name.localeCompare(b.name, 'en-GB'));
}

export function formatBytes(bytes: number): string {
  if (bytes < 1000) return `${bytes} bytes`;
  const kilobytes = bytes / 1000;
  return kilobytes < 1000 ? `${kilobytes.toFixed(kilobytes < 10 ? 1 : 0)} kB` : `${(kilobytes / 1000).toFixed(1)} MB`;
}

/** `36 pages in 108 files, 1.2 MB`. */
export function formatWritten(pages: readonly ReceiptPage[]): string {
  const files = pages.flatMap((page) => page.files);
  const bytes = files.reduce((sum, file) => sum + file.bytes, 0);
  return `${counted(pages.length, 'page', 'pages')} in ${counted(files.length, 'file', 'files')}, ${formatBytes(bytes)}`;
}

/** Returns the next step after a refused export. The desk's own sentence explains the error. */
export function nextStep(code: FaultCode): 'choose-folder' | 'choose-systems' | 'retry' {
  switch (code) {
    case 'export-foreign-folder':
    case 'export-unwritable':
      return 'choose-folder';
    case 'export-no-pages':
      return 'choose-systems';
    default:
      return 'retry';
  }
}

/** `patchdesk-2026-11-19.zip`: the day of the pages, not of the download. */
export function zipName(asOf: string): string {
  return `patchdesk-${asOf}.zip`;
}
