import type { Clock } from '../../lib/clock.ts';
import type { PmsClient } from '../pms-client.ts';
import type { RegistrationWriter } from './registration-writer.ts';

/** Watches who asks for our manifest. */
export interface ManifestWatch {
  /** How often it was handed out so far. */
  countCalls(signal: AbortSignal): Promise<number>;
}

/** What registering works with. */
export interface RegistrationPorts {
  readonly client: PmsClient;
  readonly writer: RegistrationWriter;
  readonly watch: ManifestWatch;
  readonly clock: Clock;
  /** Told of every change as soon as it is made. */
  readonly onChange: (change: RegistrationChange) => void;
}

export type RegistrationChange =
  | 'PROVIDER_ADDED'
  | 'PROVIDER_MOVED'
  | 'PROVIDER_PUT_BACK'
  | 'GROUP_ADDED'
  | 'LIBRARY_SWITCHED'
  | 'LIBRARY_CREATED';
