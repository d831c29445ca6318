import type { MethodOutput, Reply } from '../../shared/contract.ts';
import type { Desk } from '../desk/desk.ts';
import { isDoorMethod, refused } from '../doors/replies.ts';

/** Methods that work on the machine's folders; a browser uses file inputs and downloads instead. */
const NOT_HERE: Readonly<Record<string, string>> = {
  'import.paths': 'In the browser, choose the files or drop them on the window instead of naming their folder.',
  'export.folder': 'In the browser, the export comes as a download and not as a folder.',
  'library.open':
    'In the browser, Patchdesk keeps to the library it was started with. To open another, start it with --library.',
};

const BACKUP_HERE = 'In the browser, a backup is put beside the library, under a name of its own.';

function namesFile(method: string, input: unknown): boolean {
  return method === 'library.backup' && typeof input === 'object' && input !== null && 'out' in input;
}

type DescribeDoor = () => MethodOutput<'door.describe'>;

/** Answers one call: the door's own methods here, the rest through the desk. */
export async function answer(desk: Desk, describeDoor: DescribeDoor, body: unknown): Promise<Reply<unknown>> {
  if (typeof body !== 'object' || body === null || !('method' in body) || typeof body.method !== 'string') {
    return refused('bad-call', 'A call must say its method and its input.');
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
  if (isDoorMethod(method)) {
    return refused('not-in-this-door', 'The system’s own file windows belong to the desktop app.');
  }
  return desk.call(method, input);
}

export function description(previewBase: string, platform: NodeJS.Platform): MethodOutput<'door.describe'> {
  return { door: 'browser', previewBase, platform: platform === 'darwin' ? 'mac' : 'other' };
}
