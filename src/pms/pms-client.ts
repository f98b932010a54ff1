import type { Patience, PmsGuards } from './guards.ts';
import { isObject, type JsonObject } from './loose-values.ts';
import { PmsError } from './pms-error.ts';
import type { PmsRequest, PmsTransport } from './transport.ts';

/** What PMS wraps every answer in, and the headers that came with it. */
export interface MediaContainer {
  readonly members: JsonObject;
  readonly headers: Headers;
}

interface PmsRead extends Omit<PmsRequest, 'method'> {
  readonly signal: AbortSignal;
  /** `SHORT` unless set. */
  readonly patience?: Patience;
}

/** Reads from PMS under all guards. Throws `PmsError`, or the reason of the signal. */
export interface PmsClient {
  read(request: PmsRead): Promise<MediaContainer>;
}

export function createPmsClient(transport: PmsTransport, guards: PmsGuards): PmsClient {
  return {
    async read({ signal, patience = 'SHORT', ...request }) {
      const answer = await guards.run((within) => transport.send(request, within), signal, patience);
      return { members: parseMembers(answer.body), headers: answer.headers };
    },
  };
}

function parseMembers(body: unknown): JsonObject {
  const container = isObject(body) ? body.MediaContainer : undefined;
  if (!isObject(container)) throw new PmsError('GARBAGE', { status: 200, code: 'UNEXPECTED_SHAPE' });
  return container;
}
