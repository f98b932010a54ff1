import { Counter, Gauge, Histogram, Registry } from 'prom-client';
import { listProcessMetrics } from './process-metrics.ts';

/** Every number this service counts. Labels are few and closed; detail belongs into the log. */
export type Metrics = ReturnType<typeof createMetrics>;

/** Makes the metrics of one running service, each in its own registry so that tests do not share numbers. */
export function createMetrics() {
  const registry = new Registry();
  const registers = [registry];
  for (const metric of listProcessMetrics()) registry.registerMetric(metric);
  return {
    registry,
    requests: new Counter({
      name: 'stash2plex_requests_total',
      help: 'Requests that Plex made, by route and status.',
      labelNames: ['route', 'status'],
      registers,
    }),
    requestSeconds: new Histogram({
      name: 'stash2plex_request_duration_seconds',
      help: 'How long answers to Plex took.',
      labelNames: ['route'],
      buckets: [0.001, 0.003, 0.01, 0.03, 0.1, 0.3, 1, 3, 10, 30, 80],
      registers,
    }),
    matches: new Counter({
      name: 'stash2plex_matches_total',
      help: 'Match requests by outcome, strategy and reason.',
      labelNames: ['outcome', 'strategy', 'reason'],
      registers,
    }),
    readings: new Counter({
      name: 'stash2plex_scene_readings_total',
      help: 'Scenes read for metadata, by where they came from.',
      labelNames: ['from'],
      registers,
    }),
    stashSeconds: new Histogram({
      name: 'stash2plex_stash_request_duration_seconds',
      help: 'How long Stash took to answer, by operation.',
      labelNames: ['operation'],
      buckets: [0.003, 0.01, 0.03, 0.1, 0.3, 1, 3, 10],
      registers,
    }),
    stashErrors: new Counter({
      name: 'stash2plex_stash_errors_total',
      help: 'Requests to Stash that failed, by class.',
      labelNames: ['kind'],
      registers,
    }),
    breakerOpen: new Gauge({
      name: 'stash2plex_stash_breaker_open',
      help: '1 while the circuit breaker keeps requests from Stash, 0.5 while it probes, 0 otherwise.',
      registers,
    }),
    catalogScenes: new Gauge({
      name: 'stash2plex_catalog_scenes',
      help: 'Scenes in the catalog.',
      registers,
    }),
    catalogAge: new Gauge({
      name: 'stash2plex_catalog_age_seconds',
      help: 'Seconds since the catalog was last known to equal Stash; -1 while it never was.',
      registers,
    }),
  };
}
