import type { Environment } from '../config/sources.ts';

/** The environment of this process: the only place that reads it. */
export function readEnvironment(): Environment {
  return process.env;
}
