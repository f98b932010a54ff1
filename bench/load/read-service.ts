import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { readAfresh } from '../processes/read-afresh.ts';
import type { ServiceProcess } from '../processes/service-process.ts';

const READING = /^stash2plex_scene_readings_total\{from="(\w+)"\} (\d+)/gm;

/** How often the service read a scene for Plex, by where it came from. */
export async function countReadings({
  adminUrl,
}: Pick<ServiceProcess, 'adminUrl'>): Promise<Readonly<Record<string, number>>> {
  const text = await readAfresh(`${adminUrl}/metrics`);
  return Object.fromEntries([...text.matchAll(READING)].map(([, from = '', count]) => [from, Number(count)]));
}

/** How often the circuit breaker toward Stash opened, by the service's log. */
export async function countBreakerOpenings({ logFile }: Pick<ServiceProcess, 'logFile'>): Promise<number> {
  let openings = 0;
  for await (const line of createInterface({ input: createReadStream(logFile) }))
    if (line.includes('"breaker":"OPEN"')) openings += 1;
  return openings;
}
