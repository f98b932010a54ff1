import { lookup } from 'node:dns/promises';
import { statfs } from 'node:fs/promises';
import type { DoctorSurroundings } from '../doctor/doctor-context.ts';

const STASH_PORT = 9999;
/** In a container the last three are the usual ones, on the machine itself the first two. */
const STASH_HOSTS = ['localhost', '127.0.0.1', 'host.docker.internal', 'stash'];

/** The machine and the network as they are. */
export function readSurroundings(
  service: Pick<DoctorSurroundings, 'holdsDataFolder' | 'isServiceRunning'>,
): DoctorSurroundings {
  return {
    ...service,
    readFreeBytes: async (folder) => {
      const { bavail, bsize } = await statfs(folder);
      return bavail * bsize;
    },
    lookUp: async (host) => (await lookup(host, { all: true })).map(({ address }) => address),
    stashCandidates: STASH_HOSTS.map((host) => `http://${host}:${STASH_PORT}`),
  };
}
