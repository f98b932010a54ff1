import type { RequestListener } from 'node:http';
import type { ProviderConfig } from '../../config/config.ts';
import { ListenError, startListener } from '../../http/listener.ts';
import { readProgramVersion } from '../../lib/program-version.ts';
import { toManifest } from '../../provider/manifest.ts';
import { CommandFailure, EXIT } from '../exit-code.ts';
import type { OpenWatch } from './manifest-watch.ts';

/** Running requests have this long to end. */
const GRACE_MS = 1000;

/**
 * Hands out the manifest itself, where the service would, for as long as the command runs.
 *
 * @throws CommandFailure when something else listens there.
 */
export async function startBareWatch({ host, port, secret, id, title }: ProviderConfig): Promise<OpenWatch> {
  const root = secret === undefined ? '' : `/${secret.reveal()}`;
  const body = JSON.stringify(toManifest({ id, title, version: readProgramVersion() }));
  let calls = 0;
  const handle: RequestListener = ({ method, url = '' }, response) => {
    const path = url.split('?')[0]?.replace(/\/$/, '');
    const isManifest = method === 'GET' && path === root;
    if (isManifest) calls += 1;
    response.writeHead(isManifest ? 200 : 404, { 'Content-Type': 'application/json', Connection: 'close' });
    response.end(
      isManifest ? body : '{"error":{"code":"NO_SUCH_ROUTE","message":"The service is not running."}}',
    );
  };
  const listener = await listen(host, port, handle);
  return { isService: false, countCalls: async () => calls, stop: () => listener.stop(GRACE_MS) };
}

async function listen(host: string, port: number, handle: RequestListener): ReturnType<typeof startListener> {
  try {
    return await startListener(host, port, handle);
  } catch (error) {
    if (!(error instanceof ListenError)) throw error;
    throw new CommandFailure(
      EXIT.CONFIGURATION,
      `No running service answers at ADMIN_HOST and ADMIN_PORT, and its place cannot be taken: ${error.message}. If the service runs, give this command the settings the service has.`,
      { cause: error },
    );
  }
}
