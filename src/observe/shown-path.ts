import { createHash } from 'node:crypto';

/** How a file path or name appears in the log. */
export type ShowPath = (path: string) => string;

/**
 * `full` shows paths as they are. `hidden` puts a short hash in place of each path, the same for the same path, so
 * that a log can be shared and lines about one file still be found together; only the extension stays.
 */
export function createShowPath(mode: 'full' | 'hidden'): ShowPath {
  return mode === 'full' ? (path) => path : hidePath;
}

function hidePath(path: string): string {
  const extension = /\.[A-Za-z0-9]{1,5}$/.exec(path)?.[0] ?? '';
  return `#${createHash('sha256').update(path.normalize('NFC')).digest('hex').slice(0, 10)}${extension}`;
}
