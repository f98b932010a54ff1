import type { ArrayMode, IdMode, ListingMode } from './listing-mode.ts';
import type { PmsFaults } from './pms-faults.ts';
import type { PmsJournal } from './pms-journal.ts';
import type { PmsSection } from './pms-section.ts';
import type { ProviderRegistry } from './provider-registry.ts';
import type { ScannedLibrary } from './scanned-library.ts';

/** How a PMS behaves; each may be changed while it runs. */
export interface PmsModes {
  readonly listing: ListingMode;
  readonly ids: IdMode;
  readonly arrays: ArrayMode;
}

/** Something PMS is busy with, as `/activities` shows it. */
export interface PmsActivity {
  readonly uuid: string;
  /** E.g. `library.update.section`. */
  readonly type: string;
  readonly title: string;
  readonly subtitle?: string;
  /** 0 to 100; -1 when unknown. */
  readonly progress: number;
}

/** Everything a running simulator knows. Its routes read it; its owner changes it. */
export interface PmsState {
  readonly token: string;
  readonly version: string;
  readonly machineIdentifier: string;
  readonly journal: PmsJournal;
  readonly sections: Map<string, PmsSection>;
  /** The libraries made of files, by section key. */
  readonly scanned: Map<string, ScannedLibrary>;
  /** Full paths of files a new library may find in its folders. */
  readonly disk: readonly string[];
  readonly registry: ProviderRegistry;
  /** Items that have gone from the front of a section in the modes that move. */
  readonly vanished: Map<string, number>;
  modes: PmsModes;
  faults: PmsFaults;
  /** Calls since the faults were set. */
  callsUnderFaults: number;
  activities: readonly PmsActivity[];
}
