import type { AgentGroup } from './agent-group.ts';
import {
  judgeProvider,
  type Outdated,
  type ProviderVerdict,
  type ProviderWish,
  type Resident,
} from './judge-provider.ts';
import { type LibraryStep, type LibraryWish, planLibrary } from './library-wish.ts';
import { isSameUri, type ProviderAddress, toShownUri } from './provider-address.ts';
import type { RegisteredProvider } from './registered-provider.ts';
import type { RegistrationState } from './registration-state.ts';

export type ProviderStep =
  | { readonly kind: 'KEEP'; readonly provider: RegisteredProvider }
  | { readonly kind: 'ADD'; readonly addresses: readonly ProviderAddress[] }
  | {
      readonly kind: 'MOVE';
      readonly provider: RegisteredProvider;
      readonly why: Outdated;
      readonly addresses: readonly ProviderAddress[];
    };

export type GroupStep = { readonly kind: 'KEEP'; readonly group: AgentGroup } | { readonly kind: 'ADD' };

/** What will be done, in this order. */
export interface RegistrationPlan {
  readonly provider: ProviderStep;
  readonly group: GroupStep;
  readonly library: Exclude<LibraryStep, { kind: 'REFUSED' }> | undefined;
}

export type Planned =
  | { readonly kind: 'PLAN'; readonly plan: RegistrationPlan }
  | { readonly kind: 'TAKEN'; readonly verdict: Extract<ProviderVerdict, { kind: 'TAKEN' }> }
  | { readonly kind: 'NO_LIBRARY'; readonly problem: string };

export interface RegistrationWish extends ProviderWish {
  readonly library: LibraryWish | undefined;
}

/** Plans every change before the first is made, so that what cannot be had is known while nothing is half done. */
export async function planRegistration(
  state: RegistrationState,
  wish: RegistrationWish,
  findResident: (provider: RegisteredProvider) => Promise<Resident>,
): Promise<Planned> {
  const verdict = await judgeProvider(state.providers, wish, findResident);
  if (verdict.kind === 'TAKEN') return { kind: 'TAKEN', verdict };
  const group = state.groups.find(({ primaryIdentifier }) => primaryIdentifier === wish.identifier);
  const library = wish.library && planLibrary(state.sections, wish.library, wish.identifier, group?.id);
  if (library?.kind === 'REFUSED') return { kind: 'NO_LIBRARY', problem: library.problem };
  const provider = toProviderStep(verdict, wish);
  return {
    kind: 'PLAN',
    plan: { provider, group: group ? { kind: 'KEEP', group } : { kind: 'ADD' }, library },
  };
}

/** Whether PMS is left as it is. */
export function isNothing({ provider, group, library }: RegistrationPlan): boolean {
  return [provider, group, library].every((step) => step === undefined || step.kind === 'KEEP');
}

function toProviderStep(
  verdict: Exclude<ProviderVerdict, { kind: 'TAKEN' }>,
  wish: ProviderWish,
): ProviderStep {
  if (verdict.kind === 'ABSENT') return { kind: 'ADD', addresses: wish.addresses };
  const { provider } = verdict;
  if (verdict.kind === 'RIGHT') return { kind: 'KEEP', provider };
  const { why } = verdict;
  return { kind: 'MOVE', provider, why, addresses: withPresent(provider, why, wish) };
}

/** What PMS has was right once: it is tried too, first where nothing speaks against it, unless a person chose. */
function withPresent(
  { uri }: RegisteredProvider,
  why: Outdated,
  { addresses, prefix, isAddressGiven }: ProviderWish,
): readonly ProviderAddress[] {
  const present: ProviderAddress = { source: 'REGISTERED', shown: toShownUri(uri, prefix), uri };
  const others = addresses.filter((address) => !isSameUri(address.uri, uri));
  if (why !== 'ADDRESS') return [present, ...others];
  return isAddressGiven ? others : [...others, present];
}
