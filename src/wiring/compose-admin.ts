import type Koa from 'koa';
import { createAdmin } from '../api/create-admin.ts';
import { registerGapGauges } from '../api/register-gap-gauges.ts';
import type { Config } from '../config/config.ts';
import { composeApi } from './compose-api.ts';
import type { composeDoctor } from './compose-doctor.ts';
import type { Engine } from './compose-engine.ts';
import { composeHealth } from './compose-health.ts';
import type { Schedules } from './compose-schedules.ts';
import type { Surroundings } from './surroundings.ts';

interface AdminParts {
  readonly engine: Engine;
  readonly doctor: ReturnType<typeof composeDoctor>;
  readonly schedules: Schedules;
  readonly version: string;
  /** Aborts when the service begins to stop. */
  readonly stopping: AbortSignal;
}

/** The HTTP application for people and tools: GraphQL, reports, health and metrics. */
export function composeAdmin(config: Config, parts: AdminParts, around: Surroundings): Koa {
  const { engine, doctor, schedules, version, stopping } = parts;
  const { clock, logger, metrics } = around;
  const { host, token } = config.admin;
  const { health, listProblems, updateGauges } = composeHealth(config.catalog, { ...engine, doctor }, around);
  const findNextSweepAt = () => schedules.nextSweepAt();
  const startedAt = clock.now();
  const api = composeApi(config, engine, { version, startedAt, listProblems, findNextSweepAt, stopping });
  registerGapGauges(metrics.registry, () => engine.gaps.listGauges());
  return createAdmin({ host, token, health, metrics, updateGauges, logger, api });
}
