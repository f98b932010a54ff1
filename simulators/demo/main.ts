import { once } from 'node:events';
import { createTerminal, type Terminal } from '../../src/cli/terminal.ts';
import { createScanner } from '../plex/scanner/create-scanner.ts';
import { PLEX_ROOT, STASH_ROOT } from './demo-library.ts';
import { isAsExpected, judgeScan } from './judge-scan.ts';
import { pickItem, showItem, showMatches, showVerdict } from './show-results.ts';
import { type Demo, startDemo } from './start-demo.ts';
import { waitForCatalog } from './wait-for-catalog.ts';

const stop = new AbortController();
process.once('SIGINT', () => stop.abort()).once('SIGTERM', () => stop.abort());
process.exitCode = await runDemo(createTerminal(process), process.argv.includes('--once'), stop.signal);

/** Plays the main job through: Plex scans, Stash answers. Gives 0 when all is as expected, else 1. */
async function runDemo(terminal: Terminal, endsByItself: boolean, signal: AbortSignal): Promise<number> {
  const demo = await startDemo((line) => terminal.remark(line));
  try {
    introduce(demo, terminal);
    await waitForCatalog(demo.admin, terminal);
    const isFine = await scan(demo, terminal, signal);
    if (!endsByItself && !signal.aborted) await stayUp(demo, terminal, signal);
    return isFine ? 0 : 1;
  } finally {
    await demo.stop();
  }
}

function introduce({ stash, provider, admin, library, files }: Demo, terminal: Terminal): void {
  terminal.print(
    [
      `A simulated Stash    ${stash.url}   ${library.scenes.length} scenes in ${STASH_ROOT}`,
      `Stash2Plex           ${provider}   what Plex asks`,
      `                     ${admin}   for you: /health/ready, /metrics`,
      `A simulated Plex     scans ${files.length} files in ${PLEX_ROOT}; one path rule says ${PLEX_ROOT} => ${STASH_ROOT}`,
      '',
    ].join('\n'),
  );
}

async function scan(
  { provider, files, log, stash }: Demo,
  terminal: Terminal,
  signal: AbortSignal,
): Promise<boolean> {
  await using scanner = createScanner({
    providerUri: provider,
    filenameForm: 'RELATIVE',
    concurrency: 8,
    posterEvery: 20,
    onProgress: ({ done }) => terminal.progress(done, files.length, 'Plex scans'),
  });
  const report = await scanner.scan(
    files.map(({ path }) => ({ path, location: PLEX_ROOT })),
    signal,
  );
  const verdict = judgeScan(report, files);
  const item = pickItem(report);
  terminal.print(`\nWhat the service decided:\n\n${showMatches(log.matches)}\n`);
  if (item) terminal.print(`One item as Plex shows it:\n\n${showItem(item)}\n`);
  terminal.print(`Compared with what is right:\n\n${showVerdict(verdict, stash.counts().pathScans)}\n`);
  terminal.print(isAsExpected(verdict) ? 'All is as expected.' : 'This is NOT as expected.');
  return isAsExpected(verdict);
}

async function stayUp(
  { provider, admin, stash }: Demo,
  terminal: Terminal,
  signal: AbortSignal,
): Promise<void> {
  terminal.print(
    `\nStill running, until Ctrl-C:\n  ${provider}/                    the manifest\n  ${admin}/health/ready   problems and state\n  ${stash.url}/graphql            the simulated Stash`,
  );
  if (!signal.aborted) await once(signal, 'abort');
}
