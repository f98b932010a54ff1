import type { ScannerOptions } from './scanner/scanner.ts';
import type { LibrarySetup } from './server/library-setup.ts';
import type { PmsFaults } from './server/pms-faults.ts';
import type { PmsModes } from './server/pms-state.ts';

export interface PmsSimulatorOptions {
  /** Expected in the header `X-Plex-Token` of every call but `/identity`. */
  readonly token: string;
  readonly libraries: readonly LibrarySetup[];
  /** The registered provider; without it nothing can be scanned. */
  readonly providerUri?: string;
  /** How the provider is called; default: file names relative to the library folder, 8 at a time. */
  readonly scanning?: Partial<Omit<ScannerOptions, 'providerUri'>>;
  readonly host?: string;
  readonly port?: number;
  readonly version?: string;
  readonly machineIdentifier?: string;
  readonly modes?: Partial<PmsModes>;
  readonly faults?: PmsFaults;
}
