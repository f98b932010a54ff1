import { describe, expect, it } from 'vitest';
import type { PmsSimulatorOptions } from '../../../simulators/plex/pms-simulator-options.ts';
import { startPmsSimulator } from '../../../simulators/plex/start-pms-simulator.ts';
import { goldenManifest, IDENTIFIER } from '../../support/golden-provider-answers.ts';
import { answerOf, startTinyProvider } from '../../support/tiny-provider.ts';

const TOKEN = 'pms-token-1';
const PROVIDERS = '/media/providers/metadata';
const GROUPS = `${PROVIDERS}/group`;

async function start(options: Partial<PmsSimulatorOptions> = {}) {
  const libraries = [{ title: 'Adult', locations: ['/media/Adult'] }];
  const pms = await startPmsSimulator({ token: TOKEN, libraries, ...options });
  const send = (method: string, path: string) =>
    fetch(pms.url + path, { method, headers: { Accept: 'application/json', 'X-Plex-Token': TOKEN } });
  return {
    pms,
    status: async (method: string, path: string) => (await send(method, path)).status,
    read: async (path: string) =>
      ((await (await send('GET', path)).json()) as { MediaContainer: unknown }).MediaContainer,
    add: async (uri: string) => (await send('POST', `${PROVIDERS}?uri=${encodeURIComponent(uri)}`)).status,
    send,
    [Symbol.asyncDispose]: () => pms[Symbol.asyncDispose](),
  };
}

describe('a provider', () => {
  it('is called at its root before it is added, without a slash at the end', async () => {
    await using provider = await startTinyProvider('/secret-path');
    await using plex = await start();
    expect(await plex.add(provider.uri)).toBe(200);
    expect(provider.seen.map(({ method, url }) => [method, url])).toEqual([
      ['GET', '/secret-path?includePreferences=1'],
    ]);
    expect(provider.seen[0]?.headers['user-agent']).toBe('PlexMediaServer/1.43.0.10467');
    expect(await plex.read(PROVIDERS)).toEqual({
      size: 1,
      MetadataAgentProvider: [
        {
          id: 1,
          identifier: IDENTIFIER,
          title: 'Stash2Plex',
          uri: provider.uri,
          agentType: 'primary',
          MetadataType: [{ type: 1 }],
          online: true,
        },
      ],
    });
    expect(await plex.read(`${PROVIDERS}?metadataTypes=2`)).toEqual({ size: 0 });
  });

  it.each([
    ['an address where nobody answers', 'http://127.0.0.1:2'],
    ['no address', 'nothing'],
    ['an empty address', ''],
  ])('with %s is refused with 400', async (_, uri) => {
    await using plex = await start();
    expect(await plex.add(uri)).toBe(400);
    expect(plex.pms.providers).toEqual([]);
  });

  it.each([
    ['a manifest without features', answerOf(200, { MediaProvider: { identifier: IDENTIFIER, title: 'x' } })],
    ['an error', answerOf(500, goldenManifest)],
    ['no JSON', { status: 200, body: '<html>' }],
  ])('with %s is refused with 400', async (_, answer) => {
    await using provider = await startTinyProvider();
    provider.misbehave = () => answer;
    await using plex = await start();
    expect(await plex.add(provider.uri)).toBe(400);
  });

  it('whose identifier is known is refused with 409 and a page of HTML', async () => {
    await using provider = await startTinyProvider();
    await using second = await startTinyProvider();
    await using plex = await start();
    await plex.add(provider.uri);
    const answer = await plex.send('POST', `${PROVIDERS}?uri=${encodeURIComponent(second.uri)}`);
    expect(answer.status).toBe(409);
    expect(await answer.text()).toContain('<h1>409 Conflict</h1>');
  });

  it('keeps the manifest it had until it is changed or Plex restarts', async () => {
    await using provider = await startTinyProvider();
    await using plex = await start();
    await plex.add(provider.uri);
    const titled = (title: string) =>
      answerOf(200, { MediaProvider: { ...goldenManifest.MediaProvider, title } });
    provider.misbehave = () => titled('Second');
    expect(plex.pms.providers).toMatchObject([{ title: 'Stash2Plex' }]);
    expect(await plex.status('PUT', `${PROVIDERS}/1?uri=${encodeURIComponent(provider.uri)}`)).toBe(200);
    expect(plex.pms.providers).toMatchObject([{ title: 'Second' }]);
    provider.misbehave = () => titled('Third');
    await plex.pms.restart();
    expect(plex.pms.providers).toMatchObject([{ title: 'Third', online: true }]);
    provider.misbehave = () => 'HANG_UP';
    await plex.pms.restart();
    expect(plex.pms.providers).toMatchObject([{ title: 'Third', online: false }]);
    expect(await plex.status('PUT', `${PROVIDERS}/1?uri=nowhere`)).toBe(400);
    expect(plex.pms.providers).toMatchObject([{ uri: provider.uri }]);
  });

  it('is reached as the network of Plex has it', async () => {
    await using provider = await startTinyProvider();
    const network = (uri: string) => (uri === 'http://inside:8080' ? provider.uri : undefined);
    await using plex = await start({ network });
    expect(await plex.add(provider.uri)).toBe(400);
    expect(await plex.add('http://inside:8080')).toBe(200);
    expect(plex.pms.providers).toMatchObject([{ uri: 'http://inside:8080' }]);
  });

  it('goes only while no group uses it', async () => {
    await using provider = await startTinyProvider();
    await using plex = await start();
    await plex.add(provider.uri);
    await plex.send('POST', `${GROUPS}?title=G&primaryIdentifier=${IDENTIFIER}`);
    const group = plex.pms.groups[0]?.id ?? 0;
    expect(await plex.status('DELETE', `${PROVIDERS}/1`)).toBe(403);
    expect(await plex.status('DELETE', `${GROUPS}/${group}/items/1`)).toBe(403);
    expect(await plex.status('DELETE', `${GROUPS}/${group}`)).toBe(200);
    expect(await plex.status('DELETE', `${PROVIDERS}/1`)).toBe(200);
    expect(await plex.status('DELETE', `${PROVIDERS}/1`)).toBe(404);
    expect(await plex.status('GET', `${PROVIDERS}/1`)).toBe(404);
  });

  it('needs a token', async () => {
    await using plex = await start();
    const answer = await fetch(`${plex.pms.url}${PROVIDERS}`);
    expect(answer.status).toBe(401);
  });
});

describe('a group', () => {
  it('is made with the item of its primary, and shows its items in order', async () => {
    await using provider = await startTinyProvider();
    await using plex = await start({ modes: { ids: 'STRING' } });
    await plex.add(provider.uri);
    expect(await plex.status('POST', `${GROUPS}?title=Mine&primaryIdentifier=${IDENTIFIER}`)).toBe(200);
    expect(await plex.read(GROUPS)).toEqual({
      size: 1,
      MetadataAgentProviderGroup: [
        {
          id: '3',
          title: 'Mine',
          primaryIdentifier: IDENTIFIER,
          MetadataAgentProviderGroupItem: [
            { id: '2', metadataAgentProviderGroupId: '3', metadataAgentProviderId: '1', order: 1000 },
          ],
        },
      ],
    });
  });

  it.each([[`title=Mine`], [`primaryIdentifier=${IDENTIFIER}`], ['title=Mine&primaryIdentifier=unknown']])(
    'is refused with 400 for %s',
    async (query) => {
      await using provider = await startTinyProvider();
      await using plex = await start();
      await plex.add(provider.uri);
      expect(await plex.status('POST', `${GROUPS}?${query}`)).toBe(400);
      expect(plex.pms.groups).toEqual([]);
    },
  );

  it('takes further providers of the same types, in any order', async () => {
    await using primary = await startTinyProvider();
    await using contributor = await startTinyProvider();
    await using television = await startTinyProvider();
    contributor.misbehave = () => answerOf(200, manifestOf('tv.plex.agents.custom.second', [1]));
    television.misbehave = () => answerOf(200, manifestOf('tv.plex.agents.custom.tv', [2, 3, 4]));
    await using plex = await start();
    for (const { uri } of [primary, contributor, television]) expect(await plex.add(uri)).toBe(200);
    await plex.send('POST', `${GROUPS}?title=G&primaryIdentifier=${IDENTIFIER}`);
    const items = `${GROUPS}/${plex.pms.groups[0]?.id ?? 0}/items`;
    expect(await plex.status('PUT', `${items}/2`)).toBe(200);
    expect(await plex.status('PUT', `${items}/3`)).toBe(400);
    expect(plex.pms.groups[0]?.items.map(({ providerId }) => providerId)).toEqual([1, 2]);
    await plex.send('PUT', `${items}/2?after=-1`);
    expect(plex.pms.groups[0]?.items.map(({ providerId }) => providerId)).toEqual([2, 1]);
    expect(await plex.status('DELETE', `${items}/2`)).toBe(200);
    expect(await plex.status('DELETE', `${items}/2`)).toBe(404);
  });
});

describe('a library', () => {
  async function startWithGroup() {
    const provider = await startTinyProvider();
    const plex = await start({ disk: ['/new/known 7.mp4', '/newer/known 8.mp4'] });
    await plex.add(provider.uri);
    await plex.send('POST', `${GROUPS}?title=G&primaryIdentifier=${IDENTIFIER}`);
    const agent = `agent=${IDENTIFIER}&metadataAgentProviderGroupId=${plex.pms.groups[0]?.id ?? 0}`;
    const stack = new AsyncDisposableStack();
    stack.use(plex);
    stack.use(provider);
    return { plex, agent, [Symbol.asyncDispose]: () => stack.disposeAsync() };
  }

  it('is not made by the documented route, but by the older one, and can be scanned', async () => {
    await using world = await startWithGroup();
    const { plex, agent } = world;
    const query = `name=New&type=movie&scanner=Plex%20Movie&language=en-US&location=%2Fnew&location=%2Fmore&${agent}`;
    expect(await plex.status('POST', `/library/sections/all?${query}`)).toBe(404);
    expect(await plex.status('POST', `/library/sections?${query}`)).toBe(200);
    expect(plex.pms.getSection('2')).toMatchObject({ locations: ['/new', '/more'], agent: IDENTIFIER });
    const report = await plex.pms.scan('2');
    expect(report.files.map(({ file, guid }) => [file.path, guid])).toEqual([
      ['/new/known 7.mp4', `${IDENTIFIER}://movie/7`],
    ]);
  });

  it.each([
    ['no name', 'type=movie&scanner=Plex%20Movie&language=en&location=/n&agent=tv.plex.agents.movie'],
    ['no folder', 'name=N&type=movie&scanner=Plex%20Movie&language=en&agent=tv.plex.agents.movie'],
    [
      'a number as type',
      'name=N&type=1&scanner=Plex%20Movie&language=en&location=/n&agent=tv.plex.agents.movie',
    ],
    [
      'our agent without its group',
      `name=N&type=movie&scanner=Plex%20Movie&language=en&location=/n&agent=${IDENTIFIER}`,
    ],
  ])('with %s is refused with 400', async (_, query) => {
    await using world = await startWithGroup();
    expect(await world.plex.status('POST', `/library/sections?${query}`)).toBe(400);
    expect(world.plex.pms.sections).toHaveLength(1);
  });

  it('is not changed without an agent, and loses its folders to whoever sends others', async () => {
    await using world = await startWithGroup();
    const { plex, agent } = world;
    expect(await plex.status('PUT', '/library/sections/1?name=Other')).toBe(400);
    expect(await plex.status('PUT', `/library/sections/9?${agent}`)).toBe(404);
    const answer = await plex.send('PUT', `/library/sections/1?${agent}`);
    expect([answer.status, await answer.text(), answer.headers.get('content-type')]).toEqual([
      200,
      '',
      'text/html',
    ]);
    expect(plex.pms.getSection('1')).toMatchObject({ title: 'Adult', locations: ['/media/Adult'] });
    await plex.send('PUT', `/library/sections/1?${agent}&locations=/a,/b`);
    expect(plex.pms.getSection('1').locations).toEqual(['/a', '/b']);
  });
});

function manifestOf(identifier: string, types: readonly number[]) {
  const Types = types.map((type) => ({ type, Scheme: [{ scheme: identifier }] }));
  return { MediaProvider: { ...goldenManifest.MediaProvider, identifier, Types } };
}
