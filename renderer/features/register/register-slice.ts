import type { StateCreator } from 'zustand/vanilla';
import type { StoryId, SystemCode } from '../../../shared/models.ts';
import type { Move, MoveState } from '../../../shared/systems/succession.ts';
import type { Session } from '../../state/session.ts';

export const REGISTER_VIEWS = ['ended', 'decided', 'undecided', 'done', 'file'] as const;
/** The ended systems, their stories by state, or the register file. */
export type RegisterView = (typeof REGISTER_VIEWS)[number];

/** A story, and the former system to which it is filed. */
export interface MoveKey {
  id: StoryId;
  from: SystemCode;
}

export interface RegisterSlice {
  registerView: RegisterView;
  /** Lists only stories of this former system. */
  movesFrom: SystemCode | null;
  /** The open story, on which shortcuts act. */
  openMove: MoveKey | null;
  /** The systems chosen for it; null until the editor changes the choice. */
  chosenHomes: readonly SystemCode[] | null;
  /** Receives files dropped on the window while the register file is shown. */
  takeRegisterFile: ((files: readonly File[]) => void) | null;
  showRegister: (view: RegisterView, from?: SystemCode | null) => void;
  openMoveOf: (move: MoveKey | null) => void;
  chooseHomes: (homes: readonly SystemCode[]) => void;
  setRegisterTaker: (take: RegisterSlice['takeRegisterFile']) => void;
}

declare module '../../state/session.ts' {
  interface Session extends RegisterSlice {}
}

/** Reset for another library. */
export const FRESH_REGISTER = {
  registerView: 'ended',
  movesFrom: null,
  openMove: null,
  chosenHomes: null,
} as const satisfies Partial<RegisterSlice>;

export const createRegisterSlice: StateCreator<Session, [], [], RegisterSlice> = (set) => ({
  ...FRESH_REGISTER,
  takeRegisterFile: null,
  showRegister: (registerView, movesFrom = null) =>
    set({
      place: 'register',
      registerView,
      movesFrom,
      openMove: null,
      chosenHomes: null,
      isDrawerOpen: false,
      hasLanded: true,
    }),
  openMoveOf: (openMove) => set((now) => (isSameMove(now.openMove, openMove) ? now : { openMove, chosenHomes: null })),
  chooseHomes: (chosenHomes) => set({ chosenHomes }),
  setRegisterTaker: (takeRegisterFile) => set({ takeRegisterFile }),
});

export function isSameMove(a: MoveKey | null, b: MoveKey | null): boolean {
  return a?.id === b?.id && a?.from === b?.from;
}

/** Returns the state of the stories that a view lists; null for a view without stories. */
export function stateOfView(view: RegisterView): MoveState | null {
  return view === 'decided' || view === 'undecided' || view === 'done' ? view : null;
}

/** Returns the initial choice: what the step would do, or what is filed. */
export function homesToBegin({ homes }: Pick<Move, 'homes'>): SystemCode[] {
  return homes.filter(({ standing }) => standing === 'target' || standing === 'filed').map(({ code }) => code);
}
