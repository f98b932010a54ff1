import type { Clock } from '../lib/clock.ts';
import type { Scene } from '../model/scene.ts';
import type { PlexMovie } from './plex-metadata.ts';
import { toServedFingerprint } from './served-fingerprint.ts';
import type { ServedEntry, ServedLedger } from './served-ledger.ts';

/** What recording takes. */
export interface ServedRecorder {
  readonly ledger: ServedLedger;
  readonly clock: Clock;
  /** Told when the ledger refuses, as it does on a full disk. */
  readonly onLedgerFailure: (error: unknown) => void;
}

/** Notes that Plex was told this movie. Never throws: a scan goes on when the note cannot be written. */
export function recordServed(
  { ledger, clock, onLedgerFailure }: ServedRecorder,
  scene: Scene,
  movie: PlexMovie,
  via: ServedEntry['via'],
): void {
  const fingerprint = toServedFingerprint(movie);
  const served = { sceneId: scene.id, servedAt: clock.now(), fingerprint, via };
  try {
    ledger.record({ ...served, sceneUpdatedAt: scene.updatedAt });
  } catch (error) {
    onLedgerFailure(error);
  }
}
