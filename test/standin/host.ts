import type { Handlers } from './link.ts';
import { Link } from './link.ts';
import type { AskApp, AskHost } from './messages.ts';

/**
 * The app's side of the link to the process with Chromium. The stand-in's modules register their answers as they load.
 */
export const answers: Partial<Handlers<AskApp>> = {};

const send = process.send?.bind(process);
if (!send) throw new Error('The stand-in for Electron is started by test/standin/launch.ts, which holds its window.');

export const host = new Link<AskHost, AskApp>((message) => void send(message), answers as Handlers<AskApp>);
process.on('message', (message) => host.receive(message));
// The process with the window has gone; without this the app would live for ever.
process.on('disconnect', () => process.exit(1));

/** For calls that Electron does not wait for: a failure fails the run. */
export function tell(asked: Promise<unknown>): void {
  asked.catch((error: unknown) => {
    console.error(error);
    process.exit(1);
  });
}
