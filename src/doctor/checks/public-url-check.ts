import type { Check } from '../check.ts';
import { readManifestId } from '../read-manifest-id.ts';
import { toProblem } from '../to-problem.ts';

/** Whether PUBLIC_URL leads to this service. */
export const publicUrlCheck: Check = {
  id: 'public-url',
  group: 'Pictures',
  timeLimitMs: 15_000,
  settings: ['PUBLIC_URL', 'PROVIDER_SECRET', 'PROVIDER_ID', 'ADMIN_HOST', 'ADMIN_PORT'],
  run: async ({ config: { provider }, surroundings }, signal) => {
    const { publicUrl, secret, id } = provider;
    if (publicUrl === undefined) return { notLookedSince: 'PUBLIC_URL is not set' };
    if (!(await surroundings.isServiceRunning())) return { notLookedSince: 'no service runs' };
    const prefix = secret === undefined ? '' : `/${secret.reveal()}`;
    const reading = await readManifestId(`${publicUrl}${prefix}`, signal);
    if (reading.kind === 'NO_ANSWER') {
      const summary = `This service cannot be reached under PUBLIC_URL ${publicUrl} from here (${reading.reason}).`;
      return [toProblem('PUBLIC_URL_UNREACHABLE', { summary })];
    }
    if (reading.identifier === id) return [];
    const summary = `Something else than this service answers under PUBLIC_URL ${publicUrl}.`;
    return [toProblem('PUBLIC_URL_IS_OTHER', { summary })];
  },
};
