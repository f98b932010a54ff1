import { SettableClock } from './settable-clock.ts';
import type { Clock } from '../../src/lib/clock.ts';
import { createGuards, type GuardOptions } from '../../src/lib/policy.ts';
import type { Secret } from '../../src/lib/secret.ts';
import { judgeStashError } from '../../src/stash/judge-stash-error.ts';
import { createStashClient, type StashCallEvent } from '../../src/stash/stash-client.ts';
import { createStashTransport } from '../../src/stash/transport.ts';

export interface AdapterOptions extends Partial<GuardOptions> {
  readonly clock?: Clock;
  readonly apiKey?: Secret;
  readonly onCall?: (event: StashCallEvent) => void;
}

/** The adapter as `app.ts` wires it, against any address, with guards that do not get in a test's way. */
export function createTestAdapter(url: string, options: AdapterOptions = {}) {
  const clock = options.clock ?? new SettableClock();
  const guards = createGuards({
    request: { concurrency: 8, deadlineMs: 60_000 },
    background: { concurrency: 2, deadlineMs: 60_000 },
    timeoutMs: 10_000,
    retries: 0,
    retryBaseMs: 1,
    judge: judgeStashError,
    describe: (error) => (error instanceof Error ? error.message : 'unknown'),
    ...options,
    clock,
  });
  const transport = createStashTransport({ baseUrl: url, apiKey: options.apiKey });
  const client = createStashClient({ transport, guards, clock, onCall: options.onCall });
  return { clock, guards, transport, client };
}
