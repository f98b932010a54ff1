import type { AdminConfig } from '../../config/config.ts';
import { CommandFailure, EXIT } from '../exit-code.ts';
import { countManifestCalls } from './count-manifest-calls.ts';
import { getPage } from './get-page.ts';
import type { OpenWatch } from './manifest-watch.ts';

/**
 * Watches the running service through its admin listener: its counter of requests tells who asked for the manifest.
 * Gives `undefined` when no service answers there.
 *
 * @throws CommandFailure when it answers, but not to us.
 */
export async function findServiceWatch(
  { host, port, token }: AdminConfig,
  signal: AbortSignal,
): Promise<OpenWatch | undefined> {
  const url = `http://${toReachable(host)}:${port}/metrics`;
  const headers: Record<string, string> = token ? { Authorization: `Bearer ${token.reveal()}` } : {};
  const first = await getPage(url, headers, signal);
  if (first?.status === 401)
    throw new CommandFailure(
      EXIT.CONFIGURATION,
      `expected the running service to let this command in, but got: a refusal at ${host} port ${port}, set ADMIN_TOKEN as the service has it`,
    );
  if (first?.status !== 200 || countManifestCalls(first.text) === undefined) return undefined;
  return {
    isService: true,
    countCalls: async (within) => {
      const page = await getPage(url, headers, within);
      const count = page?.status === 200 ? countManifestCalls(page.text) : undefined;
      if (count !== undefined) return count;
      throw new CommandFailure(
        EXIT.UNREACHABLE,
        'The service stopped answering while Plex was told about it. Start it and run the command again: it goes on from there.',
      );
    },
    stop: () => Promise.resolve(),
  };
}

/** A listener on every address is reached on this machine's own. */
function toReachable(host: string): string {
  if (host === '0.0.0.0' || host === '::') return '127.0.0.1';
  return host.includes(':') ? `[${host}]` : host;
}
