import type { UnknownCause } from '../model/unknown-cause.ts';
import type { GetCapabilitiesQuery, GetServerStateQuery } from './generated/operations.ts';
import { type Loose, findText, listOf, optional } from './loose.ts';
import { StashError } from './stash-error.ts';
import { toUnknownCause } from './to-unknown-cause.ts';

/** What the connected Stash offers beyond what every version from 0.27 on has. */
export interface StashCapabilities {
  /** `Query.findFile`, an indexed look-up by exact path: from 0.29 on. */
  readonly findFile: boolean;
  /** `SceneFilterType.files_filter`, to ask for scenes whose files changed: from 0.30 on. */
  readonly filesFilter: boolean;
}

/** What the last look at Stash found. `version` is Stash's own word, e.g. `v0.30.1`; a private build may have none. */
export type StashState =
  | { readonly kind: 'CONNECTED'; readonly version?: string; readonly capabilities: StashCapabilities }
  | {
      readonly kind: 'TOO_OLD' | 'NOT_SET_UP' | 'NEEDS_MIGRATION';
      readonly version?: string;
      readonly cause: UnknownCause;
    }
  | { readonly kind: 'UNKNOWN'; readonly cause: UnknownCause };

/** Reads the two answers of the probe. */
export function toStashState(
  server: Loose<GetServerStateQuery>,
  offered: Loose<GetCapabilitiesQuery>,
): StashState {
  const version = optional('version', toVersion(server?.version?.version));
  const status = server?.systemStatus?.status;
  if (status === 'SETUP') return notReady('NOT_SET_UP', version);
  if (status === 'NEEDS_MIGRATION') return notReady('NEEDS_MIGRATION', version);
  if (isTooOld(offered)) return notReady('TOO_OLD', version);
  return { kind: 'CONNECTED', ...version, capabilities: toCapabilities(offered) };
}

/** `Scene.groups` came with 0.27 and every scene is read with it. Where introspection is closed nobody can tell. */
function isTooOld(offered: Loose<GetCapabilitiesQuery>): boolean {
  const fields = listNames(offered?.scene?.fields);
  return fields.length > 0 && !fields.includes('groups');
}

function toCapabilities(offered: Loose<GetCapabilitiesQuery>): StashCapabilities {
  return {
    findFile: listNames(offered?.query?.fields).includes('findFile'),
    filesFilter: listNames(offered?.sceneFilter?.inputFields).includes('files_filter'),
  };
}

function notReady(
  kind: 'TOO_OLD' | 'NOT_SET_UP' | 'NEEDS_MIGRATION',
  version: { readonly version?: string },
): StashState {
  return { kind, ...version, cause: toUnknownCause(new StashError(kind)) };
}

function listNames(members: Loose<readonly { readonly name: string }[]>): readonly (string | undefined)[] {
  return listOf(members).map((member) => findText(member.name));
}

/** A version is shown to people and compared, so only what looks like one is let through. */
function toVersion(value: unknown): string | undefined {
  return typeof value === 'string' && /^[\w.+-]{1,60}$/.test(value) ? value : undefined;
}
