import { isSameUri, type ProviderAddress } from './provider-address.ts';
import type { RegisteredProvider } from './registered-provider.ts';

/**
 * Who answers at an address: `OURS` the service we register · `COPY` another program with our identifier · `NONE`
 * nobody that could be told.
 */
export type Resident = { readonly kind: 'OURS' | 'NONE' } | { readonly kind: 'COPY'; readonly title: string };

/** Why a provider that PMS has is registered anew. */
export type Outdated = 'ADDRESS' | 'TITLE' | 'OFFLINE' | 'ASKED';

export type ProviderVerdict =
  | { readonly kind: 'ABSENT' }
  | { readonly kind: 'RIGHT'; readonly provider: RegisteredProvider }
  | { readonly kind: 'OUTDATED'; readonly provider: RegisteredProvider; readonly why: Outdated }
  /** Our identifier belongs to something else; `answers` tells what said so at its address, if anything. */
  | { readonly kind: 'TAKEN'; readonly provider: RegisteredProvider; readonly answers: Resident };

export interface ProviderWish {
  readonly identifier: string;
  readonly title: string;
  /** `/<PROVIDER_SECRET>`, or empty. */
  readonly prefix: string;
  readonly addresses: readonly ProviderAddress[];
  /** A person named the address, so that a working other one is not good enough. */
  readonly isAddressGiven: boolean;
  /** PMS is to read our manifest again even if nothing has changed. */
  readonly isRecheck: boolean;
}

/**
 * Judges what PMS has under our identifier. An address we do not know is not therefore wrong: somebody may have
 * entered it by hand, so it is asked who answers there, and a working one is left alone.
 */
export async function judgeProvider(
  providers: readonly RegisteredProvider[],
  wish: ProviderWish,
  findResident: (provider: RegisteredProvider) => Promise<Resident>,
): Promise<ProviderVerdict> {
  const provider = providers.find(({ identifier }) => identifier === wish.identifier);
  if (provider === undefined) return { kind: 'ABSENT' };
  if (wish.addresses.some(({ uri }) => isSameUri(uri, provider.uri))) return judgeOwn(provider, wish);
  const answers = await findResident(provider);
  if (answers.kind === 'OURS' && !wish.isAddressGiven) return judgeOwn(provider, wish);
  if (isTaken(provider, wish, answers)) return { kind: 'TAKEN', provider, answers };
  return mayStay(provider, wish, answers)
    ? judgeOwn(provider, wish)
    : { kind: 'OUTDATED', provider, why: 'ADDRESS' };
}

function judgeOwn(provider: RegisteredProvider, { title, isRecheck }: ProviderWish): ProviderVerdict {
  if (provider.title !== title) return { kind: 'OUTDATED', provider, why: 'TITLE' };
  if (provider.isOnline === false) return { kind: 'OUTDATED', provider, why: 'OFFLINE' };
  return isRecheck ? { kind: 'OUTDATED', provider, why: 'ASKED' } : { kind: 'RIGHT', provider };
}

/** A person who names the address may take over from another copy of ours, never from another program. */
function isTaken(provider: RegisteredProvider, wish: ProviderWish, answers: Resident): boolean {
  if (answers.kind === 'COPY') return answers.title !== wish.title || !wish.isAddressGiven;
  return answers.kind === 'NONE' && provider.title !== wish.title && !wish.isAddressGiven;
}

/** PMS says that it reaches us where we cannot look, under the secret that only this service has. */
function mayStay(
  { uri, isOnline }: RegisteredProvider,
  { prefix, isAddressGiven }: ProviderWish,
  answers: Resident,
): boolean {
  if (isAddressGiven || answers.kind !== 'NONE' || isOnline !== true) return false;
  return prefix !== '' && uri.reveal().replace(/\/+$/, '').endsWith(prefix);
}
