const NAME = 'stash2plex_requests_total';

/**
 * How often a service handed out its manifest, read from its page of metrics; `undefined` for a page of anything else.
 */
export function countManifestCalls(metrics: string): number | undefined {
  const lines = metrics.split('\n');
  if (!lines.some((line) => line.startsWith(`# TYPE ${NAME} `))) return undefined;
  const counts = lines.map((line) => findCount(line)).filter((count) => count !== undefined);
  return counts.reduce((sum, count) => sum + count, 0);
}

function findCount(line: string): number | undefined {
  const [, labels = '', value] = /^stash2plex_requests_total\{([^}]*)\} (\d+)/.exec(line) ?? [];
  const isMeant = labels.includes('route="manifest"') && labels.includes('status="200"');
  return value === undefined || !isMeant ? undefined : Number(value);
}
