import { once } from 'node:events';
import { type ClientRequest, request } from 'node:http';
import { expect, it } from 'vitest';
import { collectWarnings, readLevel, toCounts } from '../support/memory-level.ts';
import { type ProviderTalk, moviesOf, talkTo } from '../support/provider-talk.ts';
import { type ScanWorld, filesOfStash, startScanWorld } from '../support/scan-world.ts';

/** Requests of each kind in one batch. */
const EACH = 150;
const AT_ONCE = 10;
/** Of some thousand requests; a leak of one kilobyte for each would show. */
const MOST_GROWTH_BYTES = 1_500_000;

type Ask = (index: number) => Promise<void>;

const QUERY = '{ status { version } gaps(first: 5) { totalCount nodes { id nextStep } } sweeps { totalCount } }';
const SUBSCRIPTION = 'subscription { gapChanged { id } }';

/** Every kind of request, by what a caller does; names that nobody has asked for yet are told apart by the batch. */
async function listKinds(world: ScanWorld, talk: ProviderTalk, batch: number): Promise<Record<string, Ask>> {
  const { admin, provider } = world.service;
  const files = filesOfStash(world);
  const fileAt = (index: number) => files[index % files.length];
  const picture = await findPicture(talk, fileAt(0)?.sceneId ?? '');
  const expectAnswer = async (path: string, status = 200): Promise<void> => {
    expect((await talk.get(path)).status).toBe(status);
  };
  const sceneAt = (index: number) => `/library/metadata/${fileAt(index)?.sceneId}`;
  const graphql = (query: string, index: number) => ({
    method: 'POST',
    body: JSON.stringify({ query: `# ${batch} ${index}\n${query}` }),
  });
  return {
    manifest: () => expectAnswer(''),
    match: async (index) => void (await talk.match({ filename: fileAt(index)?.path })),
    'match of nothing': async (index) =>
      void (await talk.match({ filename: `Nowhere ${batch}/Nothing ${index}.mp4` })),
    metadata: (index) => expectAnswer(sceneAt(index)),
    images: (index) => expectAnswer(`${sceneAt(index)}/images`),
    extras: (index) => expectAnswer(`${sceneAt(index)}/extras`),
    artwork: () => expectAnswer(picture),
    'forged artwork': (index) => expectAnswer(`/artwork/scene/${batch}/${index}/snapshot`, 404),
    'nothing there': (index) => expectAnswer(`/${batch}/${index}`, 404),
    graphql: (index) => ask(`${admin}/graphql`, graphql(QUERY, index)),
    'bad graphql': (index) => ask(`${admin}/graphql`, graphql('{ nothing }', index)),
    metrics: () => ask(`${admin}/metrics`),
    gaps: () => ask(`${admin}/gaps?format=ndjson`),
    'a subscription that is abandoned': (index) =>
      hangUpOnAnswer(`${admin}/graphql`, graphql(SUBSCRIPTION, index)),
    'a picture that is abandoned': () => hangUpOnAnswer(provider + picture),
    'a request that is abandoned': (index) => hangUp(provider + sceneAt(index)),
    'a request that is never finished': () => hangUpUnfinished(`${provider}/library/metadata/matches`),
  };
}

async function findPicture(talk: ProviderTalk, sceneId: string): Promise<string> {
  const [movie] = moviesOf(await talk.get(`/library/metadata/${sceneId}`));
  const { pathname } = new URL(String(movie?.['art']));
  return pathname;
}

interface Sent {
  readonly method?: string;
  readonly body?: string;
}

function open(url: string, { method = 'GET', body }: Sent = {}): ClientRequest {
  const headers = body === undefined ? {} : { 'content-type': 'application/json' };
  const isStream = body?.includes('subscription') === true;
  const accept = isStream ? { accept: 'text/event-stream' } : {};
  const outgoing = request(url, { agent: false, method, headers: { ...headers, ...accept } });
  outgoing.on('error', () => undefined);
  return outgoing;
}

async function ask(url: string, sent: Sent = {}): Promise<void> {
  const outgoing = open(url, sent);
  outgoing.end(sent.body);
  const [response] = (await once(outgoing, 'response')) as [NodeJS.ReadableStream & { statusCode: number }];
  response.resume();
  await once(response, 'end');
  expect(response.statusCode).toBe(200);
}

async function hangUpOnAnswer(url: string, sent: Sent = {}): Promise<void> {
  const outgoing = open(url, sent);
  outgoing.end(sent.body);
  await once(outgoing, 'response');
  await hangUpNow(outgoing);
}

async function hangUp(url: string): Promise<void> {
  const outgoing = open(url);
  outgoing.end();
  await once(outgoing, 'finish');
  await hangUpNow(outgoing);
}

async function hangUpUnfinished(url: string): Promise<void> {
  const outgoing = open(url, { method: 'POST' });
  outgoing.setHeader('content-length', 1_000);
  outgoing.write('{');
  await once(outgoing, 'socket');
  await hangUpNow(outgoing);
}

async function hangUpNow(outgoing: ClientRequest): Promise<void> {
  const closed = once(outgoing, 'close');
  outgoing.destroy();
  await closed;
}

async function askEverything(world: ScanWorld, batch: number) {
  const talk = talkTo(world.service.provider);
  for (const work of Object.values(await listKinds(world, talk, batch))) {
    for (let index = 0; index < EACH; index += AT_ONCE)
      await Promise.all(Array.from({ length: AT_ONCE }, (_, offset) => work(index + offset)));
  }
  talk[Symbol.dispose]();
  // Connections to Stash are kept for seconds otherwise.
  await world.stash.restart();
  return readLevel();
}

it('some thousand requests of every kind, abandoned ones among them, leave nothing behind', async () => {
  const warnings = collectWarnings();
  // Nothing is asked in between but what the requests bring.
  const env = { CATALOG_FOLLOW_S: '86400', CATALOG_DIFF: 'manual', CATALOG_FULL: 'manual', LOG_LEVEL: 'silent' };
  await using world = await startScanWorld({ scenes: 40, env });
  await askEverything(world, 1);
  const before = await askEverything(world, 2);
  const after = await askEverything(world, 3);
  console.error('GROWTH', after.heapBytes - before.heapBytes, before, after);
  expect(toCounts(after)).toEqual(toCounts(before));
  expect(after.heapBytes - before.heapBytes).toBeLessThan(MOST_GROWTH_BYTES);
  expect(warnings).toEqual([]);
});
