import type { Secret } from '../../lib/secret.ts';
import { PmsError } from '../pms-error.ts';
import { IdentifierTakenError } from './identifier-taken-error.ts';
import { listProviders, type RegisteredProvider } from './registered-provider.ts';
import type { RegistrationPorts } from './registration-ports.ts';

/** Who is registered. */
export interface ProviderName {
  readonly identifier: string;
  readonly title: string;
}

/** What PMS made of an address; `UNCLEAR` when its answer did not come. */
export type Acceptance = 'ACCEPTED' | 'REFUSED' | 'UNCLEAR';

/**
 * Adds the provider under an address, or moves it there if PMS has it. Throws `PmsError` for trouble that has nothing
 * to do with the address, and `IdentifierTakenError`.
 */
export async function writeAddress(
  uri: Secret,
  name: ProviderName,
  present: RegisteredProvider | undefined,
  ports: RegistrationPorts,
  signal: AbortSignal,
): Promise<Acceptance> {
  const { writer } = ports;
  if (present !== undefined) return sending(() => writer.moveProvider(present.id, uri, signal));
  try {
    return await sending(() => writer.addProvider(uri, signal));
  } catch (error) {
    if (!isConflict(error)) throw error;
  }
  const { id } = await getAddedMeanwhile(name, ports, signal);
  return sending(() => writer.moveProvider(id, uri, signal));
}

export async function findOurs(
  { identifier: ours }: ProviderName,
  { client }: RegistrationPorts,
  signal: AbortSignal,
): Promise<RegisteredProvider | undefined> {
  const providers = await listProviders(client, signal);
  return providers.find(({ identifier }) => identifier === ours);
}

/** Perhaps this very command in another window: its success is ours. */
async function getAddedMeanwhile(
  name: ProviderName,
  ports: RegistrationPorts,
  signal: AbortSignal,
): Promise<RegisteredProvider> {
  const added = await findOurs(name, ports, signal);
  if (added?.title !== name.title) throw new IdentifierTakenError();
  return added;
}

/** PMS answers 400 when it gets no manifest, and may take longer over it than we wait. */
async function sending(write: () => Promise<void>): Promise<Acceptance> {
  try {
    await write();
    return 'ACCEPTED';
  } catch (error) {
    if (!(error instanceof PmsError)) throw error;
    if (error.status === 400) return 'REFUSED';
    if (error.kind === 'TOO_SLOW' || error.code === 'CUT_OFF') return 'UNCLEAR';
    throw error;
  }
}

function isConflict(error: unknown): boolean {
  return error instanceof PmsError && error.status === 409;
}
