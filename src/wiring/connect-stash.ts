import type { StashConfig } from '../config/config.ts';
import { toNextStep } from '../doctor/stash-problems.ts';
import { createGuards } from '../lib/policy.ts';
import { createRecordBreaker } from '../observe/record-breaker.ts';
import type { StashState } from '../stash/capabilities.ts';
import { createStashImages } from '../stash/image-fetch.ts';
import { judgeStashError } from '../stash/judge-stash-error.ts';
import { createSceneReader } from '../stash/scene-reader.ts';
import { type StashCallEvent, createStashClient } from '../stash/stash-client.ts';
import { createStashConnection } from '../stash/stash-connection.ts';
import { createStashSource } from '../stash/stash-source.ts';
import { toUnknownCause } from '../stash/to-unknown-cause.ts';
import { createStashTransport } from '../stash/transport.ts';
import type { Surroundings } from './surroundings.ts';

export type Stash = ReturnType<typeof connectStash>;

/** Background work is spaced even where a scan is not limited. */
const BACKGROUND_RATE_PER_S = 10;
const BACKGROUND_CONCURRENCY = 2;
/** A page of a pull may wait long for a busy Stash; nobody waits for it. */
const BACKGROUND_DEADLINE_MS = 120_000;

/** Everything that talks to Stash. */
export function connectStash(
  config: StashConfig,
  requestBudgetMs: number,
  { clock, logger, metrics }: Surroundings,
) {
  const rate = config.ratePerS === undefined ? {} : { ratePerS: config.ratePerS };
  const guards = createGuards({
    clock,
    request: { concurrency: config.concurrency, deadlineMs: requestBudgetMs, ...rate },
    background: {
      concurrency: BACKGROUND_CONCURRENCY,
      ratePerS: Math.min(config.ratePerS ?? Infinity, BACKGROUND_RATE_PER_S),
      deadlineMs: BACKGROUND_DEADLINE_MS,
    },
    timeoutMs: config.timeoutMs,
    judge: judgeStashError,
    describe: (error) => toUnknownCause(error).detail,
  });
  const transport = createStashTransport({ baseUrl: config.url, apiKey: config.apiKey });
  const raw = createStashClient({ transport, guards, clock, onCall: (event) => countCall(event, metrics) });
  const connection = createStashConnection({ client: raw, breaker: guards.breaker, clock });
  guards.breaker.onChange(createRecordBreaker(logger));
  connection.onChange((state) => recordState(config.url, state, logger));
  const { client } = connection;
  return {
    url: config.url,
    guards,
    connection,
    reader: createSceneReader({ client, clock }),
    images: createStashImages(client, config.timeoutMs),
    source: createStashSource({
      client,
      capabilities: () => connection.capabilities(),
      onUnreadable: (scenes) =>
        logger.warn({ scenes }, 'Stash cannot read these scenes of its own; they are left out'),
    }),
  };
}

function countCall({ operation, tookMs, outcome }: StashCallEvent, metrics: Surroundings['metrics']): void {
  metrics.stashSeconds.observe({ operation }, tookMs / 1000);
  if (outcome !== 'OK') metrics.stashErrors.inc({ kind: outcome });
}

/** Says in the log what became of Stash, with the likely cause when it cannot be had. */
function recordState(url: string, state: StashState, logger: Surroundings['logger']): void {
  if (state.kind === 'CONNECTED') {
    logger.info({ version: state.version, ...state.capabilities }, 'Stash answers');
    return;
  }
  const { reason, detail } = state.cause;
  logger.warn({ stash: url, reason, detail, nextStep: toNextStep(reason, url) }, 'Stash cannot be used');
}
