import { createRequire } from 'node:module';
import { type DestinationStream, type Logger, type LoggerOptions, pino, stdSerializers } from 'pino';
import type pretty from 'pino-pretty';
import type { LogConfig } from '../config/config.ts';

export type { Logger } from 'pino';

/**
 * Makes the root logger. Secrets are kept out by their type (`Secret` prints as a mask); redaction stands behind it,
 * and of errors only what they say is written, since those of third parties may carry requests with their headers.
 */
export function createLogger(config: LogConfig, destination?: DestinationStream): Logger {
  const options: LoggerOptions = {
    level: config.level,
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    redact: { paths: REDACTED, censor: '[secret]' },
    serializers: { err: toShownError },
  };
  if (destination) return pino(options, destination);
  return config.format === 'pretty'
    ? pino(options, loadPretty()({ ignore: 'pid,hostname', sync: true }))
    : pino(options, gatherLines());
}

/** Thirty modules that only a terminal needs. */
function loadPretty(): typeof pretty {
  return createRequire(import.meta.url)('pino-pretty') as typeof pretty;
}

/** A call of the system for each line took longer than finding the scene that the line tells of. */
const GATHERED_BYTES = 8 * 1024;
const GATHERED_FOR_MS = 250;

/** Standard output, written a few times a second. An orderly end writes the rest; a kill loses the last quarter second. */
function gatherLines(): DestinationStream {
  const lines = pino.destination({ sync: false, minLength: GATHERED_BYTES });
  setInterval(() => lines.flush(), GATHERED_FOR_MS).unref();
  return lines;
}

/** Type, message, code and stack; message and stack tell of the causes as well. */
function toShownError(error: Error): object {
  const { type, message, stack } = stdSerializers.err(error);
  return { type, message, stack, ...('code' in error && { code: error.code }) };
}

const SECRET_KEYS = [
  'apiKey',
  'token',
  'authorization',
  'Authorization',
  'ApiKey',
  'cookie',
  '["X-Plex-Token"]',
  '["x-plex-token"]',
];
const REDACTED = SECRET_KEYS.flatMap((key) => [key, key.startsWith('[') ? `*${key}` : `*.${key}`]);
