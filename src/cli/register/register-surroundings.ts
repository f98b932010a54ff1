import { networkInterfaces } from 'node:os';
import { type Clock, systemClock } from '../../lib/clock.ts';
import type { OwnAddress } from '../../pms/registration/list-addresses.ts';
import type { Terminal } from '../terminal.ts';
import { askYesNo } from './ask-yes-no.ts';

/** What `register` takes from the machine, so that tests can give it another. */
export interface RegisterSurroundings {
  readonly clock: Clock;
  readonly listOwnAddresses: () => readonly OwnAddress[];
  /** Asks the person at the terminal; `undefined` where there is none. */
  readonly ask: ((question: string, signal: AbortSignal) => Promise<boolean>) | undefined;
}

export function toRealSurroundings({ isTerminal }: Terminal): RegisterSurroundings {
  const streams = { input: process.stdin, output: process.stderr };
  const canAsk = isTerminal && process.stdin.isTTY;
  return {
    clock: systemClock,
    listOwnAddresses,
    ask: canAsk ? (question, signal) => askYesNo(question, streams, signal) : undefined,
  };
}

function listOwnAddresses(): readonly OwnAddress[] {
  return Object.entries(networkInterfaces()).flatMap(([name, addresses = []]) =>
    addresses.map(({ address, family, internal }) => ({ name, address, family, internal })),
  );
}
