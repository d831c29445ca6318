import { resolve } from 'node:path';
import { findElectron } from '../../electron/start/electron-binary.ts';

export const PROJECT = resolve(import.meta.dirname, '..', '..');

export interface DesktopChoice {
  /** Electron's program, or null for the stand-in. */
  electron: string | null;
  why: string;
}

/** What the desktop specs run on: real Electron wherever it can run, else the stand-in. */
export function chooseDesktop(env: NodeJS.ProcessEnv = process.env): DesktopChoice {
  const electron = findElectron(PROJECT);
  if (electron === null) return { electron, why: 'the stand-in, because Electron’s program is not installed' };
  const hasDisplay = process.platform !== 'linux' || Boolean(env['DISPLAY'] || env['WAYLAND_DISPLAY']);
  if (!hasDisplay) return { electron: null, why: 'the stand-in, because Electron needs a display and there is none' };
  return { electron, why: `real Electron (${electron})` };
}
