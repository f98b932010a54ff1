import type { AdminRights } from './admin-access.ts';
import type { ApiDependencies } from './api-dependencies.ts';
import type { SceneLoader } from './scenes/scene-loader.ts';

/** What the door knows about one request. */
export interface RequestContext {
  readonly rights: AdminRights;
  /** Aborts when the request's time is over, its sender has gone, or the service stops. */
  readonly signal: AbortSignal;
}

/** What every resolver of one request is given. */
export interface ApiContext extends RequestContext {
  readonly api: ApiDependencies;
  readonly scenes: SceneLoader;
}
