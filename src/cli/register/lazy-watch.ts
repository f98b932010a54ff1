import type { Config } from '../../config/config.ts';
import { startBareWatch } from './bare-watch.ts';
import type { OpenWatch } from './manifest-watch.ts';
import { findServiceWatch } from './service-watch.ts';

/** A watch that is opened when it is first needed: a look at the plan needs none. */
export interface LazyWatch {
  /** The running service's, else our own. Throws `CommandFailure` when there can be neither. */
  open(signal: AbortSignal): Promise<OpenWatch>;
  stop(): Promise<void>;
}

export function createLazyWatch({ admin, provider }: Config): LazyWatch {
  let opened: OpenWatch | undefined;
  return {
    open: async (signal) => {
      opened ??= (await findServiceWatch(admin, signal)) ?? (await startBareWatch(provider));
      return opened;
    },
    stop: async () => opened?.stop(),
  };
}
