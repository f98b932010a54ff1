import { type DestinationStream, type Logger, type LoggerOptions, pino } from 'pino';
import pretty from 'pino-pretty';
import type { LogConfig } from '../config/config.ts';

export type { Logger } from 'pino';

/**
 * Makes the root logger. Secrets are kept out by their type (`Secret` prints as a mask); redaction stands behind it
 * for headers that third-party errors may carry.
 */
export function createLogger(config: LogConfig, destination?: DestinationStream): Logger {
  const options: LoggerOptions = {
    level: config.level,
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    redact: { paths: REDACTED, censor: '[secret]' },
  };
  if (destination) return pino(options, destination);
  return config.format === 'pretty'
    ? pino(options, pretty({ ignore: 'pid,hostname', sync: true }))
    : pino(options);
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
