import { applyFindings } from './apply-findings.ts';
import { PlexNotRead } from './plex-library.ts';
import type { SweepContext, SweepTools } from './sweep-context.ts';
import { SWEEP_STEPS } from './sweep-steps.ts';
import { SweepStopped } from './sweep-stopped.ts';
import type { IncompleteCause, Sweep, SweepPhase, SweepStatus } from './sweep.ts';

export interface SweepRunOptions {
  readonly tools: SweepTools;
  readonly signal: AbortSignal;
  /** Told whenever counts or phase move; not of the end. */
  readonly onProgress: (sweep: Sweep) => void;
  /** Told of a fault on this side: the sweep ends as incomplete. */
  readonly onFailure: (error: unknown) => void;
}

const INTERRUPTED: IncompleteCause = {
  reason: 'INTERRUPTED',
  detail: 'The comparison was cut short before its end.',
};

const FAILED: IncompleteCause = {
  reason: 'INTERRUPTED',
  detail: 'The comparison failed on this side; the log says more.',
};

const NOT_CONFIGURED: IncompleteCause = {
  reason: 'PLEX_NOT_CONFIGURED',
  detail: 'No Plex server is configured: set PLEX_URL and PLEX_TOKEN to compare both libraries.',
};

/**
 * Takes a sweep that was just stored as running to its end, whatever that is, and stores it. Gaps change only when it
 * ends as complete. Never rejects.
 */
export async function runSweep(started: Sweep, options: SweepRunOptions): Promise<Sweep> {
  const { tools, onFailure } = options;
  const run = { sweep: started };
  try {
    tools.staging.clear();
    return await runSteps(run, options);
  } catch (error) {
    return endUnapplied(run.sweep, toEnd(error, options), options);
  } finally {
    guard(() => tools.staging.clear(), onFailure);
  }
}

/** After a start: sweeps that a kill cut short changed nothing, and say so from now on. */
export function endInterrupted({ sweeps, staging, clock }: SweepTools): void {
  for (const sweep of sweeps.listRunning()) {
    sweeps.updateSweep({
      ...sweep,
      status: { state: 'INCOMPLETE', endedAt: clock.now(), cause: INTERRUPTED },
    });
  }
  staging.clear();
}

async function runSteps(run: { sweep: Sweep }, options: SweepRunOptions): Promise<Sweep> {
  const { tools, signal, onProgress } = options;
  if (tools.plex === undefined) return endUnapplied(run.sweep, toIncomplete(NOT_CONFIGURED), options);
  const context: SweepContext = {
    tools,
    plex: tools.plex,
    signal,
    startedAt: run.sweep.startedAt,
    sections: [],
    counts: run.sweep.counts,
    sectionCounts: [],
    onProgress: () => {
      run.sweep = { ...run.sweep, counts: context.counts };
      onProgress(run.sweep);
    },
  };
  for (const step of SWEEP_STEPS) {
    signal.throwIfAborted();
    enterPhase(run, step.phase, options);
    const cause = await step.run(context);
    if (cause !== undefined) return endUnapplied(run.sweep, toIncomplete(cause), options);
  }
  signal.throwIfAborted();
  enterPhase(run, 'APPLYING', options);
  return apply(run.sweep, context);
}

function enterPhase(run: { sweep: Sweep }, phase: SweepPhase, { tools, onProgress }: SweepRunOptions): void {
  if (run.sweep.status.state === 'RUNNING' && run.sweep.status.phase === phase) return;
  run.sweep = { ...run.sweep, status: { state: 'RUNNING', phase } };
  tools.sweeps.updateSweep(run.sweep);
  onProgress(run.sweep);
}

/** The gaps and the word that the sweep is complete are kept together or not at all. */
function apply(sweep: Sweep, context: SweepContext): Sweep {
  const { gaps, sweeps } = context.tools;
  return gaps.transaction(() => {
    const endedAt = applyFindings(context);
    const complete: Sweep = { ...sweep, counts: context.counts, status: { state: 'COMPLETE', endedAt } };
    sweeps.updateSweep(complete);
    return complete;
  });
}

type EndWithoutGaps = (endedAt: number) => SweepStatus;

function toIncomplete(cause: IncompleteCause): EndWithoutGaps {
  return (endedAt) => ({ state: 'INCOMPLETE', endedAt, cause });
}

function toEnd(error: unknown, { signal, onFailure }: SweepRunOptions): EndWithoutGaps {
  if (signal.aborted) {
    const isCancelled = signal.reason instanceof SweepStopped && signal.reason.by === 'CANCEL';
    return isCancelled ? (endedAt) => ({ state: 'CANCELLED', endedAt }) : toIncomplete(INTERRUPTED);
  }
  if (error instanceof PlexNotRead) return toIncomplete(error.incomplete);
  onFailure(error);
  return toIncomplete(FAILED);
}

/** A disk that is full may refuse even this: the next start tells the sweep for interrupted then. */
function endUnapplied(sweep: Sweep, end: EndWithoutGaps, { tools, onFailure }: SweepRunOptions): Sweep {
  const ended = { ...sweep, status: end(tools.clock.now()) };
  guard(() => tools.sweeps.updateSweep(ended), onFailure);
  return ended;
}

function guard(work: () => void, onFailure: (error: unknown) => void): void {
  try {
    work();
  } catch (error) {
    onFailure(error);
  }
}
