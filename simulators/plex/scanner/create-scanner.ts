import type { ProviderContract } from '../contract/provider-contract.ts';
import { type FileReport, withoutAnswers } from './file-report.ts';
import { matchFile } from './match-file.ts';
import { createProviderClient, type ProviderClient } from './provider-client.ts';
import { ProviderConversation } from './provider-conversation.ts';
import { type ManifestReading, readManifest } from './read-manifest.ts';
import { runWorkers } from './run-workers.ts';
import type { ScanFile } from './scan-file.ts';
import { scanOne, type ScanOneOptions } from './scan-one.ts';
import { noCounts, type ScanReport, toScanReport } from './scan-report.ts';
import type { FixMatchReport, Scanner, ScannerOptions } from './scanner.ts';

const GIVES_UP_AFTER_MS = 90_000;
const VERSION = '1.43.0.10467';

const requestHeaders = {
  'X-Plex-Product': 'Plex Media Server',
  'X-Plex-Client-Identifier': 'pms-simulator-0001',
  'X-Plex-Language': 'en-US',
  'X-Plex-Country': 'US',
};

/** A scanner over one library and one provider. It remembers matches and transient errors from scan to scan. */
export function createScanner(options: ScannerOptions): Scanner {
  return new ProviderScanner(options);
}

class ProviderScanner implements Scanner {
  readonly #options: ScannerOptions;
  readonly #providerUri: string;
  readonly #client: ProviderClient;
  readonly #guids = new Map<string, string>();
  readonly #unfinished = new Map<string, ScanFile>();
  #manifest: Promise<ManifestReading> | undefined;

  constructor(options: ScannerOptions) {
    const { concurrency, timeoutMs = GIVES_UP_AFTER_MS, version = VERSION } = options;
    this.#options = options;
    this.#providerUri = options.providerUri.replace(/\/+$/, '');
    this.#client = createProviderClient({ connections: concurrency, timeoutMs, version });
  }

  async rereadManifest(): Promise<readonly string[]> {
    this.#manifest = undefined;
    return (await this.#readManifest()).violations;
  }

  async scan(files: Iterable<ScanFile>, signal?: AbortSignal): Promise<ScanReport> {
    const startedAt = performance.now();
    const manifest = await this.#readManifest();
    const reports: FileReport[] = [];
    const counts = noCounts();
    await runWorkers(files, this.#options.concurrency, async (file, index) => {
      const report = await this.#scanOne(file, manifest, this.#wantsPoster(index), signal);
      reports[index] = this.#options.keepAnswers === false ? withoutAnswers(report) : report;
      counts[report.outcome]++;
      const done = counts.MATCHED + counts.UNMATCHED + counts.TRANSIENT + counts.FAILED;
      this.#options.onProgress?.({ done, counts: { ...counts } });
    });
    return toScanReport(reports, manifest.violations, performance.now() - startedAt);
  }

  rescanTransient(signal?: AbortSignal): Promise<ScanReport> {
    return this.scan([...this.#unfinished.values()], signal);
  }

  async fixMatch(file: ScanFile): Promise<FixMatchReport> {
    const manifest = await this.#readManifest();
    const talk = this.#converse(manifest);
    const { match } = this.#toScanOptions(manifest, file, false);
    const reading = await matchFile(file, talk, { ...match, manual: true });
    const { violations, transient } = talk;
    return {
      candidates: reading.kind === 'FOUND' ? reading.results : [],
      ...(reading.kind === 'FAILED' ? { failure: reading.failure } : {}),
      violations,
      transient,
    };
  }

  async applyMatch(file: ScanFile, guid: string): Promise<FileReport> {
    this.#guids.set(file.path, guid);
    return this.#scanOne(file, await this.#readManifest(), this.#wantsPoster(0));
  }

  findGuid(path: string): string | undefined {
    return this.#guids.get(path);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#client[Symbol.asyncDispose]();
  }

  // Private: a manifest that could not be read is asked for again by the next scan.
  async #readManifest(): Promise<ManifestReading> {
    this.#manifest ??= readManifest(this.#providerUri, this.#client, this.#contract());
    try {
      return await this.#manifest;
    } catch (error) {
      this.#manifest = undefined;
      throw error;
    }
  }

  async #scanOne(
    file: ScanFile,
    manifest: ManifestReading,
    wantsPoster: boolean,
    signal?: AbortSignal,
  ): Promise<FileReport> {
    const talk = this.#converse(manifest, signal);
    const report = await scanOne(file, talk, this.#toScanOptions(manifest, file, wantsPoster));
    this.#remember(report);
    this.#options.onFile?.(report);
    return report;
  }

  #remember({ file, outcome, guid }: FileReport): void {
    if (guid !== undefined) this.#guids.set(file.path, guid);
    if (outcome === 'TRANSIENT') this.#unfinished.set(file.path, file);
    else this.#unfinished.delete(file.path);
  }

  #toScanOptions({ provider }: ManifestReading, file: ScanFile, wantsPoster: boolean): ScanOneOptions {
    const { filenameForm: form, includeAdult, privateAddressImagesRefused = false } = this.#options;
    const providerUri = this.#providerUri;
    const headers = requestHeaders;
    return {
      match: {
        url: `${providerUri}${provider.matchKey}`,
        form,
        headers,
        manual: false,
        ...(includeAdult === undefined ? {} : { includeAdult }),
      },
      describe: { providerUri, provider, headers, wantsPoster, privateAddressImagesRefused },
      storedGuid: this.#guids.get(file.path),
    };
  }

  #converse({ provider }: ManifestReading, signal?: AbortSignal): ProviderConversation {
    return new ProviderConversation(this.#client, { ...this.#contract(), ...provider }, signal);
  }

  #contract(): Partial<ProviderContract> {
    const basePath = new URL(this.#providerUri).pathname.replace(/\/$/, '');
    return { basePath, secrets: this.#options.secrets ?? [] };
  }

  #wantsPoster(index: number): boolean {
    const { posterEvery = 0 } = this.#options;
    return posterEvery > 0 && index % posterEvery === 0;
  }
}
