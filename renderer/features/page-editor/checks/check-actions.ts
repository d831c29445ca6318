import type { SystemCode } from '../../../../shared/models.ts';
import type { Check, Fix, PageChecks } from '../../../../shared/pages/checks.ts';
import type { AppState } from '../../../state/app-state.tsx';
import { write } from '../../../state/writes.ts';
import { seenOn } from '../seen-teasers.ts';

/** Actions on a page's checks. Buttons, shortcuts and the palette all use these. */

export type ShownCheck = PageChecks['checks'][number];

/** Returns the check that commands act on, while the list of checks is open. */
export function openCheckOf(state: AppState): { system: SystemCode; check: ShownCheck } | null {
  const { place, pageSystem, pageSide, check } = state.session.getState();
  if (place !== 'pages' || pageSystem === null || pageSide !== 'checks') return null;
  const checks = state.queries.read('checks.page', { system: pageSystem }).data?.checks;
  const found = checks?.find(({ key }) => key === check);
  return found ? { system: pageSystem, check: found } : null;
}

/** Runs a fix. `lead` handles fixes that only navigate, because it knows the screen. */
export async function runFix(
  state: AppState,
  system: SystemCode,
  fix: Fix,
  lead: (fix: Extract<Fix, { does: 'edit' | 'candidates' | 'rule' }>) => void,
): Promise<void> {
  const seen = 'articleId' in fix ? seenOn(state, system, fix.articleId) : undefined;
  const on = seen && { seen };
  switch (fix.does) {
    case 'edit':
    case 'candidates':
    case 'rule':
      return lead(fix);
    case 'reword':
      return done(
        write(state, 'pages.reword', { system, articleId: fix.articleId, words: fix.words, image: fix.image, ...on }),
      );
    case 'keep':
      return done(write(state, 'pages.keepOverride', { system, articleId: fix.articleId }));
    case 'move':
      return done(write(state, 'pages.move', { system, articleId: fix.articleId, position: fix.position, ...on }));
    case 'take-off':
      return done(write(state, 'pages.takeOff', { system, articleId: fix.articleId, ...on }));
    case 'release':
      return done(write(state, 'pages.release', { system, articleId: fix.articleId, ...on }));
    case 'joint-lead':
      return done(write(state, 'joint.mark', { articleId: fix.articleId, seen: { note: null } }));
    case 'open-days':
      return done(write(state, 'pages.schedule', { system, articleId: fix.articleId, from: null, until: null, ...on }));
  }
}

/** Ignores a failure: `write` has already shown it. */
async function done(written: Promise<unknown>): Promise<void> {
  await written;
}

export async function silenceCheck(
  state: AppState,
  system: SystemCode,
  check: Pick<Check, 'key' | 'kind'>,
  note: string,
  isWholeKind: boolean,
): Promise<boolean> {
  const key = isWholeKind ? check.kind : check.key;
  return (await write(state, 'checks.silence', { system, key, note, seen: { note: null } })) !== null;
}

export async function unsilenceCheck(state: AppState, system: SystemCode, key: string): Promise<void> {
  await write(state, 'checks.unsilence', { system, key }, 'The check counts again.');
}
