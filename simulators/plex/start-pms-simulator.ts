import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { PmsSimulator } from './pms-simulator.ts';
import type { PmsSimulatorOptions } from './pms-simulator-options.ts';
import { setUpLibrary } from './server/library-setup.ts';
import { createPmsListener } from './server/pms-listener.ts';
import { PmsJournal } from './server/pms-journal.ts';
import type { PmsState } from './server/pms-state.ts';
import { fetchManifest } from './server/provider-manifest-fetch.ts';
import { ProviderRegistry } from './server/provider-registry.ts';

/**
 * Starts a simulated PMS on the loopback interface: its HTTP API, and the scanner that calls the provider.
 *
 * @param options `port` 0, the default, takes a free one.
 */
export async function startPmsSimulator(options: PmsSimulatorOptions): Promise<PmsSimulator> {
  const libraries = options.libraries.map(setUpLibrary);
  const state = toState(options);
  for (const { section, scanned } of libraries) {
    state.sections.set(section.key, section);
    if (scanned) state.scanned.set(section.key, scanned);
  }
  const server = createServer(createPmsListener(state));
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port ?? 0, options.host ?? '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  return new PmsSimulator(options, state, server, `http://127.0.0.1:${port}`);
}

function toState(options: PmsSimulatorOptions): PmsState {
  const {
    token,
    version = '1.43.0.10467',
    network = (uri: string) => uri,
    machineIdentifier = 'a0b1c2d3e4f5061728394a5b6c7d8e9f00112233',
  } = options;
  return {
    token,
    version,
    machineIdentifier,
    journal: new PmsJournal(token),
    sections: new Map(),
    scanned: new Map(),
    disk: options.disk ?? [],
    registry: new ProviderRegistry((uri) => fetchManifest(uri, network, version)),
    vanished: new Map(),
    modes: { listing: 'HONOURS_PAGING', ids: 'NATURAL', arrays: 'LISTS', ...options.modes },
    faults: options.faults ?? {},
    callsUnderFaults: 0,
    activities: [],
  };
}
