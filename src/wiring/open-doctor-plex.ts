import type { PlexConfig } from '../config/config.ts';
import type { Clock } from '../lib/clock.ts';
import { createPmsGuards } from '../pms/guards.ts';
import { type PmsClient, createPmsClient } from '../pms/pms-client.ts';
import { createPmsTransport } from '../pms/transport.ts';

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
  const transport = createPmsTransport({ baseUrl: url, token, clientIdentifier, timeoutMs: TIMEOUT_MS });
  return createPmsClient(transport, createPmsGuards({ clock }));
}
