import { writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { isMainThread } from 'node:worker_threads';

// Loaded with --import into the app's process, where it answers from the very thread that windows wait
// for. Its port goes into the file that PATCHDESK_BENCH_PING names. The desk's thread loads it as well,
// and has to stay out of it.
const file = process.env['PATCHDESK_BENCH_PING'];
if (isMainThread && file) {
  const server = createServer((_request, response) => response.end('pong'));
  server.listen(0, '127.0.0.1', () => {
    const address = server.address();
    if (address !== null && typeof address === 'object') writeFileSync(file, String(address.port));
  });
  server.unref();
}
