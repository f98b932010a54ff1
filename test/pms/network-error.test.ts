import { checkServerIdentity, type PeerCertificate } from 'node:tls';
import { describe, expect, it } from 'vitest';
import { Secret } from '../../src/lib/secret.ts';
import { isTransient } from '../../src/pms/is-transient.ts';
import { toNetworkError } from '../../src/pms/network-error.ts';
import type { PmsError } from '../../src/pms/pms-error.ts';
import { toIncompleteCause } from '../../src/pms/to-incomplete-cause.ts';
import { createPmsTransport } from '../../src/pms/transport.ts';
import { noAbort, PMS_TOKEN } from '../support/pms-world.ts';
import { startScriptedStash } from '../support/scripted-stash.ts';

function send(baseUrl: string): Promise<unknown> {
  const transport = createPmsTransport({ baseUrl, token: new Secret(PMS_TOKEN), clientIdentifier: 'test' });
  return transport.send({ path: '/identity' }, noAbort()).catch((error: unknown) => error);
}

/** As `fetch` wraps what the network layer threw. */
function toFetchError(cause: unknown): TypeError {
  return new TypeError('fetch failed', { cause });
}

function withCode(code: string): Error {
  return Object.assign(new Error('lower layer'), { code });
}

describe('a connection that fails', () => {
  it('is told as refused when nothing listens', async () => {
    const pms = await startScriptedStash(() => undefined);
    await pms[Symbol.asyncDispose]();
    const error = await send(pms.url);
    expect(error).toMatchObject({ kind: 'UNREACHABLE', code: 'REFUSED' });
    expect(toIncompleteCause(error as PmsError)).toMatchObject({
      reason: 'PLEX_UNREACHABLE',
      detail: expect.stringMatching(/Nothing listens.*PLEX_URL/) as string,
    });
  });

  it('is told as a TLS failure when https meets a plain server', async () => {
    await using pms = await startScriptedStash(() => ({}));
    const error = await send(pms.url.replace('http:', 'https:'));
    expect(error).toMatchObject({ kind: 'TLS_FAILED' });
    expect(toIncompleteCause(error as PmsError).detail).toMatch(/the other of http and https/);
  });

  it('is explained by plex.direct when the certificate is for another name', () => {
    const certificate = {
      subject: { CN: '*.abc.plex.direct' },
      subjectaltname: 'DNS:*.abc.plex.direct',
    } as PeerCertificate;
    const error = toNetworkError(toFetchError(checkServerIdentity('192.168.1.5', certificate)));
    expect(error.kind).toBe('TLS_NAME_MISMATCH');
    const cause = toIncompleteCause(error);
    expect(cause.reason).toBe('PLEX_UNREACHABLE');
    expect(cause.detail).toMatch(/plex\.direct/);
  });

  it.each([
    ['ENOTFOUND', 'NAME_NOT_FOUND', false],
    ['EAI_AGAIN', 'NAME_NOT_FOUND', true],
    ['EHOSTUNREACH', 'UNREACHABLE', false],
    ['UND_ERR_CONNECT_TIMEOUT', 'UNREACHABLE', false],
    ['ECONNRESET', 'UNREACHABLE', true],
    ['UND_ERR_HEADERS_TIMEOUT', 'TOO_SLOW', true],
    ['SELF_SIGNED_CERT_IN_CHAIN', 'TLS_FAILED', false],
    ['UNABLE_TO_VERIFY_LEAF_SIGNATURE', 'TLS_FAILED', false],
    ['SOMETHING_NEW', 'UNREACHABLE', true],
  ])('with %s is %s (worth another try: %s)', (code, kind, transient) => {
    const error = toNetworkError(toFetchError(withCode(code)));
    expect(error.kind).toBe(kind);
    expect(isTransient(error)).toBe(transient);
  });

  it('is looked for behind every address that was tried', () => {
    const tried = new AggregateError([withCode('ECONNREFUSED'), withCode('EHOSTUNREACH')]);
    expect(toNetworkError(toFetchError(tried))).toMatchObject({ code: 'REFUSED' });
  });

  it('without any code is unreachable', () => {
    expect(toNetworkError('thrown text')).toMatchObject({ kind: 'UNREACHABLE', code: undefined });
  });
});
