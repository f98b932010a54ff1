import type { Benchmark } from './benchmark.ts';
import { idleBenchmark } from './benchmarks/idle.ts';
import { matchBenchmark } from './benchmarks/match.ts';
import { metadataBenchmark } from './benchmarks/metadata.ts';
import { pullBenchmark } from './benchmarks/pull.ts';
import { rulesBenchmark } from './benchmarks/rules.ts';
import { scanBenchmark } from './benchmarks/scan.ts';

/** All benchmarks, in the order in which the table shows them; the sweep's place is after the pull. */
export const BENCHMARKS: readonly Benchmark[] = [
  matchBenchmark,
  scanBenchmark,
  pullBenchmark,
  metadataBenchmark,
  rulesBenchmark,
  idleBenchmark,
];
