import { runWithin } from '../../lib/run-within.ts';
import { BudgetSpentError } from '../../lib/policy-errors.ts';
import { isSameUri, type ProviderAddress } from './provider-address.ts';
import { listProviders, type RegisteredProvider } from './registered-provider.ts';
import type { RegistrationPorts } from './registration-ports.ts';
import { type Acceptance, findOurs, type ProviderName, writeAddress } from './write-address.ts';

/**
 * What came of one address: `REACHED` PMS took it and asked us for the manifest · `REFUSED` PMS got no usable manifest
 * there · `NOT_ASKED` PMS took it, but we were not asked: somebody else answers there.
 */
export interface Attempt {
  readonly address: ProviderAddress;
  readonly outcome: 'REACHED' | 'REFUSED' | 'NOT_ASKED';
  /** Title of another provider that PMS found there and added. */
  readonly stranger?: string;
}

/** How long PMS's call may come after PMS's answer; it comes before it, as far as is known. */
const CALL_WITHIN_MS = 8000;
const LOOK_EVERY_MS = 500;

/**
 * Registers one address and sees whether PMS really called us there. Throws `PmsError` for trouble that has nothing to
 * do with the address, and `IdentifierTakenError`.
 */
export async function tryAddress(
  address: ProviderAddress,
  name: ProviderName,
  ports: RegistrationPorts,
  signal: AbortSignal,
): Promise<Attempt> {
  const callsBefore = await ports.watch.countCalls(signal);
  const before = await findOurs(name, ports, signal);
  const acceptance = await writeAddress(address.uri, name, before, ports, signal);
  if (acceptance === 'REFUSED') return { address, outcome: 'REFUSED' };
  const providers = await listProviders(ports.client, signal);
  const ours = providers.find(({ identifier }) => identifier === name.identifier);
  tellChange(before, ours, acceptance, ports);
  const isThere = ours !== undefined && isSameUri(ours.uri, address.uri);
  if (isThere && (await seesCall(callsBefore, ports, signal))) return { address, outcome: 'REACHED' };
  if (acceptance === 'UNCLEAR') return { address, outcome: 'REFUSED' };
  const stranger = providers.find((one) => one !== ours && isSameUri(one.uri, address.uri));
  return { address, outcome: 'NOT_ASKED', ...(stranger && { stranger: stranger.title }) };
}

function tellChange(
  before: RegisteredProvider | undefined,
  after: RegisteredProvider | undefined,
  acceptance: Acceptance,
  { onChange }: RegistrationPorts,
): void {
  if (after === undefined) return;
  if (before === undefined) onChange('PROVIDER_ADDED');
  else if (acceptance === 'ACCEPTED' || !isSameUri(before.uri, after.uri)) onChange('PROVIDER_MOVED');
}

/** Waits for PMS's own call of our manifest. */
async function seesCall(
  callsBefore: number,
  { watch, clock }: RegistrationPorts,
  signal: AbortSignal,
): Promise<boolean> {
  const giveUpAt = clock.ticks() + CALL_WITHIN_MS;
  const look = async (within: AbortSignal): Promise<boolean> => {
    while ((await watch.countCalls(within)) <= callsBefore) {
      if (clock.ticks() >= giveUpAt) return false;
      await clock.sleep(LOOK_EVERY_MS, within);
    }
    return true;
  };
  try {
    // Its timer also keeps the process alive, which a sleep of the clock does not.
    return await runWithin(2 * CALL_WITHIN_MS, [signal], look);
  } catch (error) {
    if (error instanceof BudgetSpentError) return false;
    throw error;
  }
}
