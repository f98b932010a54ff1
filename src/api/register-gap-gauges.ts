import { Gauge, type Registry } from 'prom-client';
import { GAP_KINDS } from '../gaps/gap.ts';
import { GAP_STATES, type GapGauge } from '../gaps/gap-query.ts';

/** Adds the number of gaps by kind and state to the metrics; counted when they are read, zeros included. */
export function registerGapGauges(registry: Registry, listGauges: () => readonly GapGauge[]): void {
  const labelNames = ['kind', 'state'] as const;
  new Gauge({
    name: 'stash2plex_gaps',
    help: 'Gaps between Plex and Stash, by kind and state.',
    labelNames,
    registers: [registry],
    collect() {
      for (const kind of GAP_KINDS) for (const state of GAP_STATES) this.set({ kind, state }, 0);
      for (const { kind, state, count } of listGauges()) this.set({ kind, state }, count);
    },
  });
}
