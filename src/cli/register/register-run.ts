import type { Config } from '../../config/config.ts';
import { createPmsGuards } from '../../pms/guards.ts';
import { createPmsClient, type PmsClient } from '../../pms/pms-client.ts';
import type { Surrounding } from '../../pms/registration/list-addresses.ts';
import type { RegistrationChange } from '../../pms/registration/registration-ports.ts';
import {
  createRegistrationWriter,
  type RegistrationWriter,
} from '../../pms/registration/registration-writer.ts';
import type { ProviderName } from '../../pms/registration/write-address.ts';
import { createPmsTransport, type PmsTransport } from '../../pms/transport.ts';
import type { CommandContext } from '../command-context.ts';
import { CommandFailure, EXIT } from '../exit-code.ts';
import { createLazyWatch, type LazyWatch } from './lazy-watch.ts';
import { parseRegisterRequest, type RegisterOptions, type RegisterRequest } from './register-options.ts';
import type { RegisterSurroundings } from './register-surroundings.ts';

/** Everything one run works with. */
export interface RegisterRun {
  readonly options: RegisterOptions;
  readonly request: RegisterRequest;
  readonly context: CommandContext;
  readonly around: RegisterSurroundings;
  readonly name: ProviderName;
  readonly surrounding: Surrounding;
  readonly client: PmsClient;
  readonly writer: RegistrationWriter;
  readonly watch: LazyWatch;
  readonly changes: RegistrationChange[];
}

/** @throws CommandFailure with exit code 78 for settings and options that cannot be worked with. */
export function toRegisterRun(
  config: Config,
  options: RegisterOptions,
  context: CommandContext,
  around: RegisterSurroundings,
): RegisterRun {
  const request = parseRegisterRequest(options, config);
  const { host, port, publicUrl, id, title } = config.provider;
  const { plexUrl, prefix, given } = request;
  const ownAddresses = around.listOwnAddresses();
  const transport = createTransport(config, plexUrl);
  return {
    options,
    request,
    context,
    around,
    name: { identifier: id, title },
    surrounding: { plexUrl, host, port, prefix, given, publicUrl, ownAddresses },
    client: createPmsClient(transport, createPmsGuards({ clock: around.clock })),
    writer: createRegistrationWriter(transport),
    watch: createLazyWatch(config),
    changes: [],
  };
}

/** PMS answers a change only after it has called us, or given up on it. */
const TIMEOUT_MS = 45_000;

function createTransport({ plex }: Config, baseUrl: string): PmsTransport {
  try {
    const clientIdentifier = 'stash2plex-register';
    return createPmsTransport({ baseUrl, token: plex.token, clientIdentifier, timeoutMs: TIMEOUT_MS });
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    throw new CommandFailure(EXIT.CONFIGURATION, error.message, { cause: error });
  }
}
