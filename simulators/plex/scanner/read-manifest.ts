import type { ProviderContract } from '../contract/provider-contract.ts';
import { validateExchange } from '../contract/validate-exchange.ts';
import type { ProviderClient } from './provider-client.ts';
import { type KnownProvider, parseManifest } from './provider-manifest.ts';

/** A provider PMS can call, and what is wrong with its manifest all the same. */
export interface ManifestReading {
  readonly provider: KnownProvider;
  readonly violations: readonly string[];
}

/** The provider's root did not answer with something PMS could register. */
export class ProviderUnusable extends Error {
  override readonly name = 'ProviderUnusable';
}

/**
 * Fetches the provider root as PMS does when it is added and at start-up: no slash put at the end, with
 * `includePreferences=1`, without the client identifier of later calls.
 *
 * @throws ProviderUnusable when there is no answer, or none PMS could work with.
 */
export async function readManifest(
  providerUri: string,
  client: ProviderClient,
  contract: Partial<ProviderContract>,
): Promise<ManifestReading> {
  const url = `${providerUri}?includePreferences=1`;
  const reply = await client.send({ method: 'GET', url });
  if (reply.kind === 'NO_ANSWER')
    throw new ProviderUnusable(`expected a manifest from the provider, but got: ${reply.reason}`);
  const bodyText = reply.body.toString();
  const path = `${new URL(providerUri).pathname}?includePreferences=1`;
  const { status, headers } = reply;
  const provider = status === 200 ? parseManifest(parseJson(bodyText)) : undefined;
  if (provider === undefined)
    throw new ProviderUnusable(`expected a manifest PMS can use, but got: status ${status} without one`);
  const exchange = { method: 'GET', path, status, headers, bodyText };
  return { provider, violations: validateExchange(exchange, contract) };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
