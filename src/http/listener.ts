import { type RequestListener, type Server, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A started HTTP server. */
export interface Listener {
  /** Where it really listens; the port is the one the system gave when 0 was asked for. */
  readonly address: { readonly host: string; readonly port: number };
  /** Takes no new connection, lets running requests end within the grace time, then cuts the rest. */
  stop(graceMs: number): Promise<void>;
}

/** Another process has the port, or the address is not ours. */
export class ListenError extends Error {
  override readonly name = 'ListenError';
}

/** Time-outs against clients that send slowly or never; PMS and people send at once. */
const HEADERS_TIMEOUT_MS = 10_000;
const REQUEST_TIMEOUT_MS = 30_000;
/** Longer than PMS pauses inside a scan, so that a scan runs over few connections. */
const KEEP_ALIVE_MS = 65_000;

/**
 * Starts an HTTP server.
 *
 * @throws ListenError when the address cannot be had.
 */
export async function startListener(host: string, port: number, handle: RequestListener): Promise<Listener> {
  const server = createServer(
    {
      headersTimeout: HEADERS_TIMEOUT_MS,
      requestTimeout: REQUEST_TIMEOUT_MS,
      keepAliveTimeout: KEEP_ALIVE_MS,
      connectionsCheckingInterval: 1000,
    },
    handle,
  );
  await listen(server, host, port);
  const { port: actual } = server.address() as AddressInfo;
  return { address: { host, port: actual }, stop: (graceMs) => stop(server, graceMs) };
}

function listen(server: Server, host: string, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (cause: NodeJS.ErrnoException) => {
      const message = `expected to listen on ${host} port ${port}, but got ${cause.code ?? 'an error'}; choose another port or stop what holds it`;
      reject(new ListenError(message, { cause }));
    });
    server.listen(port, host, resolve);
  });
}

async function stop(server: Server, graceMs: number): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  server.closeIdleConnections();
  const cut = setTimeout(() => server.closeAllConnections(), graceMs);
  const idle = setInterval(() => server.closeIdleConnections(), 50);
  await closed;
  clearTimeout(cut);
  clearInterval(idle);
}
