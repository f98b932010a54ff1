import { PmsError } from '../pms-error.ts';
import { type AgentGroup, listGroups } from './agent-group.ts';
import type { RegistrationPorts } from './registration-ports.ts';
import type { ProviderName } from './write-address.ts';

/** Makes the agent group whose primary provider we are, unless there is one. */
export async function ensureGroup(
  { identifier, title }: ProviderName,
  ports: RegistrationPorts,
  signal: AbortSignal,
): Promise<AgentGroup> {
  const present = await findGroup(identifier, ports, signal);
  if (present !== undefined) return present;
  let failure: unknown = new PmsError('GARBAGE', { status: 200, code: 'UNEXPECTED_SHAPE' });
  try {
    await ports.writer.addGroup(title, identifier, signal);
  } catch (error) {
    if (!(error instanceof PmsError)) throw error;
    failure = error;
  }
  // An answer that was lost on its way does not mean that nothing was done.
  const made = await findGroup(identifier, ports, signal);
  if (made === undefined) throw failure;
  ports.onChange('GROUP_ADDED');
  return made;
}

async function findGroup(
  identifier: string,
  { client }: RegistrationPorts,
  signal: AbortSignal,
): Promise<AgentGroup | undefined> {
  const groups = await listGroups(client, signal);
  return groups.find(({ primaryIdentifier }) => primaryIdentifier === identifier);
}
