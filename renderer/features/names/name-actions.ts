import type { MethodInput } from '../../../shared/contract.ts';
import type { EntryId, StoryId, SystemCode } from '../../../shared/models.ts';
import type { EditedName, NameFields, RereadVerdict } from '../../../shared/tagging/names.ts';
import { inQuotes } from '../../../shared/words/quotes.ts';
import { toCallError } from '../../api.ts';
import type { AppState } from '../../state/app-state.tsx';
import { type Merge, withSeen } from '../../state/seen-writes.ts';
import { notifyError, notifyStep, write } from '../../state/writes.ts';
import { fieldsOf } from './names-model.ts';

const NAME_MERGE: Merge<MethodInput<'names.save'>> = {
  canType: (field) => field === 'text' || field === 'note',
  take: (input, choices, theirs) => ({ ...withSeen(input, theirs), name: { ...input.name, ...choices } }),
};

/** Actions on names, and on accepted suggestions in the spot-check. */

export async function saveName(
  state: AppState,
  id: string | null,
  name: NameFields,
  /** The name when the form opened. */
  seen: NameFields,
): Promise<boolean> {
  const input = id === null ? { id, name } : { id, name, seen };
  return (await write(state, 'names.save', input, undefined, NAME_MERGE)) !== null;
}

/** Removes a name at once. The notice offers to undo it. */
export async function removeName(state: AppState, name: EditedName): Promise<void> {
  const written = await write(state, 'names.remove', { id: name.id, seen: fieldsOf(name) });
  if (!written?.entry) return;
  notifyStep(state, `${inQuotes(name.text)} was removed.`, written.entry.id);
}

/** Returns the step's entry; `gone` when the tag was removed meanwhile, null when it failed. */
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
