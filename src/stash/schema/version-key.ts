/** A Stash release line as snapshots are named by: `0.30`, or `develop` for what comes after the newest release. */
export type VersionKey = string;

/**
 * The snapshot name for what Stash calls itself: `v0.30.1` → `0.30`, and `v0.30.1-80-gcf3489efd`, which is Git's way of
 * saying "80 commits later", → `develop`. `undefined` for text that is no version.
 */
export function toVersionKey(version: string): VersionKey | undefined {
  if (version === 'develop' || /^v?\d+\.\d+\.\d+-\d+-g[0-9a-f]+/.test(version)) return 'develop';
  const release = /^v?(\d+)\.(\d+)(?:\.\d+)?$/.exec(version);
  return release ? `${release[1] ?? ''}.${release[2] ?? ''}` : undefined;
}

/** Orders keys from old to new; `develop` is the newest. */
export function compareVersionKeys(a: VersionKey, b: VersionKey): number {
  const [major, minor] = toNumbers(a);
  const [otherMajor, otherMinor] = toNumbers(b);
  if (major === otherMajor) return minor === otherMinor ? 0 : minor - otherMinor;
  return major - otherMajor;
}

function toNumbers(key: VersionKey): readonly [number, number] {
  if (key === 'develop') return [Number.MAX_SAFE_INTEGER, 0];
  const [major = 0, minor = 0] = key.split('.').map(Number);
  return [major, minor];
}
