import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { talkTo } from '../support/provider-talk.ts';
import { PLEX_ROOT, SCAN_SETTINGS, filesOfStash, startScanWorld } from '../support/scan-world.ts';
import { SkippableClock } from '../support/skippable-clock.ts';
import { until } from '../support/until.ts';

const PLEX_TOKEN = 'token-of-plex-that-nobody-may-see';
const STASH_KEY = 'key-of-stash-that-nobody-may-see';
const ADMIN_TOKEN = 'token-of-admin-that-nobody-may-see';

const clock = new SkippableClock();
const world = await startScanWorld({ scenes: 40, clock, apiKey: STASH_KEY });
const { service, stash } = world;
const talk = talkTo(service.provider, [STASH_KEY]);
const [file] = filesOfStash(world);
afterAll(async () => {
  expect(talk.violations).toEqual([]);
  talk[Symbol.dispose]();
  await world[Symbol.asyncDispose]();
});

interface Ready {
  readonly status: string;
  readonly problems: readonly {
    readonly id: string;
    readonly severity: string;
    readonly summary: string;
    readonly nextStep: string;
  }[];
}

/** What is said about Plex depends on who has called so far. */
const isAboutStash = ({ id }: { readonly id: string }): boolean =>
  /^(STASH|CATALOG|BREAKER|PATHS|RULE)_/.test(id);

async function readReady(admin = service.admin): Promise<Ready & { readonly code: number }> {
  const answer = await fetch(`${admin}/health/ready`);
  return { code: answer.status, ...((await answer.json()) as Ready) };
}

async function readMetric(line: string): Promise<number | undefined> {
  const text = await (await fetch(`${service.admin}/metrics`)).text();
  const found = text.split('\n').find((each) => each.startsWith(`${line} `));
  return found === undefined ? undefined : Number(found.split(' ').at(-1));
}

const matchLines = () => service.log.filter(({ msg }) => msg === 'match');

describe('a match', () => {
  it('is one line in the log, with file, outcome, strategy, scene and milliseconds', async () => {
    const before = matchLines().length;
    await talk.match({ filename: file?.path });
    const lines = matchLines().slice(before);
    expect(lines).toHaveLength(1);
    expect(lines[0]).toMatchObject({
      file: file?.path,
      outcome: 'MATCHED',
      strategy: 'PATH',
      scene: file?.sceneId,
    });
    expect(lines[0]?.['ms']).toBeTypeOf('number');
  });

  it('that found nothing is one line that says why', async () => {
    const before = matchLines().length;
    await talk.match({ filename: 'Nowhere/To Be Found At All.mp4' });
    expect(matchLines().slice(before)).toMatchObject([{ outcome: 'MISSED', reason: 'NOT_IN_STASH' }]);
  });

  it('is counted by outcome and strategy', async () => {
    const counter = 'stash2plex_matches_total{outcome="MATCHED",strategy="PATH",reason=""}';
    const before = (await readMetric(counter)) ?? 0;
    await talk.match({ filename: file?.path });
    expect(await readMetric(counter)).toBe(before + 1);
  });
});

describe('LOG_PATHS=hidden', () => {
  it('keeps every path and file name out of the log', async () => {
    await using shy = await startScanWorld({ scenes: 40, env: { LOG_PATHS: 'hidden' } });
    using talkShy = talkTo(shy.service.provider);
    for (const { path } of filesOfStash(shy)) await talkShy.match({ filename: path, title: 'Guessed Title' });
    await talkShy.match({ filename: 'Nowhere/Secret Name.mp4', title: 'Secret Title' });
    const log = JSON.stringify(shy.service.log);
    expect(log).toMatch(/"file":"#[0-9a-f]{10}\.mp4"/);
    const names = filesOfStash(shy).map(({ path }) => path.split('/').at(-1) ?? '');
    const telling = names.filter((name) => name.length > 15);
    expect(telling.length).toBeGreaterThan(20);
    expect(telling.filter((name) => log.includes(name))).toEqual([]);
    expect(log).not.toContain(PLEX_ROOT);
    expect(log).not.toContain('Secret');
  });
});

describe('the health of the service', () => {
  it('is live without a token, and tells nothing else', async () => {
    await using guarded = await startScanWorld({ scenes: 5, env: { ADMIN_TOKEN }, filled: false });
    const live = await fetch(`${guarded.service.admin}/health/live`);
    expect([live.status, await live.json()]).toEqual([200, { status: 'live' }]);
  });

  it('is ready without problems when all is well', async () => {
    stash.faults.clear();
    const { code, status, problems } = await readReady();
    expect({ code, status }).toEqual({ code: 200, status: 'ready' });
    expect(problems.filter(isAboutStash)).toEqual([]);
  });

  it('names an unreachable Stash as a warning while the catalog can answer, and forgets it when it is back', async () => {
    await stash.stop();
    for (let asked = 0; asked < 8; asked += 1) await talk.get(`/library/metadata/${file?.sceneId}`);
    const { code, status, problems } = await readReady();
    expect({ code, status }).toEqual({ code: 200, status: 'ready' });
    expect(problems.map(({ severity }) => severity)).not.toContain('ERROR');
    expect(problems.map(({ id }) => id)).toContain('BREAKER_OPEN');
    expect(await readMetric('stash2plex_stash_breaker_open')).toBe(1);
    await stash.restart();
    await until(async () => {
      clock.skip(31_000);
      await talk.get(`/library/metadata/${file?.sceneId}`);
      return !(await readReady()).problems.some(isAboutStash);
    });
    expect(await readMetric('stash2plex_stash_breaker_open')).toBe(0);
  });

  it.each([
    ['STASH_UNREACHABLE', { kind: 'CUT' }],
    ['STASH_UNAUTHORIZED', { kind: 'UNAUTHORIZED' }],
    ['STASH_NOT_SET_UP', { kind: 'SETUP' }],
    ['STASH_NEEDS_MIGRATION', { kind: 'MIGRATION' }],
    ['STASH_GARBAGE', { kind: 'GARBAGE' }],
  ] as const)('is not ready with an empty catalog and says %s, with what to do', async (id, fault) => {
    await using broken = await startScanWorld({
      scenes: 5,
      filled: false,
      prepare: ({ faults }) => faults.set(fault),
    });
    await until(async () =>
      (await readReady(broken.service.admin)).problems.some((problem) => problem.id === id),
    );
    const { code, status, problems } = await readReady(broken.service.admin);
    expect({ code, status }).toEqual({ code: 503, status: 'not ready' });
    const problem = problems.find((each) => each.id === id);
    expect(problem?.severity).toBe('ERROR');
    expect(problem?.summary).toMatch(/\w.*\.$/);
    expect(problem?.nextStep).toMatch(/\w.*\.$/);
    expect(problems.map((each) => each.id)).toContain('CATALOG_INCOMPLETE');
  });

  it('names path rules that do not bring real paths back', async () => {
    const PATH_RULES = JSON.stringify([
      {
        name: 'lossy',
        toStash: { match: '^/media/adult/(?<rest>.+)$', replace: '/elsewhere/${rest}' },
        toPlex: { match: '^/data/(?<rest>.+)$', replace: '/media/adult/${rest}' },
      },
    ]);
    await using lossy = await startScanWorld({ scenes: 20, env: { PATH_RULES } });
    const find = async () =>
      (await readReady(lossy.service.admin)).problems.find(({ id }) => id === 'PATHS_DO_NOT_COME_BACK');
    await until(async () => (await find()) !== undefined);
    expect((await readReady(lossy.service.admin)).code).toBe(200);
    expect(await find()).toMatchObject({ severity: 'WARNING' });
    expect((await find())?.summary).toContain('/elsewhere/');
  });
});

describe('the metrics', () => {
  beforeAll(async () => {
    expect((await talk.get(`/library/metadata/${file?.sceneId}`)).status).toBe(200);
  });

  it.each([
    'stash2plex_requests_total{route="match",status="200"}',
    'stash2plex_request_duration_seconds_count{route="match"}',
    'stash2plex_matches_total{outcome="MATCHED",strategy="PATH",reason=""}',
    'stash2plex_scene_readings_total{from="STASH"}',
    'stash2plex_stash_request_duration_seconds_count{operation="ReadScenes"}',
    'stash2plex_stash_errors_total{kind="UNREACHABLE"}',
    'stash2plex_catalog_scenes',
  ])('count %s', async (line) => {
    expect(await readMetric(line)).toBeGreaterThan(0);
  });

  it('tell the age of the catalog', async () => {
    const before = (await readMetric('stash2plex_catalog_age_seconds')) ?? -1;
    expect(before).toBeGreaterThanOrEqual(0);
  });

  it('have no label that a caller could make up', async () => {
    for (let n = 0; n < 20; n += 1) await talk.get(`/conjured/${n}`);
    const text = await (await fetch(`${service.admin}/metrics`)).text();
    expect(text).not.toContain('conjured');
    expect(text).toContain('route="other"');
  });
});

describe('secrets', () => {
  it('are in no line of the log, no metric and no report of health', async () => {
    const env = { ...SCAN_SETTINGS, PLEX_TOKEN, PLEX_URL: 'http://127.0.0.1:9', ADMIN_TOKEN };
    await using guarded = await startScanWorld({ scenes: 5, apiKey: STASH_KEY, env, filled: false });
    using talkGuarded = talkTo(guarded.service.provider, [STASH_KEY, PLEX_TOKEN, ADMIN_TOKEN]);
    guarded.stash.faults.set({ kind: 'UNAUTHORIZED' });
    await talkGuarded.match({ filename: 'x/y z.mp4' });
    await talkGuarded.get('/library/metadata/1');
    const headers = { Authorization: `Bearer ${ADMIN_TOKEN}` };
    const told = await Promise.all(
      ['/health/ready', '/metrics'].map(async (path) => {
        const answer = await fetch(guarded.service.admin + path, { headers });
        expect([200, 503]).toContain(answer.status);
        return answer.text();
      }),
    );
    const everything = [JSON.stringify(guarded.service.log), ...told].join('\n');
    for (const hidden of [STASH_KEY, PLEX_TOKEN, ADMIN_TOKEN]) expect(everything).not.toContain(hidden);
    expect(talkGuarded.violations).toEqual([]);
  });
});
