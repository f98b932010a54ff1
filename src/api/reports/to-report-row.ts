import { toNextStep } from '../../gaps/gap-advice.ts';
import type { Gap } from '../../gaps/gap.ts';

/** A gap as reports show it: flat, instants as RFC 3339 text in UTC, absent values as null. */
export function toReportRow({ status, ...gap }: Gap) {
  const suppression = status.state === 'SUPPRESSED' ? status.suppression : undefined;
  return {
    id: gap.id,
    kind: gap.kind,
    reason: gap.reason,
    state: status.state,
    nextStep: toNextStep(gap.reason),
    plexPath: gap.plexPath ?? null,
    stashPath: gap.stashPath ?? null,
    plexRatingKey: gap.plexRatingKey ?? null,
    plexLibrary: gap.plexLibrary ?? null,
    sceneId: gap.sceneId ?? null,
    foundBy: gap.foundBy,
    firstSeenAt: toText(gap.firstSeenAt),
    lastSeenAt: toText(gap.lastSeenAt),
    closedAt: toText(status.state === 'CLOSED' ? status.closedAt : undefined),
    suppressedBecause: suppression?.reason ?? null,
    suppressedAt: toText(suppression?.at),
    suppressedUntil: toText(suppression?.until),
  };
}

export type ReportRow = ReturnType<typeof toReportRow>;

/** The columns of a report, in their order. */
export const REPORT_COLUMNS = [
  'id',
  'kind',
  'reason',
  'state',
  'nextStep',
  'plexPath',
  'stashPath',
  'plexRatingKey',
  'plexLibrary',
  'sceneId',
  'foundBy',
  'firstSeenAt',
  'lastSeenAt',
  'closedAt',
  'suppressedBecause',
  'suppressedAt',
  'suppressedUntil',
] as const satisfies readonly (keyof ReportRow)[];

function toText(at: number | undefined): string | null {
  return at === undefined ? null : new Date(at).toISOString();
}
