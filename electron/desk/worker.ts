import { parentPort, workerData } from 'node:worker_threads';
import { DeskError } from '../../shared/errors.ts';
import { type Desk, type FromWorker, openDesk, type ToWorker, type WorkerData } from './desk.ts';

/** The worker thread's entry: a desk whose calls and replies are messages. */
const port = parentPort;
if (!port) throw new Error('worker.ts runs as a worker thread');

/** Often enough to feel immediate, seldom enough to cost nothing. */
const WATCH_EVERY_MS = 400;

/** Calls of the opening window must come before the board, which is not visible yet. */
const PREPARE_EVERY_MS = 10;

const send = (message: FromWorker) => port.postMessage(message);

let desk: Desk | undefined;
try {
  const { options, cancelled } = workerData as WorkerData;
  desk = openDesk(options, { watchEveryMs: WATCH_EVERY_MS, prepareEveryMs: PREPARE_EVERY_MS, cancelled });
} catch (error) {
  if (!(error instanceof DeskError)) throw error;
  send({ kind: 'refused', fault: error.fault });
  port.close();
}

if (desk) {
  const opened = desk;
  opened.subscribe((event) => send({ kind: 'event', event }));
  port.on('message', (message: ToWorker) => {
    if (message.kind === 'close') {
      opened
        .close()
        // No window is left to show it in.
        .catch((error: unknown) => process.stderr.write(`patchdesk: ${String(error)}\n`))
        .finally(() => port.close());
    } else
      void opened
        .call(message.method, message.input, message.window)
        .then((reply) => send({ kind: 'reply', id: message.id, reply }));
  });
  send({ kind: 'ready' });
}
