import { writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { isMainThread } from 'node:worker_threads';

// Loaded with --import into the app's process, where it replies from the thread that windows wait for. It writes its
// port to the file in PATCHDESK_BENCH_PING. The desk's thread loads it too, and must ignore it.
const file = process.env['PATCHDESK_BENCH_PING'];
if (isMainThread && file) {
  const server = createServer((_request, response) => response.end('pong'));
  server.listen(0, '127.0.0.1', () => {
    const address = server.address();
    if (address !== null && typeof address === 'object') writeFileSync(file, String(address.port));
  });
  server.unref();
}
