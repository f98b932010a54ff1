import { describe, expect, it } from 'vitest';
import { SharedFlights } from '../../src/artwork/shared-flights.ts';

const NEVER = new AbortController().signal;

describe('shared flights', () => {
  it('start once for all who want the same, and anew after that', async () => {
    const flights = new SharedFlights<number>();
    let starts = 0;
    const start = async (): Promise<number> => (starts += 1);
    const together = [flights.join('a', NEVER, start), flights.join('a', NEVER, start)];
    expect(await Promise.all(together)).toEqual([1, 1]);
    expect(await flights.join('a', NEVER, start)).toBe(2);
  });

  it('keep different things apart', async () => {
    const flights = new SharedFlights<string>();
    const both = ['a', 'b'].map((key) => flights.join(key, NEVER, async () => key));
    expect(await Promise.all(both)).toEqual(['a', 'b']);
  });

  it('go on while one of two passengers stays', async () => {
    const flights = new SharedFlights<string>();
    const landing = Promise.withResolvers<string>();
    const [impatient, patient] = [new AbortController(), new AbortController()];
    let flightSignal: AbortSignal | undefined;
    const start = (signal: AbortSignal): Promise<string> => {
      flightSignal = signal;
      return landing.promise;
    };
    const first = flights.join('a', impatient.signal, start);
    const second = flights.join('a', patient.signal, start);
    impatient.abort();
    expect(await first).toBeUndefined();
    expect(flightSignal?.aborted).toBe(false);
    landing.resolve('there');
    expect(await second).toBe('there');
  });

  it('are aborted when the last passenger leaves, and nobody joins an aborted one', async () => {
    const flights = new SharedFlights<string>();
    const controller = new AbortController();
    let flightSignal: AbortSignal | undefined;
    const left = flights.join('a', controller.signal, (signal) => {
      flightSignal = signal;
      return Promise.withResolvers<string>().promise;
    });
    controller.abort();
    expect(await left).toBeUndefined();
    expect(flightSignal?.aborted).toBe(true);
    expect(await flights.join('a', NEVER, async () => 'new')).toBe('new');
  });

  it('do not start for a passenger who has left already', async () => {
    const flights = new SharedFlights<string>();
    const start = (): Promise<string> => Promise.reject(new Error('started'));
    expect(await flights.join('a', AbortSignal.abort(), start)).toBeUndefined();
  });

  it('tell everybody of a failure and forget it', async () => {
    const flights = new SharedFlights<string>();
    const fail = (): Promise<string> => Promise.reject(new Error('crashed'));
    const both = [flights.join('a', NEVER, fail), flights.join('a', NEVER, fail)];
    const results = await Promise.allSettled(both);
    expect(results.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    expect(await flights.join('a', NEVER, async () => 'fine')).toBe('fine');
  });
});
