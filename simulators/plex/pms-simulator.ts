import type { Server } from 'node:http';
import type { PmsSimulatorOptions } from './pms-simulator-options.ts';
import { createScanner } from './scanner/create-scanner.ts';
import type { FileReport } from './scanner/file-report.ts';
import type { Scanner } from './scanner/scanner.ts';
import type { ScanReport } from './scanner/scan-report.ts';
import type { SetUpLibrary } from './server/library-setup.ts';
import type { PmsFaults } from './server/pms-faults.ts';
import type { PmsCall } from './server/pms-journal.ts';
import type { PmsSection } from './server/pms-section.ts';
import type { PmsActivity, PmsModes, PmsState } from './server/pms-state.ts';

/** A running PMS to call and to be called by. Stops when disposed. */
export class PmsSimulator implements AsyncDisposable {
  /** Address of its API, without a slash at the end. */
  readonly url: string;
  readonly #options: PmsSimulatorOptions;
  readonly #state: PmsState;
  readonly #libraries: readonly SetUpLibrary[];
  readonly #server: Server;
  #scanner: Scanner | undefined;

  constructor(
    options: PmsSimulatorOptions,
    state: PmsState,
    libraries: readonly SetUpLibrary[],
    server: Server,
    url: string,
  ) {
    this.#options = options;
    this.#state = state;
    this.#libraries = libraries;
    this.#server = server;
    this.url = url;
  }

  /** Every call so far, in order, the token blanked. */
  get calls(): readonly PmsCall[] {
    return this.#state.journal.calls;
  }

  /** Every call that changes something, in order. */
  get writes(): readonly PmsCall[] {
    return this.#state.journal.writes;
  }

  /** What a careful client would not have done, such as a token in an address. */
  get violations(): readonly string[] {
    return this.#state.journal.violations;
  }

  /** The half that calls the provider; throws without `providerUri`. What it learns shows in the items. */
  get scanner(): Scanner {
    this.#scanner ??= this.#createScanner();
    return this.#scanner;
  }

  /** Scans a library made of files, as PMS does on a schedule; its items show the outcome afterwards. */
  async scan(sectionKey: string, signal?: AbortSignal): Promise<ScanReport> {
    const files = this.#getLibrary(sectionKey).scanned?.files ?? [];
    this.changeSection(sectionKey, { refreshing: true });
    try {
      return await this.scanner.scan(files, signal);
    } finally {
      const { scannedAt } = this.getSection(sectionKey);
      this.changeSection(sectionKey, { refreshing: false, scannedAt: scannedAt + 60 });
    }
  }

  getSection(key: string): PmsSection {
    const section = this.#state.sections.get(key);
    if (section === undefined) throw new RangeError(`expected a section of this PMS, but got: ${key}`);
    return section;
  }

  /** Changes anything about a section but its key: items, folders, `refreshing`, `unreachable`, … */
  changeSection(key: string, changes: Partial<Omit<PmsSection, 'key'>>): void {
    this.#state.sections.set(key, { ...this.getSection(key), ...changes });
  }

  /** Changes how it behaves; items that had vanished come back. */
  setModes(modes: Partial<PmsModes>): void {
    this.#state.modes = { ...this.#state.modes, ...modes };
    this.#state.vanished.clear();
  }

  /** Replaces all faults and counts calls anew; `{}` ends them. */
  setFaults(faults: PmsFaults): void {
    this.#state.faults = faults;
    this.#state.callsUnderFaults = 0;
  }

  setActivities(activities: readonly PmsActivity[]): void {
    this.#state.activities = activities;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#scanner?.[Symbol.asyncDispose]();
    const closed = new Promise<void>((resolve) => this.#server.close(() => resolve()));
    this.#server.closeAllConnections();
    await closed;
  }

  #getLibrary(key: string): SetUpLibrary {
    const library = this.#libraries.find(({ section }) => section.key === key);
    if (library === undefined) throw new RangeError(`expected a section of this PMS, but got: ${key}`);
    return library;
  }

  #createScanner(): Scanner {
    const { providerUri, scanning = {}, version } = this.#options;
    if (providerUri === undefined)
      throw new TypeError('expected a providerUri to scan with, but got none; give one at the start');
    return createScanner({
      filenameForm: 'RELATIVE',
      concurrency: 8,
      ...(version === undefined ? {} : { version }),
      ...scanning,
      providerUri,
      onFile: (report) => {
        this.#record(report);
        scanning.onFile?.(report);
      },
    });
  }

  #record(report: FileReport): void {
    for (const { scanned } of this.#libraries) scanned?.record(report);
  }
}
