import { onTestFinished } from 'vitest';
import { startScriptedStash } from './scripted-stash.ts';

/** What a PMS has, for findings about it; all is well unless told. */
export interface PlexSituation {
  readonly version?: string;
  /** False: the token may read libraries, but not providers. */
  readonly isOwner?: boolean;
  readonly providers?: readonly object[];
  readonly groups?: readonly object[];
  readonly sections?: readonly object[];
}

export const OUR_ID = 'tv.plex.agents.custom.stash2plex';

export const GOOD_PROVIDER = {
  id: 1,
  identifier: OUR_ID,
  title: 'Stash2Plex',
  uri: 'http://10.0.0.5:8080',
  online: true,
};
export const GOOD_GROUP = { id: 2, title: 'Stash2Plex', primaryIdentifier: OUR_ID };
export const GOOD_SECTION = { key: '1', title: 'Films', type: 'movie', agent: OUR_ID, scanner: 'Plex Movie' };

/** Starts a server with the few answers of PMS that the doctor reads; gives its address. It stops with the test. */
export async function startScriptedPlex(situation: PlexSituation = {}): Promise<string> {
  const { version = '1.43.0.10467', isOwner = true } = situation;
  const { providers = [GOOD_PROVIDER], groups = [GOOD_GROUP], sections = [GOOD_SECTION] } = situation;
  const answers: Readonly<Record<string, object>> = {
    '/identity': { version, machineIdentifier: 'abc' },
    '/library/sections/all': { Directory: sections },
    '/media/providers/metadata': { MetadataAgentProvider: providers },
    '/media/providers/metadata/group': { MetadataAgentProviderGroup: groups },
  };
  const server = await startScriptedStash(({ path }) => {
    if (!isOwner && path.startsWith('/media/')) return { status: 403, body: '<h1>403 Forbidden</h1>' };
    const answer = answers[path];
    return answer === undefined ? { status: 404 } : { body: { MediaContainer: answer } };
  });
  onTestFinished(() => server[Symbol.asyncDispose]());
  return server.url;
}
