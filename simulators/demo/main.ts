import { once } from 'node:events';
import { type Terminal, createTerminal } from '../../src/cli/terminal.ts';
import { PATH_RULES, PLEX_ROOT, STASH_ROOT } from './demo-library.ts';
import { disturb } from './disturb.ts';
import { isAsExpected, judgeScan } from './judge-scan.ts';
import { pickItem, showItem, showMatches, showVerdict } from './show-results.ts';
import { type Demo, LIBRARY_KEY, startDemo } from './start-demo.ts';
import { showGaps, sweepLibraries, toExpectedForm } from './sweep-libraries.ts';
import { waitForCatalog } from './wait-for-catalog.ts';

const stop = new AbortController();
process.once('SIGINT', () => stop.abort()).once('SIGTERM', () => stop.abort());
process.exitCode = await runDemo(createTerminal(process), process.argv.includes('--once'), stop.signal);

/** Plays the main jobs through: Plex scans, Stash answers, both are compared. 0 when all is as expected, else 1. */
async function runDemo(terminal: Terminal, endsByItself: boolean, signal: AbortSignal): Promise<number> {
  const total = { files: 0 };
  const demo = await startDemo({
    onWarning: (line) => terminal.remark(line),
    onScanned: (done) => terminal.progress(done, total.files, 'Plex scans'),
  });
  total.files = demo.files.length;
  try {
    introduce(demo, terminal);
    await waitForCatalog(demo.admin, terminal);
    const scanIsFine = await scan(demo, terminal, signal);
    const sweepIsFine = !signal.aborted && (await compare(demo, terminal));
    terminal.print(scanIsFine && sweepIsFine ? '\nAll is as expected.' : '\nThis is NOT as expected.');
    if (!endsByItself && !signal.aborted) await stayUp(demo, terminal, signal);
    return scanIsFine && sweepIsFine ? 0 : 1;
  } finally {
    await demo.stop();
  }
}

function introduce({ stash, plex, provider, admin, library, files }: Demo, terminal: Terminal): void {
  terminal.print(
    [
      `A simulated Stash    ${stash.url}   ${library.scenes.length} scenes in ${STASH_ROOT}`,
      `A simulated Plex     ${plex.url}   ${files.length} files in ${PLEX_ROOT}`,
      `Stash2Plex           ${provider}   what Plex asks`,
      `                     ${admin}   for you: /graphql, /gaps, /health/ready, /metrics`,
      `Path rules           ${PATH_RULES}`,
      '',
    ].join('\n'),
  );
}

async function scan(
  { plex, files, log, stash }: Demo,
  terminal: Terminal,
  signal: AbortSignal,
): Promise<boolean> {
  const report = await plex.scan(LIBRARY_KEY, signal);
  const verdict = judgeScan(report, files);
  const item = pickItem(report);
  terminal.print(`\nWhat the service decided:\n\n${showMatches(log.matches)}\n`);
  if (item) terminal.print(`One item as Plex shows it:\n\n${showItem(item)}\n`);
  terminal.print(`Compared with what is right:\n\n${showVerdict(verdict, stash.counts().pathScans)}\n`);
  return isAsExpected(verdict);
}

async function compare(demo: Demo, terminal: Terminal): Promise<boolean> {
  const expected = disturb(demo).toSorted();
  terminal.print('Now both libraries are changed in every way there is, and the service compares them:\n');
  const { state, gaps } = await sweepLibraries(demo.admin);
  const found = gaps.map(toExpectedForm).toSorted();
  terminal.print(`${showGaps(gaps)}\n`);
  const missing = expected.filter((gap) => !found.includes(gap));
  const surplus = found.filter((gap) => !expected.includes(gap));
  terminal.print(
    `  The comparison is ${state}: ${expected.length - missing.length} of ${expected.length} gaps found, ${surplus.length} found in excess.`,
  );
  for (const gap of missing) terminal.print(`    missing: ${gap}`);
  for (const gap of surplus) terminal.print(`    in excess: ${gap}`);
  return state === 'COMPLETE' && missing.length === 0 && surplus.length === 0;
}

async function stayUp(
  { provider, admin, stash, plex }: Demo,
  terminal: Terminal,
  signal: AbortSignal,
): Promise<void> {
  terminal.print(
    [
      '\nStill running, until Ctrl-C:',
      `  ${admin}/graphql        explore gaps, matches and rules`,
      `  ${admin}/gaps?format=csv   the gaps as a table`,
      `  ${admin}/health/ready   problems and state`,
      `  ${provider}/               the manifest that Plex reads`,
      `  ${stash.url}/graphql        the simulated Stash`,
      `  ${plex.url}/identity       the simulated Plex`,
    ].join('\n'),
  );
  if (!signal.aborted) await once(signal, 'abort');
}
