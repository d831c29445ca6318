import { basename, isAbsolute } from 'node:path';
import packageJson from '../../../package.json' with { type: 'json' };
import type { LibraryInfo } from '../../../shared/contract.ts';
import { DeskError } from '../../../shared/errors.ts';
import { authorOf, checkStillOpen, type DeskContext, today } from '../context.ts';
import { findRedoable, findUndoable } from '../core/history.ts';
import { readSettings, writeSettings } from '../core/settings.ts';
import type { Handlers } from '../handlers.ts';
import { countOverview } from '../stories/overview.ts';
import { backUp, backupName } from './backup.ts';
import { checkLibrary } from './integrity-check.ts';
import { ensureSampleLibrary, isSampleOld, isSampleUsed, samplePath } from './sample-file.ts';

export const libraryHandlers: Handlers<
  'library.info' | 'library.openSample' | 'library.openOwn' | 'library.open' | 'library.check' | 'library.backup'
> = {
  'library.info': (context) => infoOf(context),

  'library.openSample': (context, { used }) => {
    const path = samplePath(context);
    const isOpen = context.library.path === path;
    if (isOpen && (used === undefined || path === context.ownPath)) return infoOf(context);
    // Windows cannot replace a file that is open.
    if (isOpen) context.switchTo(context.ownPath);
    ensureSampleLibrary(context, used);
    return switchTo(context, path);
  },

  'library.openOwn': (context) => switchTo(context, context.ownPath),

  'library.open': (context, { path }) => {
    if (!isAbsolute(path)) throw new DeskError('bad-call', `${path} is not a full path. Give the library's full path.`);
    return switchTo(context, path);
  },

  'library.check': (context) => checkLibrary(context.library.db, context.register.has),

  'library.backup': async (context, { out, replace }) => {
    if (out !== undefined && !isAbsolute(out)) {
      throw new DeskError('bad-call', `${out} is not a full path. Give the file's full path.`);
    }
    const { library } = context;
    const at = context.clock().toISOString();
    const path = out ?? backupName(library.path, context.clock());
    // If another library was opened meanwhile, report that rather than the error that followed from it.
    const copy = await backUp(library.db, path, replace).finally(() => checkStillOpen(context, library));
    writeSettings(library.db, { lastBackup: { at, path } });
    context.emit('library.changed', { entryId: null });
    return { ...copy, at };
  },
};

function switchTo(context: DeskContext, path: string): LibraryInfo {
  if (path !== context.library.path) context.switchTo(path);
  return infoOf(context);
}

function infoOf(context: DeskContext): LibraryInfo {
  const { db, path } = context.library;
  const day = today(context);
  const overview = countOverview(db);
  const undoable = findUndoable(db);
  const redoable = findRedoable(db);
  const { isSample, lastBackup } = readSettings(db);
  return {
    path,
    name: basename(path),
    isSample,
    sample: isSample ? { isOld: isSampleOld(db, day), isUsed: isSampleUsed(db) } : null,
    stories: overview.stories,
    today: day,
    register: {
      from: context.register.inForceFrom(day),
      systems: context.register.activeOn(day).length,
      version: context.register.version,
    },
    author: authorOf(context),
    undo: undoable ? { id: undoable.id, label: undoable.label } : null,
    redo: redoable ? { id: redoable.id, label: redoable.label } : null,
    counts: {
      unreviewed: overview.unreviewed,
      unfiled: overview.unfiled,
      national: overview.national,
      undated: overview.undated,
      withdrawn: overview.withdrawn,
      possibleDuplicates: overview.possibleDuplicates,
    },
    version: packageJson.version,
    backup: lastBackup,
  };
}
