import type { StashView } from '../doctor/doctor-context.ts';
import type { Clock } from '../lib/clock.ts';
import type { SchemaCheck } from '../stash/schema/check-schema.ts';

type CheckSchema = StashView['checkSchema'];

/** Between two looks at the schema of a Stash that calls itself as before. */
const GOOD_FOR_MS = 24 * 3_600_000;

/**
 * The same check, made anew only when Stash has another version or a day has passed: a schema changes with its program,
 * and reading it whole is the largest question that we put to Stash.
 */
export function rememberSchemaCheck(checkSchema: CheckSchema, clock: Clock): CheckSchema {
  let last:
    { readonly version: string | undefined; readonly at: number; readonly check: SchemaCheck } | undefined;
  return async (version, signal) => {
    const at = clock.ticks();
    if (last && last.version === version && at - last.at < GOOD_FOR_MS) return last.check;
    const check = await checkSchema(version, signal);
    last = { version, at, check };
    return check;
  };
}
