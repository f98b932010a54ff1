/**
 * What to try when nothing answers at `STASH_URL`, by the trap its host name suggests; `undefined` when the name
 * suggests none. Docker documents both: `host.docker.internal` exists on Linux only with
 * `extra_hosts: host.docker.internal:host-gateway`, and `localhost` inside a container is the container.
 */
export function explainUnreachable(stashUrl: string): string | undefined {
  const host = URL.canParse(stashUrl) ? new URL(stashUrl).hostname.toLowerCase() : '';
  if (host === 'host.docker.internal') {
    return 'On Linux, host.docker.internal works only if the container is given `extra_hosts: ["host.docker.internal:host-gateway"]`, and Stash must listen on more than 127.0.0.1 of the host.';
  }
  if (host === 'localhost' || host === '[::1]' || host === '0.0.0.0' || /^127\./.test(host)) {
    return `Inside a container, ${host} is the container itself: use host.docker.internal for a Stash on the host, or the service name for one in the same Docker network.`;
  }
  if (host !== '' && !host.includes('.') && !host.startsWith('[')) {
    return `${host} looks like a Docker service name: it is known only if both containers are in the same Docker network.`;
  }
  return undefined;
}
