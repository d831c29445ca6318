import { randomBytes } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { DeskError } from '../../shared/errors.ts';
import type { Desk } from '../desk/desk.ts';
import { createRouter } from './router.ts';

const CLOSING_MS = 500;

export interface ServeOptions {
  desk: Desk;
  /** The built renderer. */
  rendererFolder: string;
  /** 0 chooses a free port. */
  port: number;
  version: string;
}

export interface ServedDesk {
  /** The address to open, with this run's token in the fragment, which browsers never send. */
  url: string;
  /** Ends every stream and connection. The desk stays open: it belongs to the caller. */
  close(): Promise<void>;
}

/** Serves the window on this machine's loopback address, only to those who have the token. */
export async function serveDesk({ desk, rendererFolder, port, version }: ServeOptions): Promise<ServedDesk> {
  const token = randomBytes(32).toString('base64url');
  const server = createServer();
  const boundPort = await listen(server, port);
  const previewKey = randomBytes(32).toString('base64url');
  const closing = new AbortController();
  server.on(
    'request',
    createRouter({ desk, rendererFolder, port: boundPort, version, token, previewKey, closing: closing.signal }),
  );
  return {
    url: `http://127.0.0.1:${boundPort}/#token=${token}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        closing.abort();
        // Replies in progress get this long; connections still open then are closed.
        setTimeout(() => server.closeAllConnections(), CLOSING_MS).unref();
      }),
  };
}

function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => reject(portFault(error, port)));
    server.listen({ host: '127.0.0.1', port, exclusive: true }, () => resolve((server.address() as AddressInfo).port));
  });
}

function portFault(error: NodeJS.ErrnoException, port: number): Error {
  if (error.code === 'EADDRINUSE') {
    return new DeskError(
      'port-unusable',
      `Port ${port} is in use by another program. Choose another with --port, or leave --port out.`,
    );
  }
  if (error.code === 'EACCES') {
    return new DeskError(
      'port-unusable',
      `You may not use port ${port} on this machine. Choose one above 1023 with --port, or leave --port out.`,
    );
  }
  return error;
}
