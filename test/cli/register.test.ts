import { createServer } from 'node:http';
import { PassThrough } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { askYesNo } from '../../src/cli/register/ask-yes-no.ts';
import { countManifestCalls } from '../../src/cli/register/count-manifest-calls.ts';
import { PMS_TOKEN, OUR_AGENT, noAbort } from '../support/pms-world.ts';
import { SECRET, startRegisterWorld } from '../support/register-world.ts';
import { startService } from '../support/service-world.ts';
import { answerOf, startTinyProvider } from '../support/tiny-provider.ts';

const GROUP = { title: 'Stash2Plex', primaryIdentifier: OUR_AGENT };

describe('registering with a Plex that does not know us', () => {
  it('adds the provider where Plex reaches it and the agent, though no service runs', async () => {
    await using world = await startRegisterWorld();
    const { exitCode, stdout } = await world.register('--yes');
    expect(exitCode).toBe(0);
    expect(world.pms.providers).toMatchObject([
      { identifier: OUR_AGENT, title: 'Stash2Plex', uri: `http://127.0.0.1:${world.port}`, online: true },
    ]);
    expect(world.pms.groups).toMatchObject([GROUP]);
    expect(stdout).toContain(`http://127.0.0.1:${world.port}   Plex called us there`);
    expect(stdout).toContain('Done in Plex: the provider was added, the agent was added.');
    expect(stdout).toContain('start the service');
    expect(stdout).toContain('register --library');
  });

  it('changes nothing the second time, and writes nothing at all', async () => {
    await using world = await startRegisterWorld();
    const args = ['--yes', '--library', 'adult'];
    expect((await world.register(...args)).exitCode).toBe(0);
    const writes = world.pms.writes.length;
    const second = await world.register(...args);
    expect(second.exitCode).toBe(0);
    expect(second.stdout).toContain('Everything is as it should be: nothing was changed.');
    expect(world.pms.writes).toHaveLength(writes);
    expect(JSON.parse((await world.register(...args, '--json')).stdout)).toMatchObject({
      isDone: true,
      changes: [],
    });
    expect(world.pms.writes).toHaveLength(writes);
  });

  it('sees Plex call the running service, through its admin listener and with its token', async () => {
    await using service = await startService({
      stashUrl: 'http://127.0.0.1:9',
      env: { ADMIN_TOKEN: 'admin-token-1', PROVIDER_SECRET: SECRET },
    });
    const ports = { PORT: String(service.app.ports.provider), ADMIN_PORT: String(service.app.ports.admin) };
    await using world = await startRegisterWorld({}, { ...ports, PROVIDER_SECRET: SECRET });
    const refused = await world.register('--yes');
    expect([refused.exitCode, world.pms.writes]).toEqual([78, []]);
    expect(refused.stderr).toContain('ADMIN_TOKEN');
    const run = await world.registerWith({ ADMIN_TOKEN: 'admin-token-1' }, '--yes');
    expect(run.exitCode).toBe(0);
    expect(world.pms.providers).toMatchObject([{ uri: service.provider }]);
    expect(run.stdout).not.toContain('start the service');
  });

  it('shows neither secret nor token, and sends the token in its header only', async () => {
    await using world = await startRegisterWorld({}, { PROVIDER_SECRET: SECRET });
    const runs = [
      await world.register(),
      await world.register('--yes'),
      await world.register('--yes', '--json'),
    ];
    runs.push(await world.registerWith({ PROVIDER_SECRET: 'another-secret' }, '--dry-run'));
    runs.push(await world.registerWith({ PROVIDER_SECRET: 'another-secret' }, '--dry-run', '--json'));
    expect(world.pms.providers[0]?.uri).toContain(SECRET);
    const shown = runs.map(({ all }) => all).join('\n');
    expect(shown).toContain('/<PROVIDER_SECRET>');
    for (const hidden of [SECRET, PMS_TOKEN, 'another-secret']) expect(shown).not.toContain(hidden);
    expect(world.pms.violations).toEqual([]);
  });
});

describe('asking', () => {
  it('shows the plan and ends with 1 where nobody can be asked', async () => {
    await using world = await startRegisterWorld();
    const { exitCode, stdout } = await world.register('--library', 'Adult');
    expect(exitCode).toBe(1);
    expect(stdout).toContain(`${OUR_AGENT} is not in Plex → add it`);
    expect(stdout).toContain('"Adult" uses tv.plex.agents.movie → switch it');
    expect(stdout).toContain('say --yes');
    expect(world.pms.writes).toEqual([]);
    expect((await world.register('--json')).exitCode).toBe(1);
  });

  it('does what the person says', async () => {
    await using world = await startRegisterWorld();
    world.answer = false;
    const no = await world.register();
    expect([no.exitCode, world.pms.writes]).toEqual([1, []]);
    expect(no.stdout).toContain('Go on?');
    world.answer = true;
    expect((await world.register()).exitCode).toBe(0);
    expect(world.pms.providers).toHaveLength(1);
  });

  it('does nothing when it is only to show, and ends well', async () => {
    await using world = await startRegisterWorld();
    const { exitCode, stdout } = await world.register('--dry-run', '--yes');
    expect([exitCode, world.pms.writes]).toEqual([0, []]);
    expect(stdout).toContain('Nothing was changed.');
    const record = JSON.parse((await world.register('--dry-run', '--json')).stdout) as unknown;
    expect(record).toMatchObject({
      isDone: false,
      plan: { provider: { step: 'ADD' }, group: { step: 'ADD' } },
    });
  });

  it.each([
    ['y\n', true],
    ['YES\n', true],
    ['\n', false],
    ['yesterday\n', false],
    ['n\n', false],
  ])('takes %j for %j', async (typed, expected) => {
    const input = new PassThrough();
    const answered = askYesNo('Go on?', { input, output: new PassThrough() }, noAbort());
    input.write(typed);
    expect(await answered).toBe(expected);
  });

  it('takes the end of the input for a no, and Ctrl-C for what it is', async () => {
    const closed = new PassThrough();
    const streams = { input: closed, output: new PassThrough() };
    const answered = askYesNo('Go on?', streams, noAbort());
    closed.end();
    expect(await answered).toBe(false);
    const stop = new AbortController();
    const waiting = askYesNo('Go on?', { input: new PassThrough(), output: new PassThrough() }, stop.signal);
    stop.abort(new Error('stopped by SIGINT'));
    await expect(waiting).rejects.toThrow('stopped by SIGINT');
  });
});

describe('finding the address', () => {
  it('goes on to the next until Plex really calls', async () => {
    const network = (uri: string) =>
      uri.startsWith('http://host.docker.internal:')
        ? uri.replace('host.docker.internal', '127.0.0.1')
        : undefined;
    await using world = await startRegisterWorld({ network }, { HOST: '0.0.0.0' });
    const { exitCode, stdout } = await world.register('--yes');
    expect(exitCode).toBe(0);
    expect(world.pms.providers).toMatchObject([{ uri: `http://host.docker.internal:${world.port}` }]);
    expect(stdout).toMatch(/127\.0\.0\.1:\d+ {3}Plex got no manifest there/);
    expect(stdout).toMatch(/192\.0\.2\.7:\d+ {3}Plex got no manifest there/);
    expect((await world.register()).stdout).toContain('nothing was changed');
  });

  it('tries the one it is given and no other', async () => {
    await using world = await startRegisterWorld({}, { PROVIDER_SECRET: SECRET });
    const wrong = await world.register('--yes', '--address', 'nas:1234');
    expect(wrong.exitCode).toBe(69);
    expect(wrong.stderr).toContain('http://nas:1234/<PROVIDER_SECRET>   Plex got no manifest there');
    expect(world.pms.writes).toHaveLength(1);
    const right = await world.register('--yes', '--address', `http://localhost:${world.port}/${SECRET}/`);
    expect(right.exitCode).toBe(0);
    expect(world.pms.providers).toMatchObject([{ uri: `http://localhost:${world.port}/${SECRET}` }]);
  });

  it.each([
    [{}, { HOST: '0.0.0.0' }, /bridge container[^]*register --address http:\/\/host\.docker\.internal:/],
    [{}, { HOST: '127.0.0.1' }, /HOST is 127\.0\.0\.1[^]*HOST=0\.0\.0\.0/],
  ])('says which network this looks like when Plex reaches us nowhere (%#)', async (_, settings, advice) => {
    await using world = await startRegisterWorld({ network: () => undefined }, settings);
    const { exitCode, stderr } = await world.register('--yes');
    expect(exitCode).toBe(69);
    expect(stderr).toMatch(advice);
    expect(stderr).toContain('Nothing was changed in Plex.');
    expect([world.pms.providers, world.pms.groups]).toEqual([[], []]);
  });

  it('does not take the word of another program that answers with our identifier', async () => {
    await using other = await startTinyProvider();
    await using world = await startRegisterWorld({ network: () => other.uri });
    const { exitCode, stderr } = await world.register('--yes');
    expect(exitCode).toBe(69);
    expect(stderr).toContain('another program answers');
    expect(stderr).toContain('remove it in Plex');
    expect(world.pms.groups).toEqual([]);
  });

  it('says so when Plex finds and adds a stranger', async () => {
    await using other = await startTinyProvider();
    other.misbehave = () => answerOf(200, toManifest('tv.plex.agents.custom.other', 'Other\u001b[2J'));
    await using world = await startRegisterWorld({ network: () => other.uri });
    const { exitCode, stderr } = await world.register('--yes');
    expect(exitCode).toBe(69);
    expect(stderr).toContain('Plex found "Other [2J" and added it');
  });

  it('corrects an address at which nobody answers any more', async () => {
    await using world = await startRegisterWorld();
    await world.register('--yes');
    await using moved = await startRegisterWorld();
    const run = await world.registerWith({ PORT: String(moved.port) }, '--yes');
    expect(run.exitCode).toBe(0);
    expect(run.stdout).toContain('correct the address');
    expect(world.pms.providers).toMatchObject([{ id: 1, uri: `http://127.0.0.1:${moved.port}` }]);
    expect(world.pms.groups).toHaveLength(1);
  });

  it('leaves an address alone that was entered by hand and leads to us', async () => {
    await using service = await startService({ stashUrl: 'http://127.0.0.1:9' });
    const ports = { PORT: String(service.app.ports.provider), ADMIN_PORT: String(service.app.ports.admin) };
    await using world = await startRegisterWorld({}, ports);
    await world.register('--yes', '--address', `http://localhost:${service.app.ports.provider}`);
    const writes = world.pms.writes.length;
    const { exitCode, stdout } = await world.register();
    expect(exitCode).toBe(0);
    expect(stdout).toContain('nothing was changed');
    expect(world.pms.writes).toHaveLength(writes);
  });

  it('has Plex read the manifest again when the title is another, or when asked', async () => {
    await using world = await startRegisterWorld();
    await world.register('--yes');
    expect((await world.registerWith({ PROVIDER_TITLE: 'Mine' }, '--yes')).exitCode).toBe(0);
    expect(world.pms.providers).toMatchObject([{ title: 'Mine' }]);
    const writes = world.pms.writes.length;
    expect((await world.registerWith({ PROVIDER_TITLE: 'Mine' }, '--yes', '--recheck')).exitCode).toBe(0);
    expect(world.pms.writes).toHaveLength(writes + 1);
  });

  it('has Plex look again after it had lost us', async () => {
    await using world = await startRegisterWorld();
    await world.register('--yes');
    await world.pms.restart();
    expect(world.pms.providers).toMatchObject([{ online: false }]);
    expect((await world.register('--yes')).exitCode).toBe(0);
    expect(world.pms.providers).toMatchObject([{ online: true }]);
  });
});

describe('an identifier that is taken', () => {
  it.each([
    ['Somebody else', /another program, which calls itself "Somebody else"/],
    ['Stash2Plex', /another program, which calls itself "Stash2Plex"[^]*register --address/],
  ])('by a provider "%s" that answers stays as it is', async (title, words) => {
    await using other = await startTinyProvider();
    other.misbehave = () => answerOf(200, toManifest(OUR_AGENT, title));
    await using world = await startRegisterWorld();
    await addByHand(world.pms.url, other.uri);
    const writes = world.pms.writes.length;
    const { exitCode, stderr } = await world.register('--yes');
    expect(exitCode).toBe(1);
    expect(stderr).toMatch(words);
    expect(stderr).toContain('Nothing was changed.');
    expect(world.pms.writes).toHaveLength(writes);
  });

  it('by a provider of another name that answers no more is not taken over unasked', async () => {
    await using world = await startRegisterWorld();
    {
      await using other = await startTinyProvider();
      other.misbehave = () => answerOf(200, toManifest(OUR_AGENT, 'Former'));
      await addByHand(world.pms.url, other.uri);
    }
    const refused = await world.register('--yes');
    expect(refused.exitCode).toBe(1);
    expect(refused.stderr).toContain('"Former"');
    const here = `http://127.0.0.1:${world.port}`;
    expect((await world.register('--yes', '--address', here)).exitCode).toBe(0);
    expect(world.pms.providers).toMatchObject([{ title: 'Stash2Plex', uri: here }]);
  });
});

describe('a library', () => {
  it('is switched with its name, scanner and language, and its folders are left alone', async () => {
    await using world = await startRegisterWorld();
    const { exitCode, stdout } = await world.register('--yes', '--library', 'films');
    expect(exitCode).toBe(0);
    expect(world.pms.getSection('2')).toMatchObject({
      title: 'Films',
      agent: OUR_AGENT,
      groupId: String(world.pms.groups[0]?.id),
      scanner: 'Plex Movie',
      locations: ['D:\\Films'],
    });
    expect(world.pms.writes.at(-1)?.path).not.toContain('locations');
    expect(stdout).toContain('Refresh All Metadata');
  });

  it('is made with its folders by the route this Plex has, and found again', async () => {
    await using world = await startRegisterWorld({ disk: ['/media/new & old/x.mp4'] });
    const args = ['--yes', '--create', 'New + Old', '--folder', '/media/new & old', '/mnt/b,c'];
    expect((await world.register(...args)).exitCode).toBe(0);
    const made = world.pms.sections.find(({ title }) => title === 'New + Old');
    expect(made).toMatchObject({
      agent: OUR_AGENT,
      locations: ['/media/new & old', '/mnt/b,c'],
      type: 'movie',
    });
    const writes = world.pms.writes.length;
    expect((await world.register(...args)).stdout).toContain('nothing was changed');
    expect(world.pms.writes).toHaveLength(writes);
  });

  it('falls back to the older route where the documented one is not there', async () => {
    await using world = await startRegisterWorld();
    expect((await world.register('--yes', '--create', 'New', '--folder', '/n')).exitCode).toBe(0);
    const paths = world.pms.writes.map(({ path }) => path.split('?')[0]);
    expect(paths.slice(-2)).toEqual(['/library/sections/all', '/library/sections']);
  });

  it.each([
    [['--library', 'Nowhere'], /no library "Nowhere"[^]*"Adult" \(key 1\), "Films"/],
    [['--library', 'Series'], /not one of movies/],
    [['--create', 'ADULT', '--folder', '/x'], /already has a library "Adult"/],
  ])('that cannot be had stops everything before it begins: %j', async (args, words) => {
    await using world = await startRegisterWorld();
    const { exitCode, stderr } = await world.register('--yes', ...args);
    expect(exitCode).toBe(1);
    expect(stderr).toMatch(words);
    expect(world.pms.writes).toEqual([]);
  });
});

describe('trouble', () => {
  it.each([
    ['a wrong token', {}, { PLEX_TOKEN: 'wrong' }, 78, 'PLEX_TOKEN is wrong'],
    ['an old Plex', { version: '1.42.2.10156' }, {}, 1, '1.43.0 or newer'],
    ['nobody there', {}, { PLEX_URL: 'http://127.0.0.1:2' }, 69, 'Nothing listens'],
    ['no address of Plex', {}, { PLEX_URL: '' }, 78, 'PLEX_URL'],
    ['a token with a line break', {}, { PLEX_TOKEN: 'a\nb' }, 78, 'PLEX_TOKEN'],
    ['a port that is not fixed', {}, { PORT: '0' }, 78, 'PORT'],
  ])('with %s is told clearly and nothing is done', async (_, options, settings, code, words) => {
    await using world = await startRegisterWorld(options);
    const { exitCode, stderr } = await world.registerWith(settings, '--yes', '--library', 'Adult');
    expect(exitCode).toBe(code);
    expect(stderr).toContain(words);
    expect(world.pms.writes).toEqual([]);
  });

  it.each([
    [['--library', 'A', '--create', 'B'], 'got: both'],
    [['--create', 'B'], '--folder'],
    [['--folder', '/x'], '--create'],
    [['--address', 'http://me:pass-1@nas'], '--address'],
    [['--address', 'ftp://nas'], '--address'],
  ])('with the words %j is told before Plex is asked', async (args, words) => {
    await using world = await startRegisterWorld();
    const { exitCode, stderr } = await world.register(...args);
    expect(exitCode).toBe(78);
    expect(stderr).toContain(words);
    expect(stderr).not.toContain('pass-1');
    expect(world.pms.calls).toEqual([]);
  });

  it('with a port that something else holds is told, and nothing is done', async () => {
    await using world = await startRegisterWorld();
    const squatter = createServer();
    await new Promise<void>((resolve) => squatter.listen(world.port, '127.0.0.1', resolve));
    const { exitCode, stderr } = await world.register('--yes');
    await new Promise((resolve) => squatter.close(resolve));
    expect(exitCode).toBe(78);
    expect(stderr).toContain('give this command the settings the service has');
    expect(world.pms.writes).toEqual([]);
  });

  it('in the middle says what is done, and the next run goes on from there', async () => {
    await using world = await startRegisterWorld();
    // Identity, providers, groups, sections, providers, POST, providers, groups: then PMS breaks off.
    world.pms.setFaults({ refusals: { from: 9, count: 100, status: 500 } });
    const first = await world.register('--yes');
    expect(first.exitCode).toBe(69);
    expect(first.stderr).toContain('Done in Plex: the provider was added. Run the command again');
    world.pms.setFaults({});
    const second = await world.register('--yes');
    expect(second.exitCode).toBe(0);
    expect(world.pms.groups).toHaveLength(1);
    expect(world.pms.providers).toHaveLength(1);
  });
});

describe('the count of manifest requests', () => {
  it('is read from the page of metrics, answers with a manifest only', () => {
    const page = [
      '# HELP stash2plex_requests_total Requests.',
      '# TYPE stash2plex_requests_total counter',
      'stash2plex_requests_total{route="manifest",status="200"} 3',
      'stash2plex_requests_total{route="manifest",status="404"} 50',
      'stash2plex_requests_total{status="200",route="manifest"} 1',
      'stash2plex_requests_total{route="match",status="200"} 7',
    ];
    expect(countManifestCalls(page.join('\n'))).toBe(4);
    expect(countManifestCalls(page.slice(0, 2).join('\n'))).toBe(0);
    expect(countManifestCalls('<html>stash2plex_requests_total</html>')).toBeUndefined();
  });
});

function toManifest(identifier: string, title: string) {
  return {
    MediaProvider: {
      identifier,
      title,
      Types: [{ type: 1, Scheme: [{ scheme: identifier }] }],
      Feature: [
        { type: 'metadata', key: '/library/metadata' },
        { type: 'match', key: '/library/metadata/matches' },
      ],
    },
  };
}

async function addByHand(pmsUrl: string, uri: string): Promise<void> {
  const answer = await fetch(`${pmsUrl}/media/providers/metadata?uri=${encodeURIComponent(uri)}`, {
    method: 'POST',
    headers: { 'X-Plex-Token': PMS_TOKEN },
  });
  expect(answer.status).toBe(200);
}
