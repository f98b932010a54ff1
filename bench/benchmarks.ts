import type { Benchmark } from './benchmark.ts';
import { idleBenchmark } from './benchmarks/idle.ts';
import { matchBenchmark } from './benchmarks/match.ts';
import { metadataBenchmark } from './benchmarks/metadata.ts';
import { pullBenchmark } from './benchmarks/pull.ts';
import { rulesBenchmark } from './benchmarks/rules.ts';
import { scanBenchmark } from './benchmarks/scan.ts';
import { sweepBenchmark } from './benchmarks/sweep.ts';

/** All benchmarks, in the order in which the table shows them. */
export const BENCHMARKS: readonly Benchmark[] = [
  matchBenchmark,
  scanBenchmark,
  pullBenchmark,
  sweepBenchmark,
  metadataBenchmark,
  rulesBenchmark,
  idleBenchmark,
];
