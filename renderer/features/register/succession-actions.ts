import type { MethodOutput } from '../../../shared/contract.ts';
import type { StoryId, SystemCode } from '../../../shared/models.ts';
import type { Move, RegisterPreview } from '../../../shared/systems/succession.ts';
import { counted } from '../../../shared/words/counted.ts';
import { longDay } from '../../../shared/words/day-words.ts';
import { CallError } from '../../api.ts';
import type { AppState } from '../../state/app-state.tsx';
import { systemName } from '../../state/queries.ts';
import { notifyStep, write } from '../../state/writes.ts';
import { homesToBegin, type MoveKey } from './register-slice.ts';

/** Actions on the succession and on the register. Shortcuts, buttons and the palette all use these. */

export type OpenMove = MethodOutput<'moves.get'>;

/** Returns the open story, once it is loaded. */
export function openMoveOf(state: AppState): OpenMove | null {
  const { place, openMove } = state.session.getState();
  if (place !== 'register' || openMove === null) return null;
  return state.queries.read('moves.get', { id: openMove.id, from: openMove.from }).data ?? null;
}

/** Returns the systems chosen for the open story. */
export function chosenHomesOf(state: AppState, move: Move): readonly SystemCode[] {
  return state.session.getState().chosenHomes ?? homesToBegin(move);
}

/** Chooses or clears one of the successors. A tag already filed stays chosen. */
export function toggleHome(state: AppState, move: Move, code: SystemCode): void {
  const { announce, chooseHomes } = state.session.getState();
  const name = systemName(state, code);
  if (move.homes.find((home) => home.code === code)?.standing === 'filed') {
    announce(`The story is filed to ${name} already.`);
    return;
  }
  const chosen = chosenHomesOf(state, move);
  const isOn = chosen.includes(code);
  chooseHomes(isOn ? chosen.filter((one) => one !== code) : [...chosen, code]);
  announce(isOn ? `${name} is not chosen.` : `${name} is chosen.`);
}

/** Files the story to the chosen systems, and opens `next`. */
export async function settleChosen(state: AppState, move: Move, next: MoveKey | null): Promise<void> {
  const homes = chosenHomesOf(state, move);
  if (homes.length === 0) {
    state.session.getState().notify('Choose a system first, or choose “Belongs to no successor”.');
    return;
  }
  const names = homes.map((code) => systemName(state, code)).join(', ');
  await settle(state, move, homes, `Filed to ${names}.`, next);
}

export async function settleNone(state: AppState, move: Move, next: MoveKey | null): Promise<void> {
  await settle(state, move, [], `The story belongs to no successor of ${systemName(state, move.from)}.`, next);
}

async function settle(
  state: AppState,
  { id, from }: MoveKey,
  homes: readonly SystemCode[],
  said: string,
  next: MoveKey | null,
): Promise<void> {
  const written = await write(state, 'moves.settle', { id, from, homes: [...homes] }, said);
  if (written) state.session.getState().openMoveOf(next);
}

/** Removes the rejection of these systems. */
export async function meanAgain(state: AppState, id: StoryId, codes: readonly SystemCode[]): Promise<void> {
  await write(state, 'queue.unreject', { id, codes: [...codes] });
}

/** Carries the stories over, then shows the list of finished stories. */
export async function carryOver(state: AppState, day: string): Promise<void> {
  const written = await write(state, 'moves.rehome', { day });
  if (!written?.entry) return;
  state.session.getState().showRegister('done');
  const stories = counted(written.changed, 'story was', 'stories were');
  notifyStep(state, `${stories} carried over to the systems of ${longDay(day)}.`, written.entry.id);
}

/** A larger file is not a register. */
const MOST_BYTES = 8_000_000;

export interface ChosenRegister {
  text: string;
  preview: RegisterPreview;
}

/** Previews the changes of a file. Throws the desk's refusal. */
export async function previewRegister(state: AppState, file: File): Promise<ChosenRegister> {
  if (file.size > MOST_BYTES) {
    throw new CallError('too-large', `${file.name} is larger than any register. Choose another file.`);
  }
  const text = await file.text();
  return { text, preview: await state.api.call('register.preview', { file: file.name, text }) };
}

/** Returns whether the register is now in use. */
export async function loadRegister(state: AppState, { text, preview }: ChosenRegister): Promise<boolean> {
  const written = await write(state, 'register.load', { file: preview.file, text });
  if (!written?.entry) return false;
  notifyStep(state, `The register of ${preview.version} is now in use.`, written.entry.id);
  return true;
}
