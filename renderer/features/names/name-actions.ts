import type { EntryId, StoryId, SystemCode } from '../../../shared/models.ts';
import type { EditedName, NameFields, RereadVerdict } from '../../../shared/tagging/names.ts';
import { inQuotes } from '../../../shared/words/quotes.ts';
import { toCallError } from '../../api.ts';
import type { AppState } from '../../state/app-state.tsx';
import { notifyError, stepThroughHistory, write } from '../../state/writes.ts';

/** What an editor does to the names, and to accepted suggestions on reading them again. */

export async function saveName(state: AppState, id: string | null, name: NameFields): Promise<boolean> {
  return (await write(state, 'names.save', { id, name })) !== null;
}

/** Takes a name off the list at once; the notice brings it back. */
export async function removeName(state: AppState, name: EditedName): Promise<void> {
  const written = await write(state, 'names.remove', { id: name.id });
  if (!written?.entry) return;
  const { id } = written.entry;
  state.session.getState().notify(`${inQuotes(name.text)} was removed.`, {
    action: { label: 'Undo', run: () => void undoIfNewest(state, id) },
  });
}

/** A notice stands for a while: what it takes back must still be the newest step. */
async function undoIfNewest(state: AppState, entryId: EntryId): Promise<void> {
  try {
    const { undo } = await state.api.call('library.info', {});
    if (undo?.id === entryId) await stepThroughHistory(state, 'undo');
    else state.session.getState().notify('Other steps came after this one. Undo those first, or add the name again.');
  } catch (error) {
    notifyError(state, error);
  }
}

/** The step it made; `gone` when the tag was taken away meanwhile, null when it failed. */
export async function answerReread(
  state: AppState,
  tag: { articleId: StoryId; code: SystemCode },
  verdict: RereadVerdict,
): Promise<EntryId | 'gone' | null> {
  try {
    const { entry } = await state.api.call('rereads.answer', { ...tag, verdict });
    return entry?.id ?? null;
  } catch (error) {
    notifyError(state, error);
    return toCallError(error).code === 'reread-gone' ? 'gone' : null;
  }
}
