import type { Browser, BrowserContextOptions, Page } from '@playwright/test';
import type { Rectangle } from 'electron';

export interface DriverOptions {
  browser: Browser;
  contextOptions: BrowserContextOptions;
  library: string;
  /** Where the app keeps whatever is not the library. */
  folder: string;
  env: NodeJS.ProcessEnv;
}

/** The library that lies open between two tests, in the app's folder; no test writes to it. */
export const BETWEEN = 'between.patchdesk';

/** A running app, through one door. */
export interface Driver {
  readonly page: Page;
  readonly log: string;
  /** What tried to reach beyond this machine. */
  readonly outsideRequests: readonly string[];
  /** Ends it as its user would and waits until it has gone. */
  stop(): Promise<void>;
  /** Ends whatever is left. */
  dispose(): Promise<void>;
  /** Whether `renew` makes it as good as a new one: not once the window or the app's own folder has changed. */
  readonly canRenew: boolean;
  /** Takes the page away; what a running app is left with between two tests. */
  closePage(): Promise<void>;
  /** Lays its library aside, lets `wipe` take the file away, opens a new one in its place and a new page on it. */
  renew(wipe: () => Promise<void>): Promise<void>;
  /** What only the desktop door has. */
  readonly desktop: DesktopControls | null;
}

type Answerable = 'showOpenDialog' | 'showSaveDialog' | 'showMessageBox' | 'showErrorBox';

export interface DesktopControls {
  isStandIn: boolean;
  /** Says beforehand how the next dialog of a kind is answered, in Electron's own words. */
  answerDialog(method: Answerable, answer?: unknown): Promise<void>;
  dialogs(): Promise<{ method: string; options: Record<string, unknown>; wasExpected: boolean }[]>;
  clickMenu(id: string): Promise<void>;
  menuIds(): Promise<string[]>;
  /** Links handed to the user's browser. */
  openedOutside(): Promise<string[]>;
  /** Paths shown in the system's file manager. */
  shownInFolder(): Promise<string[]>;
  moveWindow(bounds: Rectangle): Promise<void>;
  windowCount(): Promise<number>;
  /** Starts the app once more on the same user data; resolves with its exit code. */
  startAgain(args: string[]): Promise<number | null>;
}
