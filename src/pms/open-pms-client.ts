import type { Clock } from '../lib/clock.ts';
import { createPmsGuards } from './guards.ts';
import { type PmsClient, createPmsClient } from './pms-client.ts';
import { type PmsTransportOptions, createPmsTransport } from './transport.ts';

/** A guarded client of one PMS. Throws as `createPmsTransport`. */
export function openPmsClient(options: PmsTransportOptions, clock: Clock): PmsClient {
  return createPmsClient(createPmsTransport(options), createPmsGuards({ clock }));
}
