import { counted } from '../../shared/words/counted.ts';
import type { AppState } from '../state/app-state.tsx';
import { notifyError } from '../state/writes.ts';

/** `library 2026-11-28.patchdesk`: the name holds the day, so a copy is dated wherever it is saved. */
function backupFileName(library: string, today: string): string {
  return `${library.replace(/\.patchdesk$/, '')} ${today}.patchdesk`;
}

/** The folder of a path as this machine writes it. */
function folderOf(path: string): string {
  return path.replace(/[\\/][^\\/]*$/, '');
}

/**
 * In the desktop door the system's save dialog chooses the place. In the browser the copy goes into the library's
 * folder.
 */
export async function backUpLibrary(state: AppState, hasPicker: boolean): Promise<void> {
  const { ask, announce, notify } = state.session.getState();
  const info = state.queries.read('library.info', {}).data;
  if (!info) return;
  try {
    const place = hasPicker ? await pickPlace(state, backupFileName(info.name, info.today)) : {};
    if (place === null) return;
    if (!hasPicker) {
      const goAhead = await ask({
        title: 'Back up the library?',
        body: `A checked copy is saved in the same folder, ${folderOf(info.path)}.`,
        confirm: 'Back up',
      });
      if (!goAhead) return;
    }
    announce('Backing up the library.');
    const { path, stories } = await state.api.call('library.backup', place);
    const held = counted(stories, 'story', 'stories');
    notify(`Backed up to ${path}: ${held}, checked and complete.`);
  } catch (error) {
    notifyError(state, error);
  }
}

/** The system's save dialog has already asked whether to replace an existing file. */
async function pickPlace(state: AppState, name: string): Promise<{ out: string; replace: true } | null> {
  const { path } = await state.api.call('door.pickBackup', { name });
  return path === null ? null : { out: path, replace: true };
}
