import { describe, expect, it } from 'vitest';
import { Secret } from '../../../src/lib/secret.ts';
import {
  judgeProvider,
  type ProviderWish,
  type Resident,
} from '../../../src/pms/registration/judge-provider.ts';
import { toAddress } from '../../../src/pms/registration/provider-address.ts';
import type { RegisteredProvider } from '../../../src/pms/registration/registered-provider.ts';

const KNOWN = toAddress('LOOPBACK', 'http://127.0.0.1:8080', '/secret-1');

function judge(
  has: Partial<Omit<RegisteredProvider, 'uri'>> & { uri?: string },
  resident: Resident,
  wish: Partial<ProviderWish> = {},
) {
  const { uri = 'http://elsewhere:8080/secret-1', ...more } = has;
  const provider = {
    id: '1',
    identifier: 'us',
    title: 'Ours',
    isOnline: undefined,
    ...more,
    uri: new Secret(uri),
  };
  const whole = { identifier: 'us', title: 'Ours', prefix: '/secret-1', addresses: [KNOWN] };
  const asked: string[] = [];
  const verdict = judgeProvider(
    [provider],
    { ...whole, isAddressGiven: false, isRecheck: false, ...wish },
    async ({ title }) => {
      asked.push(title);
      return resident;
    },
  );
  return verdict.then((found) => ({
    kind: found.kind,
    why: 'why' in found ? found.why : '',
    asked: asked.length,
  }));
}

const NONE: Resident = { kind: 'NONE' };
const OURS: Resident = { kind: 'OURS' };
const copy = (title: string): Resident => ({ kind: 'COPY', title });
const known = KNOWN.uri.reveal();

describe('what Plex has under our identifier', () => {
  it('is nothing when it is another identifier', async () => {
    expect(await judge({ identifier: 'them' }, NONE)).toEqual({ kind: 'ABSENT', why: '', asked: 0 });
  });

  it.each([
    ['at one of our addresses', { uri: known }, {}, 'RIGHT', ''],
    ['there under another title', { uri: known, title: 'Old' }, {}, 'OUTDATED', 'TITLE'],
    ['there, out of reach of Plex', { uri: known, isOnline: false }, {}, 'OUTDATED', 'OFFLINE'],
    ['there, to be checked', { uri: known }, { isRecheck: true }, 'OUTDATED', 'ASKED'],
  ] as const)('is judged without asking: %s', async (_, has, wish, kind, why) => {
    expect(await judge(has, NONE, wish)).toEqual({ kind, why, asked: 0 });
  });

  it.each([
    ['leads to us', {}, OURS, {}, 'RIGHT', ''],
    ['leads to us, but another was named', {}, OURS, { isAddressGiven: true }, 'OUTDATED', 'ADDRESS'],
    ['is silent', {}, NONE, {}, 'OUTDATED', 'ADDRESS'],
    ['is silent here, but Plex reaches it under our secret', { isOnline: true }, NONE, {}, 'RIGHT', ''],
    [
      'is silent and has an older secret',
      { isOnline: true, uri: 'http://x/old-secret' },
      NONE,
      {},
      'OUTDATED',
      'ADDRESS',
    ],
    ['is silent, of another title', { title: 'Old' }, NONE, {}, 'TAKEN', ''],
    [
      'is silent, of another title, but ours was named',
      { title: 'Old' },
      NONE,
      { isAddressGiven: true },
      'OUTDATED',
      'ADDRESS',
    ],
    ['leads to another program', {}, copy('Theirs'), {}, 'TAKEN', ''],
    [
      'leads to another program, though ours was named',
      {},
      copy('Theirs'),
      { isAddressGiven: true },
      'TAKEN',
      '',
    ],
    ['leads to a second installation', {}, copy('Ours'), {}, 'TAKEN', ''],
    [
      'leads to a second installation, but ours was named',
      {},
      copy('Ours'),
      { isAddressGiven: true },
      'OUTDATED',
      'ADDRESS',
    ],
  ] as const)('at an address we do not know is asked: it %s', async (_, has, resident, wish, kind, why) => {
    expect(await judge(has, resident, wish)).toEqual({ kind, why, asked: 1 });
  });
});
