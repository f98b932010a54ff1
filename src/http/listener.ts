import { type RequestListener, type Server, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { answerParseError } from './answer-parse-error.ts';

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

/** What is borne from clients that send slowly, read slowly, or do neither. */
export interface PatienceLimits {
  /** For the head of a request, and for the first byte on a new connection. */
  readonly headersTimeoutMs: number;
  /** For a whole request. */
  readonly requestTimeoutMs: number;
  /** Between two requests. */
  readonly keepAliveMs: number;
  /** Without a byte either way inside an exchange, as when nobody reads the answer. */
  readonly stallMs: number;
  /** How often the first two are looked at. */
  readonly checkEveryMs: number;
  /** Open at once; more are closed unheard. */
  readonly mostConnections: number;
}

const PATIENCE: PatienceLimits = {
  // PMS and people send at once.
  headersTimeoutMs: 10_000,
  requestTimeoutMs: 30_000,
  // Longer than PMS pauses inside a scan, so that a scan runs over few connections.
  keepAliveMs: 65_000,
  // Longer than the longest request budget, in which nothing need be sent.
  stallMs: 120_000,
  checkEveryMs: 1000,
  // PMS opens a few dozen; the process has files of its own to open.
  mostConnections: 1000,
};

/**
 * Starts an HTTP server.
 *
 * @throws ListenError when the address cannot be had.
 */
export async function startListener(
  host: string,
  port: number,
  handle: RequestListener,
  patience = PATIENCE,
): Promise<Listener> {
  const server = createPatientServer(handle, patience);
  await listen(server, host, port);
  const { port: actual } = server.address() as AddressInfo;
  return { address: { host, port: actual }, stop: (graceMs) => stop(server, graceMs) };
}

function createPatientServer(handle: RequestListener, patience: PatienceLimits): Server {
  const server = createServer(
    {
      headersTimeout: patience.headersTimeoutMs,
      requestTimeout: patience.requestTimeoutMs,
      keepAliveTimeout: patience.keepAliveMs,
      connectionsCheckingInterval: patience.checkEveryMs,
    },
    handle,
  );
  server.timeout = patience.stallMs;
  server.maxConnections = patience.mostConnections;
  return server.on('clientError', answerParseError);
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
