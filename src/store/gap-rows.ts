import type { FoundGap, Gap, GapKind, GapReason, GapStatus, Suppression } from '../gaps/gap.ts';
import type { GapRecord } from '../gaps/gap-life.ts';
import { asPlexPath, asStashPath } from '../model/file-paths.ts';
import { toSceneId } from '../model/ids.ts';
import type { Row } from './database.ts';
import { findNumber, findText, getNumber, getText } from './rows.ts';

/** What identifies and describes a found gap, in the order in which `gaps` and `sweep_gaps` are written. */
export const FOUND_COLUMNS = `kind, subject, reason, plex_path, stash_path, plex_rating_key, plex_library, scene_id,
  path_text, studio_text`;

/** Scene ids as text, since they may be greater than a JavaScript number can hold. */
export const GAP_COLUMNS = `CAST(gaps.id AS TEXT) AS gap_id, gaps.kind, gaps.subject, gaps.reason, gaps.plex_path,
  gaps.stash_path, gaps.plex_rating_key, gaps.plex_library, CAST(gaps.scene_id AS TEXT) AS scene_id, gaps.path_text,
  gaps.state, gaps.found_by, gaps.first_seen_at, gaps.last_seen_at, gaps.closed_at, gaps.suppressed_at,
  gaps.suppressed_until, gaps.suppressed_reason, gaps.suppressed_scene_updated_at`;

export function toGapRecord(row: Row): GapRecord {
  const suppression = findSuppression(row);
  const status = toStatus(row, suppression);
  return {
    ...toFoundGap(row),
    id: getText(row, 'gap_id'),
    status,
    foundBy: getText(row, 'found_by') as Gap['foundBy'],
    firstSeenAt: getNumber(row, 'first_seen_at'),
    lastSeenAt: getNumber(row, 'last_seen_at'),
    ...(status.state === 'CLOSED' && suppression && { keptSuppression: suppression }),
  };
}

export function toFoundGap(row: Row): FoundGap {
  const [plexPath, stashPath] = [findText(row, 'plex_path'), findText(row, 'stash_path')];
  const [plexRatingKey, plexLibrary] = [findText(row, 'plex_rating_key'), findText(row, 'plex_library')];
  const sceneId = findText(row, 'scene_id');
  return {
    kind: getText(row, 'kind') as GapKind,
    reason: getText(row, 'reason') as GapReason,
    subject: getText(row, 'subject'),
    ...(plexPath !== undefined && { plexPath: asPlexPath(plexPath) }),
    ...(stashPath !== undefined && { stashPath: asStashPath(stashPath) }),
    ...(plexRatingKey !== undefined && { plexRatingKey }),
    ...(plexLibrary !== undefined && { plexLibrary }),
    ...(sceneId !== undefined && { sceneId: toSceneId(sceneId) }),
  };
}

function toStatus(row: Row, suppression: Suppression | undefined): GapStatus {
  const state = getText(row, 'state');
  if (state === 'CLOSED') return { state, closedAt: getNumber(row, 'closed_at') };
  return state === 'SUPPRESSED' && suppression ? { state, suppression } : { state: 'OPEN' };
}

function findSuppression(row: Row): Suppression | undefined {
  const at = findNumber(row, 'suppressed_at');
  if (at === undefined) return undefined;
  const until = findNumber(row, 'suppressed_until');
  const sceneUpdatedAt = findText(row, 'suppressed_scene_updated_at');
  return {
    reason: getText(row, 'suppressed_reason'),
    at,
    ...(until !== undefined && { until }),
    ...(sceneUpdatedAt !== undefined && { sceneUpdatedAt }),
  };
}
