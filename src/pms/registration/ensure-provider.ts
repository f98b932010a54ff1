import { PmsError } from '../pms-error.ts';
import type { ProviderStep } from './plan-registration.ts';
import type { RegistrationPorts } from './registration-ports.ts';
import { type Attempt, tryAddress } from './try-address.ts';
import type { ProviderName } from './write-address.ts';

/** Tries the addresses in their order until PMS reaches us at one. Gives every attempt; the last says how it ended. */
export async function ensureProvider(
  step: Exclude<ProviderStep, { kind: 'KEEP' }>,
  name: ProviderName,
  ports: RegistrationPorts,
  signal: AbortSignal,
): Promise<readonly Attempt[]> {
  const attempts: Attempt[] = [];
  for (const address of step.addresses) {
    const attempt = await tryAddress(address, name, ports, signal);
    attempts.push(attempt);
    if (attempt.outcome === 'REACHED') return attempts;
  }
  if (step.kind === 'MOVE' && attempts.some(({ outcome }) => outcome === 'NOT_ASKED'))
    await putBack(step, ports, signal);
  return attempts;
}

/** Nothing was right, so that PMS had better go on as it was. It refuses if nobody answers there any more. */
async function putBack(
  { provider }: Extract<ProviderStep, { kind: 'MOVE' }>,
  { writer, onChange }: RegistrationPorts,
  signal: AbortSignal,
): Promise<void> {
  try {
    await writer.moveProvider(provider.id, provider.uri, signal);
    onChange('PROVIDER_PUT_BACK');
  } catch (error) {
    if (!(error instanceof PmsError)) throw error;
  }
}
