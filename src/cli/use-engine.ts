import type { CatalogEvent } from '../catalog/catalog-state.ts';
import type { Config } from '../config/config.ts';
import { systemClock } from '../lib/clock.ts';
import { createLogger } from '../observe/logger.ts';
import { createMetrics } from '../observe/metrics.ts';
import { type Engine, composeEngine } from '../wiring/compose-engine.ts';
import { asConfigurationFailure } from './read-database.ts';

/**
 * Lends a command the parts of the service while no service runs.
 *
 * @throws DataFolderInUseError when one runs; CommandFailure when the data folder cannot be had otherwise.
 */
export async function useEngine<Result>(
  config: Config,
  use: (engine: Engine) => Promise<Result>,
  onCatalogEvent: (event: CatalogEvent) => void = () => undefined,
): Promise<Result> {
  const around = {
    clock: systemClock,
    logger: createLogger({ ...config.log, level: 'silent' }),
    metrics: createMetrics(),
  };
  const engine = open(() => composeEngine(config, around, { onExplained: () => undefined, onCatalogEvent }));
  try {
    return await use(engine);
  } finally {
    await engine.stop();
  }
}

function open(compose: () => Engine): Engine {
  try {
    return compose();
  } catch (error) {
    throw asConfigurationFailure(error);
  }
}
