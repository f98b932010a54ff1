import type { Clock } from '../lib/clock.ts';
import type { PlexCalls } from '../store/plex-calls.ts';

/** A scan calls hundreds of times a second; when Plex called is told to the minute. */
const NOTE_EVERY_MS = 60_000;

const MATCH = /\/library\/metadata\/matches\/?$/;
const OTHER_ROUTE = /\/library\/metadata\/|\/artwork\//;
/** Host headers that can be repeated; the same form as for artwork addresses. */
const PLAIN_HOST = /^([A-Za-z0-9.-]+|\[[0-9A-Fa-f:.]+\])(:\d{1,5})?$/;

/** What is looked at of a request, whatever server it came by. */
interface Call {
  readonly headers: { readonly 'user-agent'?: string | undefined; readonly host?: string | undefined };
  readonly method?: string | undefined;
  readonly url?: string | undefined;
}

interface Reply {
  readonly statusCode: number;
  once(event: 'finish', listener: () => void): unknown;
}

/** An HTTP application's way in. */
type Handle<Incoming, Outgoing> = (request: Incoming, response: Outgoing) => Promise<void>;

type Route = 'manifestAt' | 'matchAt';

/**
 * Notes when Plex Media Server last read our manifest and last asked for a match: calls that were answered with 200 and
 * whose `User-Agent` is that of PMS (`PlexMediaServer/<version>`, as seen in published logs).
 *
 * @param record must not throw.
 */
export function notePlexCalls<Incoming extends Call, Outgoing extends Reply>(
  handle: Handle<Incoming, Outgoing>,
  clock: Clock,
  record: (calls: PlexCalls) => void,
): Handle<Incoming, Outgoing> {
  const notedAt = new Map<Route, number>();
  return (request, response) => {
    const version = /^PlexMediaServer\/(\d[\w.-]{0,40})/.exec(request.headers['user-agent'] ?? '')?.[1];
    const route = version === undefined ? undefined : findRoute(request.method, request.url);
    if (route !== undefined && version !== undefined) {
      const { host } = request.headers;
      response.once('finish', () => {
        const ticks = clock.ticks();
        if (response.statusCode !== 200 || ticks - (notedAt.get(route) ?? -Infinity) < NOTE_EVERY_MS) return;
        notedAt.set(route, ticks);
        record({
          [route]: clock.now(),
          version,
          ...(host !== undefined && PLAIN_HOST.test(host) ? { host } : {}),
        });
      });
    }
    return handle(request, response);
  };
}

function findRoute(method = '', url = '/'): Route | undefined {
  const [path = '/'] = url.split('?', 1);
  if (method === 'POST') return MATCH.test(path) ? 'matchAt' : undefined;
  return method === 'GET' && !OTHER_ROUTE.test(path) ? 'manifestAt' : undefined;
}
