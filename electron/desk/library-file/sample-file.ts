import { existsSync, renameSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { LibrarySettings } from '../../../shared/settings.ts';
import { type DeskContext, today } from '../context.ts';
import { openLibrary } from '../core/open.ts';
import { readLibrarySettings, readSettings } from '../core/settings.ts';
import { prepare, type ReadDb } from '../core/sql.ts';
import { makeSampleLibrary } from './sample.ts';

/** What is done with a sample library that somebody has worked in, when a new one is wanted. */
export type UsedSample = 'keep' | 'replace';

export function samplePath(context: DeskContext): string {
  return join(dirname(context.ownPath), 'sample.patchdesk');
}

/** Whether anybody has changed a sample library since it was made. It is made without history. */
export function isSampleUsed(db: ReadDb): boolean {
  const hasSteps = prepare<{ found: number }>(db, 'SELECT EXISTS (SELECT 1 FROM entries) AS found').get()?.found === 1;
  return hasSteps || JSON.stringify(readLibrarySettings(db)) !== JSON.stringify(LibrarySettings.parse({}));
}

/** Whether a sample library was made before today. One from an earlier version does not know its day. */
export function isSampleOld(db: ReadDb, day: string): boolean {
  const { sampleDay } = readSettings(db);
  return sampleDay === null || sampleDay < day;
}

/**
 * Makes the sample library where it is missing, or old and nobody has worked in it, or where somebody asked for a new
 * one. The caller has closed the old one.
 */
export function ensureSampleLibrary(context: DeskContext, used: UsedSample | undefined): void {
  const path = samplePath(context);
  if (!existsSync(path)) makeSampleLibrary(context, path);
  else if (used === 'replace') makeSampleLibrary(context, path);
  else if (used === 'keep') {
    moveAside(path, today(context));
    makeSampleLibrary(context, path);
  } else if (isOldAndUnused(path, today(context))) makeSampleLibrary(context, path);
}

function isOldAndUnused(path: string, day: string): boolean {
  // Another program has the file open, or had it open when it ended: leave it as it is.
  if (existsSync(`${path}-wal`)) return false;
  const db = openLibrary(path);
  try {
    return readSettings(db).isSample && isSampleOld(db, day) && !isSampleUsed(db);
  } finally {
    db.close();
  }
}

/** `sample until 2026-12-01.patchdesk`, numbered where that name is taken. */
function moveAside(path: string, day: string): void {
  const name = (n: number) => join(dirname(path), `sample until ${day}${n === 1 ? '' : ` ${n}`}.patchdesk`);
  let n = 1;
  while (existsSync(name(n))) n += 1;
  for (const suffix of ['-wal', '-shm', '']) {
    if (existsSync(path + suffix)) renameSync(path + suffix, name(n) + suffix);
  }
}
