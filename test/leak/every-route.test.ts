import { once } from 'node:events';
import { connect } from 'node:net';
import { expect, it } from 'vitest';
import { ask, askAndHangUp } from '../../bench/long-run/ask.ts';
import { collectWarnings, readLevel, toCounts } from '../support/memory-level.ts';
import { type ProviderTalk, moviesOf, talkTo } from '../support/provider-talk.ts';
import { type ScanWorld, filesOfStash, startScanWorld } from '../support/scan-world.ts';
import { until } from '../support/until.ts';

/** Requests of each kind in one batch. */
const EACH = 40;
const AT_ONCE = 10;
/** The last thousand matches are kept: growth tells nothing before there are so many, of every kind. */
const MATCHES_OF_A_KIND = 350;
/** For all requests of a batch, of which there are some eight hundred. */
const MOST_GROWTH_BYTES = 1_000_000;

type Ask = (index: number) => Promise<unknown>;

const QUERY = '{ status { version } gaps(first: 5) { totalCount nodes { id nextStep } } }';
const SUBSCRIPTION = 'subscription { gapChanged { id } }';

/** Matches, by hand too. Names that are nowhere are others in each batch. */
function listMatchKinds(world: ScanWorld, talk: ProviderTalk, batch: number): readonly Ask[] {
  const files = filesOfStash(world);
  const fileAt = (index: number) => files[index % files.length];
  return [
    (index) => talk.match({ filename: fileAt(index)?.path }),
    (index) => talk.match({ filename: fileAt(index)?.path, manual: 1 }),
    (index) => talk.match({ filename: `Nowhere ${batch}/Nothing ${index}.mp4` }),
  ];
}

/** What else Plex asks, and how it may go away in the middle. */
async function listPlexKinds(world: ScanWorld, talk: ProviderTalk, batch: number): Promise<readonly Ask[]> {
  const files = filesOfStash(world);
  const fileAt = (index: number) => files[index % files.length];
  const sceneAt = (index: number) => `/library/metadata/${fileAt(index)?.sceneId}`;
  const [movie] = moviesOf(await talk.get(sceneAt(0)));
  const picture = new URL(String(movie?.['art'])).pathname;
  const expectStatus = async (path: string, status = 200): Promise<void> => {
    expect((await talk.get(path)).status).toBe(status);
  };
  const { provider } = world.service;
  return [
    () => expectStatus(''),
    (index) => expectStatus(sceneAt(index)),
    (index) => expectStatus(`${sceneAt(index)}/images`),
    (index) => expectStatus(`${sceneAt(index)}/extras`),
    () => expectStatus(picture),
    (index) => expectStatus(`/artwork/scene/${batch}/${index}/snapshot`, 404),
    (index) => expectStatus(`/${batch}/${index}`, 404),
    () => askAndHangUp(provider + picture),
    (index) => askAndHangUp(provider + sceneAt(index)),
    () =>
      hangUpUnfinished(
        provider,
        'POST /library/metadata/matches HTTP/1.1\r\nHost: x\r\nContent-Length: 9\r\n\r\n{',
      ),
    (index) => hangUpUnfinished(provider, `GET ${sceneAt(index)} HTTP/1.1\r\nHost: x\r\n\r\n`),
  ];
}

/** What people ask, each query in words that nobody has used yet. */
function listAdminKinds({ service: { admin } }: ScanWorld, batch: number): readonly Ask[] {
  const graphql = `${admin}/graphql`;
  const toJson = (query: string, index: number) => ({ query: `# ${batch} ${index}\n${query}` });
  const headers = { accept: 'text/event-stream' };
  return [
    (index) => ask(graphql, { json: toJson(QUERY, index) }),
    (index) => ask(graphql, { json: toJson('{ nothing }', index) }),
    (index) => askAndHangUp(graphql, { headers, json: toJson(SUBSCRIPTION, index) }),
    () => ask(`${admin}/metrics`),
    () => ask(`${admin}/health/ready`),
    () => ask(`${admin}/gaps?format=ndjson`),
    () => askAndHangUp(`${admin}/gaps?format=csv`),
  ];
}

/** Sends a request, or a part of one, and goes without waiting for what comes of it. */
async function hangUpUnfinished(url: string, text: string): Promise<void> {
  const { hostname, port } = new URL(url);
  const socket = connect(Number(port), hostname);
  socket.write(text);
  await once(socket, 'ready');
  socket.destroy();
  await once(socket, 'close');
}

async function askEach(kinds: readonly Ask[], times: number): Promise<void> {
  for (const work of kinds) {
    for (let index = 0; index < times; index += AT_ONCE)
      await Promise.all(Array.from({ length: AT_ONCE }, (_, offset) => work(index + offset)));
  }
}

async function fillRecentMatches(world: ScanWorld): Promise<void> {
  using talk = talkTo(world.service.provider);
  await askEach(listMatchKinds(world, talk, 0), MATCHES_OF_A_KIND);
}

async function askEverything(world: ScanWorld, batch: number) {
  const talk = talkTo(world.service.provider);
  const plexKinds = await listPlexKinds(world, talk, batch);
  await askEach([...listMatchKinds(world, talk, batch), ...plexKinds, ...listAdminKinds(world, batch)], EACH);
  talk[Symbol.dispose]();
  // Connections to Stash are kept for seconds otherwise.
  await world.stash.restart();
  return readLevel();
}

it('some thousand requests of every kind, abandoned ones among them, leave nothing behind', async () => {
  const warnings = collectWarnings();
  // In between, nothing is asked but what the requests bring.
  const env = { CATALOG_FOLLOW_S: '86400', CATALOG_DIFF: 'manual', CATALOG_FULL: 'manual' };
  await using world = await startScanWorld({ scenes: 40, env, keepLog: false, filled: false });
  const { admin } = world.service;
  await until(async () => (await ask(`${admin}/health/ready`)).text.includes('"COMPLETE"'));
  await fillRecentMatches(world);
  await askEverything(world, 1);
  const before = await askEverything(world, 2);
  const after = await askEverything(world, 3);
  expect(toCounts(after)).toEqual(toCounts(before));
  expect(after.heapBytes - before.heapBytes).toBeLessThan(MOST_GROWTH_BYTES);
  expect(warnings).toEqual([]);
});
