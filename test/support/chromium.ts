import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { Devtools } from './devtools.ts';
import { until } from './until.ts';

const CHROMIUM = '/usr/bin/chromium';

/** No name but that of this machine leads anywhere, and nothing goes out through a proxy. */
const ONLY_LOOPBACK = ['--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1', '--no-proxy-server'];
/** The editors of a page draw only what is in view. */
const TALL = '--window-size=1400,2400';
const FLAGS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-dev-shm-usage',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--remote-debugging-port=0',
  TALL,
  ...ONLY_LOOPBACK,
];

/** A page in headless Chromium that can reach this machine and nothing else. */
export interface Page extends AsyncDisposable {
  /** What an expression comes to in the page. */
  evaluate(expression: string): Promise<unknown>;
  /** Waits for an expression to come true. */
  until(expression: string): Promise<void>;
  /** Every address that the page asked for, and every complaint that it made, so far. */
  listRequests(): readonly string[];
  listComplaints(): readonly string[];
}

/** Opens an address in a fresh Chromium; disposing of the page ends Chromium. */
export async function openPage(url: string): Promise<Page> {
  const profile = await mkdtemp(join(tmpdir(), 'chromium-'));
  const process = spawn(CHROMIUM, [...FLAGS, `--user-data-dir=${profile}`, 'about:blank'], {
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const devtools = await Devtools.connect(await findDevtoolsUrl(process.stderr));
  const session = await attach(devtools, url);
  const evaluate = async (expression: string): Promise<unknown> => {
    const params = { expression, awaitPromise: true, returnByValue: true };
    const { result } = await devtools.send('Runtime.evaluate', params, session);
    return (result as { value?: unknown }).value;
  };
  return {
    evaluate,
    until: (expression) => until(async () => (await evaluate(expression)) === true),
    listRequests: () => listRequests(devtools),
    listComplaints: () => listComplaints(devtools),
    async [Symbol.asyncDispose]() {
      const ended = once(process, 'exit');
      await devtools.send('Browser.close').catch(() => process.kill());
      await ended;
      devtools.close();
      await rm(profile, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

async function findDevtoolsUrl(stderr: NodeJS.ReadableStream): Promise<string> {
  for await (const line of createInterface({ input: stderr })) {
    const url = /^DevTools listening on (ws:\S+)/.exec(line)?.[1];
    if (url === undefined) continue;
    stderr.resume();
    return url;
  }
  throw new Error(`expected ${CHROMIUM} to start, but it ended; is the Debian package "chromium" installed?`);
}

async function attach(devtools: Devtools, url: string): Promise<string> {
  const { targetId } = await devtools.send('Target.createTarget', { url: 'about:blank' });
  const attached = await devtools.send('Target.attachToTarget', { targetId, flatten: true });
  const session = attached['sessionId'] as string;
  for (const domain of ['Network', 'Runtime', 'Log', 'Page'])
    await devtools.send(`${domain}.enable`, {}, session);
  await devtools.send('Page.navigate', { url }, session);
  await until(() => devtools.events.some(({ method }) => method === 'Page.loadEventFired'));
  return session;
}

function listRequests({ events }: Devtools): string[] {
  const sent = events.filter(({ method }) => method === 'Network.requestWillBeSent');
  return sent.map(({ params }) => (params['request'] as { url: string }).url);
}

function listComplaints({ events }: Devtools): string[] {
  const complaints = events.filter(({ method }) =>
    /^(Runtime\.exceptionThrown|Log\.entryAdded)$/.test(method),
  );
  return complaints.map(({ params }) => JSON.stringify(params));
}
