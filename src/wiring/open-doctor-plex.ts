import type { PlexConfig } from '../config/config.ts';
import type { Clock } from '../lib/clock.ts';
import { openPmsClient } from '../pms/open-pms-client.ts';
import type { PmsClient } from '../pms/pms-client.ts';

/** A person waits for the findings, so a Plex that is slow is told as that. */
const TIMEOUT_MS = 10_000;

/**
 * Plex as the doctor asks it; `undefined` without PLEX_URL.
 *
 * @param clientIdentifier that of the data folder, or Plex would show one device more.
 * @throws TypeError when address or token cannot be used.
 */
export function openDoctorPlex(
  { url, token }: PlexConfig,
  clientIdentifier: string,
  clock: Clock,
): PmsClient | undefined {
  if (url === undefined) return undefined;
  return openPmsClient({ baseUrl: url, token, clientIdentifier, timeoutMs: TIMEOUT_MS }, clock);
}
