import type { MethodOutput } from '../../../shared/contract.ts';
import type { SystemCode } from '../../../shared/models.ts';
import { counted } from '../../../shared/words/counted.ts';
import { shortDay } from '../../../shared/words/day-words.ts';
import { firstFew } from '../../../shared/words/lists.ts';
import { wallTime } from '../../state/wall-time.ts';

type PageState = MethodOutput<'checks.all'>[number];

/** Readiness holds the lines about the chosen pages before an export. */
export interface Readiness {
  lines: { id: 'errors' | 'unsigned' | 'signed' | 'exported'; message: string; codes: SystemCode[] }[];
}

/** Pages named in one line. */
const NAMED = 3;

export function readinessOf(checks: readonly PageState[], chosen: ReadonlySet<SystemCode>, today: string): Readiness {
  const pages = checks.filter(({ code }) => chosen.has(code));
  const codesOf = (which: (page: PageState) => boolean) => pages.filter(which).map(({ code }) => code);
  const wrong = codesOf(({ errors }) => errors > 0);
  const never = codesOf(({ unsigned }) => unsigned === null);
  const changed = codesOf(({ unsigned }) => unsigned !== null && unsigned > 0);
  const lines: Readiness['lines'] = [];
  if (wrong.length > 0) {
    const errors = pages.reduce((sum, page) => sum + page.errors, 0);
    lines.push({
      id: 'errors',
      message: `${counted(errors, 'error', 'errors')} on ${counted(wrong.length, 'page', 'pages')}:`,
      codes: wrong,
    });
  }
  if (never.length + changed.length > 0) {
    const parts = [
      never.length > 0 ? `${counted(never.length, 'page', 'pages')} never signed off` : null,
      changed.length > 0 ? `${counted(changed.length, 'page', 'pages')} changed since sign-off` : null,
    ];
    lines.push({ id: 'unsigned', message: `${parts.filter(Boolean).join(', ')}:`, codes: [...changed, ...never] });
  } else if (pages.length > 0) {
    lines.push({ id: 'signed', message: 'Every chosen page is signed off as it is now.', codes: [] });
  }
  const last = pages.flatMap(({ exported }) => exported ?? []).sort((a, b) => (a.at < b.at ? 1 : -1))[0];
  if (last) {
    const { day, time } = wallTime(last.at);
    const changedSince = pages.filter(({ exported }) => exported?.isChanged).length;
    const since =
      changedSince === 0 ? 'no changes since' : `${counted(changedSince, 'page has', 'pages have')} changed since`;
    const when = day === today ? 'today' : shortDay(day, today);
    lines.push({ id: 'exported', message: `Last exported ${when} at ${time}; ${since}.`, codes: [] });
  }
  return { lines };
}

/** `Devon · Dorset · Essex · 4 more`: some names have commas and an “and” of their own. */
export function nameList(names: readonly string[]): string {
  return firstFew(names, NAMED).join(' · ');
}
