import type { Benchmark } from '../benchmark.ts';
import { startChild } from '../processes/child.ts';
import type { ScanQuestion, ScanReply } from '../processes/scan-process.ts';
import type { StashReply } from '../processes/stash-process.ts';
import { startWorld } from '../processes/start-world.ts';
import type { Row } from '../row.ts';

/** A scan of known files; what follows Stash's changes is set so far apart that all requests belong to the scan. */
export const scanBenchmark: Benchmark = {
  name: 'scan',
  run: async ({ quick, say }) => {
    const scenes = quick ? 5_000 : 100_000;
    await using world = await startWorld({ scenes, say, env: { CATALOG_FOLLOW_S: '3600' } });
    await using scanner = startChild<ScanQuestion, ScanReply>('scan-process');
    const scan = () => scanner.ask({ do: 'SCAN', url: world.service.url, scenes });
    await world.stash.ask({ do: 'FORGET' });
    say('scanning while Stash answers');
    const live = await scan();
    const asked = await world.stash.ask({ do: 'COUNT' });
    await world.stash.ask({ do: 'STOP_SERVING' });
    say('scanning while Stash is down');
    const alone = await scan();
    return { rows: [...toLiveRows(live, asked), toAloneRow(alone)] };
  },
};

/** The operation that reads scenes for metadata, each by its id. */
const READ_SCENES = 'ReadScenes';

/** Looks for a file or its scene. Passes of the catalog and looks at Stash's state are no file's doing. */
const FOR_MATCHING = /^Find/;

function toLiveRows(scan: ScanReply, { byOperation, pathScans }: StashReply): Row[] {
  const { [READ_SCENES]: reads = 0, ...others } = byOperation;
  const matching = sumOf(Object.entries(others).filter(([operation]) => FOR_MATCHING.test(operation)));
  const beside = sumOf(Object.entries(others)) - matching;
  const perFile = reads / scan.files;
  return [
    toAnswered('scan of known files', scan),
    {
      benchmark: 'scan',
      what: 'scan of known files: requests to Stash for matching',
      measured: `${matching} for ${scan.files} files; ${beside} of the catalog's own`,
      target: '0',
      isMet: matching === 0,
    },
    {
      benchmark: 'scan',
      what: 'scan of known files: requests to Stash for metadata',
      measured: `${perFile.toFixed(2)} a file, ${pathScans} over all paths`,
      target: '≤ 1 a file, 0 over all paths',
      isMet: perFile <= 1 && pathScans === 0,
    },
  ];
}

function sumOf(counts: readonly (readonly [string, number])[]): number {
  return counts.reduce((sum, [, count]) => sum + count, 0);
}

function toAloneRow(scan: ScanReply): Row {
  return toAnswered('scan of known files, Stash down', scan);
}

function toAnswered(what: string, { files, matched, violations, tookMs }: ScanReply): Row {
  const breaches = violations.length === 0 ? '' : `, contract broken: ${violations.join('; ')}`;
  return {
    benchmark: 'scan',
    what: `${what}: files answered`,
    measured: `${((matched / files) * 100).toFixed(2)} %, ${(files / (tookMs / 1000)).toFixed(0)} files/s${breaches}`,
    target: '100 %',
    isMet: matched === files && violations.length === 0,
  };
}
