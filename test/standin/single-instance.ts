import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { type connect, createServer } from 'node:net';
import { join } from 'node:path';

export interface SecondStart {
  argv: string[];
  cwd: string;
  data: unknown;
}

/**
 * The lock of one app process per user-data folder: a file with the port on which its owner listens. It is synchronous
 * like Electron's, so a second start sends its message through a helper process.
 */
export function takeLock(folder: string, mine: SecondStart, onSecond: (second: SecondStart) => void): boolean {
  mkdirSync(folder, { recursive: true });
  const file = join(folder, 'standin.lock');
  const holder = readHolder(file);
  if (holder !== null && handOver(holder.port, mine)) return false;

  const server = createServer((socket) => {
    let text = '';
    socket.setEncoding('utf8');
    socket.on('data', (part: string) => {
      text += part;
      if (!text.endsWith('\n')) return;
      onSecond(JSON.parse(text) as SecondStart);
      socket.end('ok');
    });
    socket.on('error', () => socket.destroy());
  });
  server.unref();
  server.listen(0, '127.0.0.1', () => {
    const address = server.address();
    if (typeof address === 'object' && address) writeFileSync(file, JSON.stringify({ port: address.port }));
  });
  process.on('exit', () => rmSync(file, { force: true }));
  return true;
}

function readHolder(file: string): { port: number } | null {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as { port: number };
  } catch {
    return null;
  }
}

/** True when a process there took the message; nothing listens behind a lock left by a crash. */
function handOver(port: number, message: SecondStart): boolean {
  try {
    const script = `(${deliver})(${port}, ${JSON.stringify(`${JSON.stringify(message)}\n`)}, require('node:net').connect)`;
    return (
      execFileSync(process.execPath, ['--input-type=commonjs', '-e', script], { timeout: 5000 }).toString() === 'ok'
    );
  } catch {
    return false;
  }
}

/** Runs in the helper process, from its source text. */
function deliver(port: number, message: string, open: typeof connect): void {
  const socket = open({ host: '127.0.0.1', port }, () => socket.write(message));
  socket.pipe(process.stdout);
}
