import { findId, findText, type JsonObject, listObjects } from '../loose-values.ts';
import type { PmsClient } from '../pms-client.ts';
import { PmsError } from '../pms-error.ts';

/** A library with what has to be repeated when its agent is changed. */
export interface PlexSection {
  readonly key: string;
  readonly title: string;
  /** `movie`, `show`, `artist` or `photo`. */
  readonly type: string;
  readonly agent: string;
  readonly scanner: string | undefined;
  readonly language: string | undefined;
  /** The agent group, where PMS shows it. */
  readonly groupId: string | undefined;
  /** Its folders, as PMS names them. */
  readonly folders: readonly string[];
}

/** Every library of PMS. Throws as `client.read` does, and `GARBAGE` for one without a key. */
export async function listPlexSections(
  client: PmsClient,
  signal: AbortSignal,
): Promise<readonly PlexSection[]> {
  const { members } = await client.read({ path: '/library/sections/all', signal });
  return listObjects(members.Directory).map(toSection);
}

function toSection(directory: JsonObject): PlexSection {
  const key = findId(directory.key);
  if (key === undefined) throw new PmsError('GARBAGE', { status: 200, code: 'UNEXPECTED_SHAPE' });
  return {
    key,
    title: findText(directory.title) ?? key,
    type: findText(directory.type) ?? '',
    agent: findText(directory.agent) ?? '',
    scanner: findText(directory.scanner),
    language: findText(directory.language),
    groupId: findId(directory.metadataAgentProviderGroupId),
    folders: listObjects(directory.Location).flatMap(({ path }) => findText(path) ?? []),
  };
}
