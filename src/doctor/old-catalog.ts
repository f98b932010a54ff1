import type { CatalogConfig } from '../config/config.ts';

/** Three passes may be missed before somebody is told. */
const MISSED_PASSES = 3;
/** A cron expression may leave out a week, as a weekly one does. */
const CRON_MS = 8 * 24 * 3_600_000;

/** The age from which a catalog is old, by how often it is to be compared; `undefined` where that is left to a person. */
export function findOldAfterMs({ diff, full }: Pick<CatalogConfig, 'diff' | 'full'>): number | undefined {
  const ages = [diff, full].flatMap((spec) => {
    if (spec.kind === 'EVERY') return [spec.intervalMs * MISSED_PASSES];
    return spec.kind === 'CRON' ? [CRON_MS] : [];
  });
  return ages.length === 0 ? undefined : Math.min(...ages);
}
