import type { MatchExplanation } from '../matching/explanation.ts';
import type { Candidate, MatchOutcome, MissReason, StrategyName } from '../matching/outcome.ts';
import type { UnknownReason } from '../model/unknown-cause.ts';
import type { AdminClient } from './admin-client.ts';

/** A decision as the command shows it. */
export type Explained = Pick<MatchExplanation, 'outcome' | 'steps'>;

interface Question {
  readonly fileName: string;
  readonly title: string | undefined;
  readonly manual: boolean;
}

const EXPLAIN = `query Explain($fileName: String!, $title: String, $manual: Boolean) {
  explainMatch(fileName: $fileName, title: $title, manual: $manual) {
    outcome reason strategy sceneId
    candidates { sceneId strategy certain score }
    steps { strategy finding tried }
  }
}`;

interface Answer {
  readonly explainMatch: {
    readonly outcome: MatchOutcome['kind'];
    readonly reason: string | null;
    readonly strategy: StrategyName | null;
    readonly sceneId: Candidate['sceneId'] | null;
    readonly candidates: readonly Candidate[];
    readonly steps: MatchExplanation['steps'];
  };
}

/** Asks the running service to explain, since the data folder is its own while it runs. */
export async function explainThroughService(admin: AdminClient, question: Question): Promise<Explained> {
  const { explainMatch } = await admin.ask<Answer>(EXPLAIN, { ...question });
  return { outcome: toOutcome(explainMatch), steps: explainMatch.steps };
}

function toOutcome(answer: Answer['explainMatch']): MatchOutcome {
  const { outcome: kind, reason, strategy, sceneId, candidates } = answer;
  switch (kind) {
    case 'MATCHED':
      if (sceneId === null || strategy === null)
        throw new TypeError('expected a matched scene, but got: none');
      return { kind, sceneId, strategy };
    case 'MISSED':
      return { kind, reason: reason as MissReason };
    case 'UNKNOWN':
      return { kind, cause: { reason: reason as UnknownReason, detail: 'See the steps above.' } };
    case 'AMBIGUOUS':
    case 'CANDIDATES':
      return { kind, candidates };
  }
}
