import type { MatchExplanation } from '../matching/explanation.ts';
import type { MatchOutcome } from '../matching/outcome.ts';
import type { Logger } from './logger.ts';
import type { Metrics } from './metrics.ts';
import type { ShowPath } from './shown-path.ts';

/** Writes one finished match to the log (one line) and the counters. */
export type RecordMatch = (explanation: MatchExplanation) => void;

export function createRecordMatch(logger: Logger, metrics: Metrics, showPath: ShowPath): RecordMatch {
  // Nothing in this line can be a secret, and looking for some takes longer than writing it.
  const lines = logger.child({}, { redact: [] });
  return ({ fileName, title, manual, outcome, tookMs }) => {
    const labels = toLabels(outcome);
    metrics.matches.inc(labels);
    const shown = showPath(fileName ?? title ?? '');
    const scene = outcome.kind === 'MATCHED' ? { scene: outcome.sceneId } : {};
    lines.info(
      { file: shown, manual: manual || undefined, ...labels, ...scene, ms: Math.round(tookMs * 10) / 10 },
      'match',
    );
  };
}

function toLabels(outcome: MatchOutcome): { outcome: string; strategy: string; reason: string } {
  switch (outcome.kind) {
    case 'MATCHED':
      return { outcome: outcome.kind, strategy: outcome.strategy, reason: '' };
    case 'MISSED':
      return { outcome: outcome.kind, strategy: '', reason: outcome.reason };
    case 'UNKNOWN':
      return { outcome: outcome.kind, strategy: '', reason: outcome.cause.reason };
    case 'AMBIGUOUS':
    case 'CANDIDATES':
      return { outcome: outcome.kind, strategy: outcome.candidates[0]?.strategy ?? '', reason: '' };
  }
}
