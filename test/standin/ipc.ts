import type { IpcMain } from 'electron';
import { decode, encode } from './codec.ts';
import { answers } from './host.ts';
import { asOwn } from './loopback.ts';
import type { FrameSender } from './messages.ts';
import { strict } from './strict.ts';

type InvokeHandler = Parameters<IpcMain['handle']>[1];
type InvokeEvent = Parameters<InvokeHandler>[0];

const handlers = new Map<string, InvokeHandler>();
/** A window's contents by its id; windows register themselves. */
export const contentsById = new Map<number, object>();

const played: Pick<IpcMain, 'handle' | 'removeHandler'> = {
  handle(channel, listener) {
    if (handlers.has(channel)) throw new Error(`Attempted to register a second handler for '${channel}'`);
    handlers.set(channel, listener);
  },
  removeHandler: (channel) => void handlers.delete(channel),
};

export const ipcMain = strict('ipcMain', played) as unknown as IpcMain;

answers['ipc.invoke'] = async ({ sender, channel, args }) => {
  const handler = handlers.get(channel);
  if (!handler) throw new Error(`No handler registered for '${channel}'`);
  const result: unknown = await handler(invokeEvent(sender), ...(decode(args) as unknown[]));
  // Throws for values that Electron could not send either.
  return encode(structuredClone(result));
};

function invokeEvent({ windowId, url, isMainFrame }: FrameSender): InvokeEvent {
  const top = strict('WebFrameMain', { url: asOwn(url), parent: null });
  const frame = isMainFrame ? top : strict('WebFrameMain', { url: asOwn(url), parent: top });
  return strict('IpcMainInvokeEvent', {
    type: 'frame',
    sender: contentsById.get(windowId),
    senderFrame: frame,
    defaultPrevented: false,
    preventDefault: () => {},
  }) as unknown as InvokeEvent;
}
