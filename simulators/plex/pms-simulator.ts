import type { Server } from 'node:http';
import type { PmsSimulatorOptions } from './pms-simulator-options.ts';
import { createScanner } from './scanner/create-scanner.ts';
import type { FileReport } from './scanner/file-report.ts';
import type { ScanFile } from './scanner/scan-file.ts';
import type { Scanner } from './scanner/scanner.ts';
import type { ScanReport } from './scanner/scan-report.ts';
import type { PmsFaults } from './server/pms-faults.ts';
import type { PmsCall } from './server/pms-journal.ts';
import type { PmsSection } from './server/pms-section.ts';
import type { PmsActivity, PmsModes, PmsState } from './server/pms-state.ts';
import type { ProviderGroup, RegisteredProvider } from './server/registered-provider.ts';
import type { FileChanges, ScannedLibrary } from './server/scanned-library.ts';

/** A running PMS to call and to be called by. Stops when disposed. */
export class PmsSimulator implements AsyncDisposable {
  /** Address of its API, without a slash at the end. */
  readonly url: string;
  readonly #options: PmsSimulatorOptions;
  readonly #state: PmsState;
  readonly #server: Server;
  #scanner: Scanner | undefined;

  constructor(options: PmsSimulatorOptions, state: PmsState, server: Server, url: string) {
    this.#options = options;
    this.#state = state;
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

  /** The metadata providers that were added over the API. */
  get providers(): readonly RegisteredProvider[] {
    return this.#state.registry.providers;
  }

  /** The agents that were made of them. */
  get groups(): readonly ProviderGroup[] {
    return this.#state.registry.groups;
  }

  /** Every library. */
  get sections(): readonly PmsSection[] {
    return [...this.#state.sections.values()];
  }

  /** Reads the root of every registered provider anew, as a restart of PMS does. */
  async restart(): Promise<void> {
    await this.#state.registry.reread();
    await this.#scanner?.rereadManifest();
  }

  /**
   * The half that calls the provider; throws without `providerUri` while none is registered. What it learns shows in
   * the items.
   */
  get scanner(): Scanner {
    this.#scanner ??= this.#createScanner();
    return this.#scanner;
  }

  /** Scans a library made of files, as PMS does on a schedule; its items show the outcome afterwards. */
  async scan(sectionKey: string, signal?: AbortSignal): Promise<ScanReport> {
    const files = this.listFiles(sectionKey);
    this.changeSection(sectionKey, { refreshing: true });
    try {
      return await this.scanner.scan(files, signal);
    } finally {
      const { scannedAt } = this.getSection(sectionKey);
      this.changeSection(sectionKey, { refreshing: false, scannedAt: scannedAt + 60 });
    }
  }

  /** Files appear on the disk of a library made of files, or go; what appeared is unmatched until it is scanned. */
  changeFiles(sectionKey: string, changes: FileChanges): void {
    const scanned = this.#findScanned(sectionKey);
    if (!scanned) throw new TypeError(`expected a library made of files, but got: section ${sectionKey}`);
    scanned.change(changes);
    this.changeSection(sectionKey, { items: scanned.items });
  }

  /** The files of a library made of files. */
  listFiles(sectionKey: string): readonly ScanFile[] {
    return this.#findScanned(sectionKey)?.files ?? [];
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

  #findScanned(key: string): ScannedLibrary | undefined {
    return this.#state.scanned.get(this.getSection(key).key);
  }

  #createScanner(): Scanner {
    const { scanning = {}, version } = this.#options;
    const providerUri = this.#findProviderUri();
    if (providerUri === undefined)
      throw new TypeError(
        'expected a providerUri to scan with, but got none; give one at the start, or register',
      );
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

  #findProviderUri(): string | undefined {
    const { providerUri, network = (uri: string) => uri } = this.#options;
    const [registered] = this.providers;
    return providerUri ?? (registered && network(registered.uri));
  }

  #record(report: FileReport): void {
    for (const scanned of this.#state.scanned.values()) scanned.record(report);
  }
}
