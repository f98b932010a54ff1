import { type Metric, Registry, collectDefaultMetrics } from 'prom-client';

let ofProcess: Registry | undefined;

/**
 * What is counted of the process itself: memory, processor, event loop. Made once for all services that run in it, since
 * what watches the process is never let go and would keep each of them.
 */
export function listProcessMetrics(): readonly Metric[] {
  ofProcess ??= watchProcess();
  const registry = ofProcess;
  return registry.getMetricsAsArray().flatMap(({ name }) => registry.getSingleMetric(name) ?? []);
}

function watchProcess(): Registry {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  return registry;
}
