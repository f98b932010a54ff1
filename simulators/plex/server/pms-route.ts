import type { PmsAnswer } from './pms-answer.ts';
import type { PmsRequest } from './pms-request.ts';
import type { PmsState } from './pms-state.ts';

/** One thing PMS can be asked. Answers may take time, since some make PMS call a provider first. */
export interface PmsRoute {
  readonly method: string;
  /** Matches the whole path; its groups are handed to `answer` in order. */
  readonly path: RegExp;
  /** True only where PMS answers strangers. */
  readonly isOpen?: boolean;
  readonly answer: (
    state: PmsState,
    request: PmsRequest,
    groups: readonly string[],
  ) => PmsAnswer | Promise<PmsAnswer>;
}
