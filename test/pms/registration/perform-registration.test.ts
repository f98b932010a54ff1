import { describe, expect, it } from 'vitest';
import type { PmsModes } from '../../../simulators/plex/server/pms-state.ts';
import { startPmsSimulator } from '../../../simulators/plex/start-pms-simulator.ts';
import { Secret } from '../../../src/lib/secret.ts';
import { createPmsGuards } from '../../../src/pms/guards.ts';
import { createPmsClient } from '../../../src/pms/pms-client.ts';
import { IdentifierTakenError } from '../../../src/pms/registration/identifier-taken-error.ts';
import { performRegistration } from '../../../src/pms/registration/perform-registration.ts';
import { isNothing, planRegistration } from '../../../src/pms/registration/plan-registration.ts';
import { toAddress } from '../../../src/pms/registration/provider-address.ts';
import type {
  RegistrationChange,
  RegistrationPorts,
} from '../../../src/pms/registration/registration-ports.ts';
import { readRegistration } from '../../../src/pms/registration/registration-state.ts';
import { createRegistrationWriter } from '../../../src/pms/registration/registration-writer.ts';
import { createPmsTransport } from '../../../src/pms/transport.ts';
import { HastyClock, noAbort, OUR_AGENT, PMS_TOKEN } from '../../support/pms-world.ts';
import { type Script, startScriptedStash } from '../../support/scripted-stash.ts';
import { startTinyProvider } from '../../support/tiny-provider.ts';

const NAME = { identifier: OUR_AGENT, title: 'Stash2Plex' };

function createPorts(baseUrl: string, countCalls: () => number, timeoutMs = 5000) {
  const token = new Secret(PMS_TOKEN);
  const transport = createPmsTransport({ baseUrl, token, clientIdentifier: 'test', timeoutMs });
  const clock = new HastyClock();
  const changes: RegistrationChange[] = [];
  const ports: RegistrationPorts = {
    client: createPmsClient(transport, createPmsGuards({ clock, random: () => 1 })),
    writer: createRegistrationWriter(transport),
    watch: { countCalls: async () => countCalls() },
    clock,
    onChange: (change) => void changes.push(change),
  };
  return { ports, changes };
}

async function plan(ports: RegistrationPorts, bases: readonly string[]) {
  const state = await readRegistration(ports.client, noAbort());
  const wish = {
    ...NAME,
    prefix: '',
    addresses: bases.map((base) => toAddress('GIVEN', base, '')),
    isAddressGiven: true,
    isRecheck: false,
    library: { kind: 'SWITCH', name: 'Adult' },
  } as const;
  const planned = await planRegistration(state, wish, async () => ({ kind: 'NONE' }));
  if (planned.kind !== 'PLAN') throw new Error(`expected a plan, but got: ${planned.kind}`);
  return planned.plan;
}

describe('registering', () => {
  it.each<Partial<PmsModes>>([
    { ids: 'NATURAL', arrays: 'LISTS' },
    { ids: 'STRING', arrays: 'SINGLE_OBJECT' },
    { ids: 'INTEGER', arrays: 'SINGLE_OBJECT' },
  ])('reads Plex in every way it writes, and leaves nothing to do: %j', async (modes) => {
    await using provider = await startTinyProvider();
    const libraries = [{ title: 'Adult', locations: ['/a'] }];
    await using pms = await startPmsSimulator({ token: PMS_TOKEN, libraries, modes });
    const { ports, changes } = createPorts(pms.url, () => provider.seen.length);
    const first = await performRegistration(await plan(ports, [provider.uri]), NAME, ports, noAbort());
    expect(first).toMatchObject({ kind: 'DONE', attempts: [{ outcome: 'REACHED' }], section: { key: '1' } });
    expect(changes).toEqual(['PROVIDER_ADDED', 'GROUP_ADDED', 'LIBRARY_SWITCHED']);
    expect(isNothing(await plan(ports, [provider.uri]))).toBe(true);
  });

  it('puts the provider back when Plex found only others at the new addresses', async () => {
    await using provider = await startTinyProvider();
    await using other = await startTinyProvider();
    await using pms = await startPmsSimulator({
      token: PMS_TOKEN,
      libraries: [{ title: 'Adult', locations: ['/a'] }],
    });
    const { ports, changes } = createPorts(pms.url, () => provider.seen.length);
    await performRegistration(await plan(ports, [provider.uri]), NAME, ports, noAbort());
    const moved = await performRegistration(await plan(ports, [other.uri]), NAME, ports, noAbort());
    expect(moved).toMatchObject({ kind: 'NO_ADDRESS', attempts: [{ outcome: 'NOT_ASKED' }] });
    expect(pms.providers).toMatchObject([{ uri: provider.uri }]);
    expect(changes.slice(-2)).toEqual(['PROVIDER_MOVED', 'PROVIDER_PUT_BACK']);
  });
});

const READS: Readonly<Record<string, object>> = {
  '/identity': { version: '1.43.0.1', machineIdentifier: 'm' },
  '/media/providers/metadata/group': {
    MetadataAgentProviderGroup: { id: 7, title: 'G', primaryIdentifier: OUR_AGENT },
  },
  '/library/sections/all': {
    Directory: { key: 1, title: 'Adult', type: 'movie', agent: OUR_AGENT, metadataAgentProviderGroupId: '7' },
  },
};

/** A Plex whose providers are listed from `listed`, one list a call, the last for ever. */
function scriptPlex(listed: readonly (readonly object[])[], onWrite: Script): Script {
  let lists = 0;
  return (request, response) => {
    const path = request.path.split('?')[0] ?? '';
    if (request.method !== 'GET') return onWrite(request, response);
    const MetadataAgentProvider = listed[Math.min(lists, listed.length - 1)];
    if (path === '/media/providers/metadata') lists += 1;
    return { body: { MediaContainer: READS[path] ?? { MetadataAgentProvider } } };
  };
}

function ours(uri: string, title = NAME.title) {
  return { id: 3, identifier: OUR_AGENT, title, uri };
}

describe('an answer of Plex to a change', () => {
  it('of 409 is success once the provider is listed, which is then moved', async () => {
    const calls = { count: 0 };
    const answers: Script = ({ method }) => {
      if (method === 'POST') return { status: 409, body: '<h1>409 Conflict</h1>' };
      calls.count += 1;
      return { body: '' };
    };
    const lists = [[], [], [ours('http://old')], [ours('http://new')]];
    await using pms = await startScriptedStash(scriptPlex(lists, answers));
    const { ports } = createPorts(pms.url, () => calls.count);
    const outcome = await performRegistration(await plan(ports, ['http://new']), NAME, ports, noAbort());
    expect(outcome).toMatchObject({ kind: 'DONE', attempts: [{ outcome: 'REACHED' }] });
    const writes = pms.requests
      .filter(({ method }) => method !== 'GET')
      .map(({ method, path }) => [method, path]);
    expect(writes).toEqual([
      ['POST', '/media/providers/metadata?uri=http%3A%2F%2Fnew'],
      ['PUT', '/media/providers/metadata/3?uri=http%3A%2F%2Fnew'],
    ]);
  });

  it.each([
    ['that Plex does not list', [[]]],
    ['that Plex lists under another name', [[], [], [ours('http://old', 'Theirs')]]],
  ])('of 409 for an identifier %s is a taken identifier', async (_, lists) => {
    await using pms = await startScriptedStash(scriptPlex(lists, () => ({ status: 409, body: '<h1>' })));
    const { ports, changes } = createPorts(pms.url, () => 0);
    const doing = performRegistration(await plan(ports, ['http://new']), NAME, ports, noAbort());
    await expect(doing).rejects.toThrow(IdentifierTakenError);
    expect(changes).toEqual([]);
  });

  it.each([
    ['listed and asked', [[], [], [ours('http://new')]], 1, 'REACHED'],
    ['not listed', [[]], 1, 'REFUSED'],
    ['listed but not asked', [[], [], [ours('http://new')]], 0, 'REFUSED'],
  ])('that is cut off is judged by what is there afterwards: %s', async (_, lists, calls, outcome) => {
    const count = { now: 0 };
    const cut: Script = (_request, response) => {
      count.now += calls;
      response.destroy();
      return undefined;
    };
    await using pms = await startScriptedStash(scriptPlex(lists, cut));
    const { ports } = createPorts(pms.url, () => count.now);
    const done = await performRegistration(await plan(ports, ['http://new']), NAME, ports, noAbort());
    expect(done.attempts).toMatchObject([{ outcome }]);
  });

  it('of 500 ends everything, since it says nothing about the address', async () => {
    await using pms = await startScriptedStash(scriptPlex([[]], () => ({ status: 500, body: '<h1>' })));
    const { ports } = createPorts(pms.url, () => 0);
    const doing = performRegistration(await plan(ports, ['http://a', 'http://b']), NAME, ports, noAbort());
    await expect(doing).rejects.toMatchObject({ kind: 'HTML_ERROR', status: 500 });
    expect(pms.requests.filter(({ method }) => method !== 'GET')).toHaveLength(1);
  });

  it.each([
    ['a provider without an id', { MetadataAgentProvider: [{ identifier: OUR_AGENT }] }],
    ['a provider without an identifier', { MetadataAgentProvider: { id: 1 } }],
  ])('with %s is no answer', async (_, members) => {
    await using pms = await startScriptedStash(({ path }) => ({
      body: { MediaContainer: path === '/identity' ? READS['/identity'] : members },
    }));
    const { ports } = createPorts(pms.url, () => 0);
    await expect(readRegistration(ports.client, noAbort())).rejects.toMatchObject({ kind: 'GARBAGE' });
  });
});
