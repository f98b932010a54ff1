import type { ScannerOptions } from './scanner/scanner.ts';
import type { LibrarySetup } from './server/library-setup.ts';
import type { PmsFaults } from './server/pms-faults.ts';
import type { PmsModes } from './server/pms-state.ts';
import type { PmsNetwork } from './server/provider-manifest-fetch.ts';

export interface PmsSimulatorOptions {
  /** Expected in the header `X-Plex-Token` of every call but `/identity`. */
  readonly token: string;
  readonly libraries: readonly LibrarySetup[];
  /** The provider a scan asks; default: the first that was registered over the API. */
  readonly providerUri?: string;
  /** How the provider is called; default: file names relative to the library folder, 8 at a time. */
  readonly scanning?: Partial<Omit<ScannerOptions, 'providerUri'>>;
  readonly host?: string;
  readonly port?: number;
  readonly version?: string;
  readonly machineIdentifier?: string;
  /** Full paths of files; a library made over the API finds those in its folders. */
  readonly disk?: readonly string[];
  /** Where addresses lead from inside PMS's network; default: where they lead from here. */
  readonly network?: PmsNetwork;
  readonly modes?: Partial<PmsModes>;
  readonly faults?: PmsFaults;
}
