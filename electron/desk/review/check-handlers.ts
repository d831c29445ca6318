import { DeskError } from '../../../shared/errors.ts';
import type { PageView } from '../../../shared/models.ts';
import { formatCheckCounts, kindOfKey, type PageChecks, withSilences } from '../../../shared/pages/checks.ts';
import { checkPage } from '../../../shared/pages/page-checks.ts';
import { hashPageWords } from '../../files/export/page-hash.ts';
import { type DeskContext, step, today } from '../context.ts';
import { writeSeen } from '../core/seen.ts';
import { readSettings } from '../core/settings.ts';
import { mapLastExports } from '../export/export-rows.ts';
import type { Handlers } from '../handlers.ts';
import { viewOf } from '../pages/layout/page-reader.ts';
import { sharedLeadOf } from './joint-lead-handlers.ts';
import { diffPages } from './page-diff.ts';
import { listSilences, silenceCheck, unsilenceCheck } from './silence-rows.ts';
import { findNewestVersion } from './version-rows.ts';

export const checkHandlers: Handlers<'checks.page' | 'checks.all' | 'checks.silence' | 'checks.unsilence'> = {
  'checks.page': (context, input) => checksOf(context, viewOf(context, input), input.asOf),

  'checks.all': (context, { asOf }) => {
    const { db } = context.library;
    const exports = mapLastExports(db, asOf ?? today(context));
    return context.register.activeOn(asOf ?? today(context)).map(({ code }) => {
      const view = viewOf(context, { system: code, asOf });
      const { checks, errors, warnings } = checksOf(context, view, asOf);
      const version = findNewestVersion(db, code);
      const last = exports.get(code);
      return {
        code,
        errors,
        warnings,
        silenced: checks.length - errors - warnings,
        signed: version ? { id: version.id, by: version.by, at: version.at, day: version.day } : null,
        unsigned: version ? diffPages(version.page, view).length : null,
        exported: last ? { at: last.at, day: last.day, isChanged: last.words !== hashPageWords(view) } : null,
      };
    });
  },

  'checks.silence': (context, { system, key, note, seen }) => {
    const { db } = context.library;
    const { shortName } = context.register.get(system);
    const result = step(context, `Silence a check on ${shortName}`, (changes, actor) => {
      // The problem that the editor saw may have been fixed a moment ago.
      const { checks } = checksOf(context, viewOf(context, { system }));
      if (!checks.some((check) => check.key === key || check.kind === key)) {
        throw new DeskError(
          'check-missing',
          `That check does not fail on ${shortName} now, so there is nothing to silence.`,
        );
      }
      const write = {
        subject: `silence ${system} ${key}`,
        what: `a silenced check on ${shortName}`,
        seen,
        read: () => ({ note: listSilences(db, system).find((silence) => silence.key === key)?.note ?? null }),
        rowsOf: () => [{ table: 'check_silences' as const, id: key }],
      };
      return writeSeen(db, actor, write, () => silenceCheck(db, changes, actor, system, key, note));
    });
    return { entry: result.entry, changed: result.value ? 1 : 0 };
  },

  'checks.unsilence': (context, { system, key }) => {
    const { shortName } = context.register.get(system);
    if (kindOfKey(key) === null) throw new DeskError('check-missing', `Patchdesk has no check called ${key}.`);
    const result = step(context, `Re-enable a check on ${shortName}`, (changes) =>
      unsilenceCheck(changes, system, key),
    );
    return { entry: result.entry, changed: result.value ? 1 : 0 };
  },
};

/** A page's checks, with what editors have silenced on it. */
export function checksOf(context: DeskContext, view: PageView, asOf?: string): PageChecks {
  const { db } = context.library;
  const { code } = view.system;
  const { activeTo } = context.register.get(code);
  const homes = view.active ? [] : context.register.homesOn(code, view.asOf);
  const successors = homes.map((home) => context.register.get(home).shortName);
  const sharedLead = sharedLeadOf(context, view, asOf);
  const found = checkPage(view, readSettings(db).limits, { activeTo, successors, sharedLead });
  return withSilences(found, listSilences(db, code));
}

/** Throws unless the page may be signed off: an editor who signs despite errors says why. */
export function checkSignable(checks: PageChecks, name: string, despite: boolean, note: string | null): void {
  if (checks.errors === 0) return;
  const what = formatCheckCounts({ errors: checks.errors, warnings: 0 });
  if (!despite) {
    throw new DeskError(
      'checks-standing',
      `${name} has ${what}. Fix them, silence them, or sign off despite them with a note.`,
    );
  }
  if (note === null) {
    throw new DeskError('checks-standing', `${name} has ${what}. To sign off despite them, say why in a note.`);
  }
}
