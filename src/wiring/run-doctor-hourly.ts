import type { LogConfig } from '../config/config.ts';
import type { Doctor } from '../doctor/create-doctor.ts';
import { getProblemKind, isProblemId } from '../doctor/problem-catalog.ts';
import type { Problem } from '../observe/problem.ts';
import type { Surroundings } from './surroundings.ts';

const EVERY_MS = 3_600_000;

/** Runs the doctor now and every hour until the signal aborts, and writes what is new to the log. Never rejects. */
export async function runDoctorHourly(
  doctor: Doctor,
  paths: LogConfig['paths'],
  { clock, logger }: Surroundings,
  signal: AbortSignal,
): Promise<void> {
  let told: ReadonlySet<string> = new Set();
  try {
    for (;;) {
      const { problems } = await doctor.run(signal);
      for (const problem of problems) if (!told.has(toKey(problem))) tell(problem);
      told = new Set(problems.map(toKey));
      await clock.sleep(EVERY_MS, signal);
    }
  } catch (error) {
    if (!signal.aborted) logger.error({ err: error }, 'the doctor ended');
  }

  function tell({ id, severity, summary, nextStep }: Problem): void {
    const text = paths === 'hidden' && isProblemId(id) ? getProblemKind(id).title : summary;
    logger[severity === 'ERROR' ? 'error' : 'warn']({ problem: id, nextStep }, text);
  }
}

function toKey({ id, summary }: Problem): string {
  return `${id} ${summary}`;
}
