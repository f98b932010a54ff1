import type { Config } from '../../config/config.ts';
import type { LibraryWish } from '../../pms/registration/library-wish.ts';
import { parseAddress } from '../../pms/registration/provider-address.ts';
import { CommandFailure, EXIT } from '../exit-code.ts';

/** The command line of `register`. */
export interface RegisterOptions {
  readonly address?: string;
  readonly library?: string;
  readonly create?: string;
  readonly folder?: readonly string[];
  readonly yes?: boolean;
  readonly dryRun?: boolean;
  readonly recheck?: boolean;
  readonly json?: boolean;
}

/** What `register` is asked to do, read and checked. */
export interface RegisterRequest {
  readonly plexUrl: string;
  /** `/<PROVIDER_SECRET>`, or empty. */
  readonly prefix: string;
  readonly given: string | undefined;
  readonly library: LibraryWish | undefined;
}

/** @throws CommandFailure with exit code 78 for what contradicts itself or is missing. */
export function parseRegisterRequest(options: RegisterOptions, { plex, provider }: Config): RegisterRequest {
  const prefix = provider.secret === undefined ? '' : `/${provider.secret.reveal()}`;
  if (plex.url === undefined) throw refuse(toWithoutPlex(provider.port, prefix));
  if (provider.port === 0)
    throw refuse('expected PORT to be fixed, since Plex keeps the address, but got: 0, set e.g. PORT=8080');
  return {
    plexUrl: plex.url,
    prefix,
    given: options.address === undefined ? undefined : getAddress(options.address, prefix),
    library: parseLibrary(options),
  };
}

function getAddress(text: string, prefix: string): string {
  const address = parseAddress(text, prefix);
  if (address !== undefined) return address;
  // The text is not repeated: it may hold a password or the secret.
  throw refuse(
    'expected --address to be an http or https address without user, password, "?" or "#", but got: something else, enter e.g. http://192.168.1.5:8080',
  );
}

function parseLibrary({ library, create, folder = [] }: RegisterOptions): LibraryWish | undefined {
  if (library !== undefined && create !== undefined)
    throw refuse('expected --library for a library there is or --create for a new one, but got: both');
  if ((create === undefined) !== (folder.length === 0))
    throw refuse('expected --create together with --folder, as Plex names the folder, but got: one alone');
  if (library !== undefined) return { kind: 'SWITCH', name: library };
  return create === undefined ? undefined : { kind: 'CREATE', name: create, folders: folder };
}

function toWithoutPlex(port: number, prefix: string): string {
  const address = `http://<this machine>:${port}${prefix === '' ? '' : '/<PROVIDER_SECRET>'}`;
  return [
    'expected PLEX_URL and PLEX_TOKEN, but got: none, set both (e.g. PLEX_URL=http://plex:32400) and try again.',
    'Without them you can do it in Plex itself: Settings, Metadata Agents, Add Provider with',
    `${address}; then Add Agent with it; then choose that agent in the settings of a library.`,
  ].join('\n');
}

function refuse(message: string): CommandFailure {
  return new CommandFailure(EXIT.CONFIGURATION, message);
}
