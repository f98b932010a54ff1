import type { ManifestWatch } from '../../pms/registration/registration-ports.ts';

/** A watch over whoever hands out our manifest while we register. */
export interface OpenWatch extends ManifestWatch {
  /** Whether that is the running service; otherwise it is this command, for as long as it runs. */
  readonly isService: boolean;
  stop(): Promise<void>;
}
