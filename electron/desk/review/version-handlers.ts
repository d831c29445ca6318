import { DeskError } from '../../../shared/errors.ts';
import type { SystemCode } from '../../../shared/models.ts';
import type { PageSide, RestorePreview, SignedPage, VersionId } from '../../../shared/pages/versions.ts';
import { type DeskContext, step } from '../context.ts';
import type { StepResult } from '../core/changes.ts';
import type { Handlers } from '../handlers.ts';
import { pageOf, viewOf } from '../pages/layout/page-reader.ts';
import { getStory } from '../stories/story-rows.ts';
import { checkSignable, checksOf } from './check-handlers.ts';
import { diffPages } from './page-diff.ts';
import { restoreVersion } from './restore-version.ts';
import { findNewestVersion, getVersion, insertVersion, listLeadSpans, listVersions } from './version-rows.ts';

export const versionHandlers: Handlers<
  | 'versions.signOff'
  | 'versions.list'
  | 'versions.get'
  | 'versions.state'
  | 'versions.diff'
  | 'versions.previewRestore'
  | 'versions.restore'
  | 'versions.leads'
> = {
  'versions.signOff': (context, { system, note, despite }) => {
    const { shortName } = context.register.get(system);
    const result = step(context, `Sign off ${shortName}`, (changes, actor) => {
      const view = viewOf(context, { system });
      const checks = checksOf(context, view);
      checkSignable(checks, shortName, despite, note);
      const standing = checks.checks.filter(({ level, silence }) => level === 'error' && silence === null);
      return insertVersion(changes, actor, view, { note, despite: standing.map(({ says }) => says) });
    });
    return { entry: result.entry, changed: 1, id: result.value };
  },

  'versions.list': (context, { system, limit, offset }) => listVersions(context.library.db, system, limit, offset),
  'versions.get': (context, { id }) => getVersion(context.library.db, id),

  'versions.state': (context, { system }) => {
    const newest = findNewestVersion(context.library.db, system);
    if (!newest) return { signed: null, changes: 0 };
    const { page, ...signed } = newest;
    return { signed, changes: diffPages(page, viewOf(context, { system })).length };
  },

  'versions.diff': (context, { system, from, to }) => ({
    changes: diffPages(sideOf(context, system, from), sideOf(context, system, to)),
  }),

  'versions.previewRestore': (context, { id }) => restore(context, id, true).value,
  'versions.restore': (context, { id }) => {
    const { entry, value } = restore(context, id, false);
    return { entry, changed: value.changes.length };
  },

  'versions.leads': (context, { articleId }) => {
    const { db } = context.library;
    return { spans: listLeadSpans(db, getStory(db, articleId).id) };
  },
};

function sideOf(context: DeskContext, system: SystemCode, side: PageSide): Pick<SignedPage, 'zones'> {
  if (side === 'draft') return viewOf(context, { system });
  const version = getVersion(context.library.db, side);
  if (version.system !== system) {
    throw new DeskError(
      'version-missing',
      `That version does not belong to ${context.register.get(system).shortName}.`,
    );
  }
  return version.page;
}

function restore(context: DeskContext, id: VersionId, dryRun: boolean): StepResult<RestorePreview> {
  const { db } = context.library;
  const { system, page } = getVersion(db, id);
  const { shortName } = context.register.get(system);
  return step(
    context,
    `Restore an earlier version of ${shortName}`,
    (changes, actor): RestorePreview => {
      const before = viewOf(context, { system });
      const resolve = () => pageOf(context, system, undefined);
      const { missing, takenOff } = restoreVersion({ db, changes, actor, resolve }, page);
      const after = viewOf(context, { system });
      return {
        changes: diffPages(before, after),
        missing,
        takenOff: takenOff.map((articleId) => ({ articleId, headline: getStory(db, articleId).headline })),
        remaining: diffPages(page, after),
      };
    },
    { dryRun },
  );
}
