import type { Reporter } from '@playwright/test/reporter';
import { findChromium } from './chromium.ts';
import { chooseDesktop } from './desktop-choice.ts';

/** Says at the end what the doors ran on. */
export default class DoorReporter implements Reporter {
  onEnd(): void {
    process.stdout.write(`\nDesktop door: on ${chooseDesktop().why}.\n`);
    process.stdout.write(`Browser door: in ${findChromium()?.path ?? 'no browser'}.\n`);
  }

  printsToStdio(): boolean {
    return false;
  }
}
