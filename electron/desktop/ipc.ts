import { randomUUID } from 'node:crypto';
import { ipcMain, type WebContents } from 'electron';
import type { Reply } from '../../shared/contract.ts';
import type { Desk, DeskEvent } from '../desk/desk.ts';
import { isDoorMethod, refused } from '../doors/replies.ts';
import { EVENT_CHANNEL, INVOKE_CHANNEL } from '../preload/channels.ts';
import { isOwnSender } from './trust.ts';

export interface IpcOptions {
  desk: Desk;
  /** The own window's contents while it is open: nobody else gets replies or events. */
  windowContents(): WebContents | null;
  answerDoorMethod(method: string, input: unknown): Promise<Reply<unknown>>;
  /** Called with every reply, to follow those that concern the window itself. */
  onReply(method: string, reply: Reply<unknown>): void;
}

/** One channel for calls, one for events. */
export function connectIpc({ desk, windowContents, answerDoorMethod, onReply }: IpcOptions): void {
  // This program shows one window at a time, so its run names the window.
  const window = randomUUID();
  ipcMain.handle(INVOKE_CHANNEL, async (event, method: unknown, input: unknown): Promise<Reply<unknown>> => {
    if (!isOwnSender(event, windowContents())) {
      return refused('not-allowed', 'Patchdesk only answers its own window, and this call came from another one.');
    }
    if (typeof method !== 'string') return refused('bad-call', 'A call needs a method and its input.');
    const reply = await (isDoorMethod(method) ? answerDoorMethod(method, input) : desk.call(method, input, window));
    onReply(method, reply);
    return reply;
  });
  desk.subscribe((event) => sendEvent(windowContents(), event));
}

export function sendEvent(contents: WebContents | null, event: DeskEvent): void {
  if (contents !== null && !contents.isDestroyed()) contents.send(EVENT_CHANNEL, event);
}
