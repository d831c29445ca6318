import { contract, type MethodOutput, type Reply } from '../../shared/contract.ts';
import type { Desk } from '../desk/desk.ts';
import { isDoorMethod, refused } from '../doors/replies.ts';

/** Methods that work on the machine's folders; a browser uses file inputs and downloads instead. */
const NOT_HERE: Readonly<Record<string, string>> = {
  'import.paths': 'In the browser, choose the files or drop them on the window.',
  'export.folder': 'In the browser, an export is a download and not a folder.',
  'library.open':
    'In the browser, Patchdesk only opens the library it was started with. To open another, start it with --library.',
};

const BACKUP_HERE = 'In the browser, a copy goes beside the library under a new name.';

function namesFile(method: string, input: unknown): boolean {
  const namesOut = method === 'library.backup' || method === 'library.salvage';
  return namesOut && typeof input === 'object' && input !== null && 'out' in input;
}

type DescribeDoor = () => MethodOutput<'door.describe'>;

/** Answers one call: the door's own methods here, the rest through the desk. */
export async function answer(desk: Desk, describeDoor: DescribeDoor, body: unknown): Promise<Reply<unknown>> {
  if (typeof body !== 'object' || body === null || !('method' in body) || typeof body.method !== 'string') {
    return refused('bad-call', 'A call needs a method and its input.');
  }
  const method = body.method;
  const input = 'input' in body ? body.input : {};
  const sentence = namesFile(method, input)
    ? BACKUP_HERE
    : Object.hasOwn(NOT_HERE, method)
      ? NOT_HERE[method]
      : undefined;
  if (sentence !== undefined) return refused('not-in-this-door', sentence);
  if (method === 'door.describe') return { ok: true, value: describeDoor() };
  if (method === 'work.cancel') {
    const parsed = contract[method].input.safeParse(input);
    if (!parsed.success) return refused('bad-call', `The input of ${method} does not fit the contract.`);
    desk.cancel(parsed.data.id);
    return { ok: true, value: {} };
  }
  if (isDoorMethod(method)) {
    return refused('not-in-this-door', 'The system’s file dialogs exist only in the desktop app.');
  }
  const window = 'window' in body && typeof body.window === 'string' ? body.window.slice(0, 80) : undefined;
  return desk.call(method, input, window);
}

export function description(previewBase: string, platform: NodeJS.Platform): MethodOutput<'door.describe'> {
  return { door: 'browser', previewBase, platform: platform === 'darwin' ? 'mac' : 'other' };
}
