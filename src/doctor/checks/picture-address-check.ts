import { findText } from '../../pms/loose-values.ts';
import { PmsError } from '../../pms/pms-error.ts';
import type { PmsClient } from '../../pms/pms-client.ts';
import type { PlexCalls } from '../../store/plex-calls.ts';
import type { Check } from '../check.ts';
import type { DataView } from '../doctor-context.ts';
import { refusesPrivatePictures } from '../plex-version.ts';
import { isPrivateHost } from '../private-address.ts';
import { toProblem } from '../to-problem.ts';

/** Whether Plex takes pictures from where they are offered: PUBLIC_URL, else the address under which Plex called. */
export const pictureAddressCheck: Check = {
  id: 'picture-address',
  group: 'Pictures',
  timeLimitMs: 45_000,
  settings: ['PUBLIC_URL', 'DATA_DIR'],
  run: async ({ config, data, plex, surroundings }, signal) => {
    const calls = await findCalls(data);
    const base = config.provider.publicUrl ?? (calls.host === undefined ? undefined : `http://${calls.host}`);
    const hostname = base === undefined ? undefined : URL.parse(base)?.hostname;
    if (hostname === undefined)
      return { notLookedSince: 'neither PUBLIC_URL nor a call of Plex tells the address' };
    if (!(await isPrivateHost(hostname, surroundings.lookUp))) return [];
    const version = (plex && (await findVersion(plex, signal))) ?? calls.version;
    if (version !== undefined && !refusesPrivatePictures(version)) return [];
    return [toProblem('PICTURES_AT_PRIVATE_ADDRESS', { summary: toSummary(hostname, version) })];
  },
};

function toSummary(hostname: string, version: string | undefined): string {
  const where = `Pictures are offered at ${hostname}, an address inside a private network`;
  return version === undefined
    ? `${where}; Plex 1.43.5 and newer refuse those.`
    : `${where}; your Plex ${version} refuses those.`;
}

/** A database that cannot be read is told by its own check; PUBLIC_URL can be judged without it. */
async function findCalls(data: DataView): Promise<PlexCalls> {
  try {
    return await data.findPlexCalls();
  } catch {
    return {};
  }
}

async function findVersion(plex: PmsClient, signal: AbortSignal): Promise<string | undefined> {
  try {
    const { members } = await plex.read({ path: '/identity', signal });
    return findText(members.version)?.match(/^\d+\.\d+\.\d+/)?.[0];
  } catch (error) {
    if (error instanceof PmsError) return undefined;
    throw error;
  }
}
