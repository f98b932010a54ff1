import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { createTerminal } from '../../src/cli/terminal.ts';
import { generateLibrary } from '../library/generate-library.ts';
import { plexFilesOf } from '../library/plex-files.ts';
import { startPmsSimulator } from '../plex/start-pms-simulator.ts';
import { startStashSimulator } from '../stash/start-stash-simulator.ts';

/** The ports of the real servers, so that what is tried here is what is typed later. */
const STASH_PORT = 9999;
const PLEX_PORT = 32_400;
const PLEX_TOKEN = 'plex-token';
const LIBRARY = { title: 'Adult', key: '1', locations: ['/media/adult'] };

const terminal = createTerminal(process);
const library = generateLibrary({ scenes: 300 });
const files = plexFilesOf(library, { plexRoot: '/media/adult', extraGeneric: 5, extraSpecific: 5 });
const paths = files.map(({ path }) => path);
await using stash = await startStashSimulator({ library, port: STASH_PORT });
await using plex = await startPmsSimulator({
  token: PLEX_TOKEN,
  port: PLEX_PORT,
  disk: paths,
  libraries: [{ ...LIBRARY, files: paths }],
});
terminal.print(
  [
    `A simulated Stash at ${stash.url}, and a simulated Plex Media Server at ${plex.url} with the library "Adult".`,
    'For the commands, in another terminal:',
    `  export PLEX_URL=${plex.url} PLEX_TOKEN=${PLEX_TOKEN}`,
    'Press Enter to have Plex scan its library, Ctrl-C to end.',
  ].join('\n'),
);
const lines = createInterface({ input: process.stdin }).on('line', () => void scan());
await once(lines, 'close');

async function scan(): Promise<void> {
  try {
    const { counts } = await plex.scan(LIBRARY.key);
    terminal.print(`Plex has scanned: ${counts.MATCHED} matched, ${counts.UNMATCHED} not.`);
  } catch (error) {
    terminal.remark(error instanceof Error ? error.message : 'The scan failed.');
  }
}
