import { existsSync } from 'node:fs';
import { basename, isAbsolute } from 'node:path';
import packageJson from '../../../package.json' with { type: 'json' };
import type { LibraryInfo } from '../../../shared/contract.ts';
import { DeskError } from '../../../shared/errors.ts';
import { authorOf, checkStillOpen, type DeskContext, today } from '../context.ts';
import { besideName } from '../core/beside-name.ts';
import { findRedoable, findUndoable } from '../core/history.ts';
import { missingLibrary } from '../core/open.ts';
import { readSettings, writeSettings } from '../core/settings.ts';
import { checkWritable } from '../core/write-guard.ts';
import type { Handlers } from '../handlers.ts';
import { countOverview } from '../stories/overview.ts';
import { backUp } from './backup.ts';
import { checkLibrary } from './integrity-check.ts';
import { salvageLibrary } from './salvage.ts';
import { ensureSampleLibrary, isSampleOld, isSampleUsed, samplePath } from './sample-file.ts';

export const libraryHandlers: Handlers<
  | 'library.info'
  | 'library.openSample'
  | 'library.openOwn'
  | 'library.open'
  | 'library.openSaved'
  | 'library.trouble'
  | 'library.salvage'
  | 'library.check'
  | 'library.backup'
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

  'library.openOwn': (context) => {
    const path = context.ownPath;
    // It was there when the door was started. An empty one in its place would look like lost work.
    if (!existsSync(path)) throw missingLibrary(path);
    return switchTo(context, path);
  },

  'library.open': (context, { path }) => {
    if (!isAbsolute(path)) throw new DeskError('bad-call', `${path} is not a full path. Give the library's full path.`);
    return switchTo(context, path);
  },

  'library.trouble': (context) => ({ trouble: context.library.file?.trouble ?? null }),

  'library.salvage': (context, { out }) => {
    if (out !== undefined && !isAbsolute(out)) {
      throw new DeskError('bad-call', `${out} is not a full path. Give the file's full path.`);
    }
    const { path, file } = context.library;
    const salvaged = salvageLibrary(path, out ?? besideName(path, 'salvaged', context.clock()));
    file?.checkWhole();
    file?.wasSavedAs(salvaged.path);
    context.emit('library.changed', { entryId: null });
    return salvaged;
  },

  'library.openSaved': (context) => {
    const { path } = context.library;
    const saved = context.library.file?.trouble?.savedAs;
    if (!saved) throw new DeskError('library-missing', 'There is no saved copy to open.');
    // The work goes on in the copy, also after a look at the sample.
    return switchTo(context, saved, path === context.ownPath);
  },

  'library.check': (context) => checkLibrary(context.library.db, context.register.has),

  'library.backup': async (context, { out, replace }) => {
    if (out !== undefined && !isAbsolute(out)) {
      throw new DeskError('bad-call', `${out} is not a full path. Give the file's full path.`);
    }
    const { library } = context;
    checkWritable(library.db);
    const at = context.clock().toISOString();
    const path = out ?? besideName(library.path, 'backup', context.clock());
    // If another library was opened meanwhile, report that rather than the error that followed from it.
    const copy = await backUp(library.db, path, replace).finally(() => checkStillOpen(context, library));
    writeSettings(library.db, { lastBackup: { at, path } });
    context.emit('library.changed', { entryId: null });
    return { ...copy, at };
  },
};

function switchTo(context: DeskContext, path: string, isOwn = false): LibraryInfo {
  // After trouble with its file, a library is opened again: another may lie there now.
  if (path !== context.library.path || context.library.file?.trouble) context.switchTo(path, isOwn);
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
