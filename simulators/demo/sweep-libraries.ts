import { setTimeout as delay } from 'node:timers/promises';
import { createAdminClient } from '../../src/cli/admin-client.ts';
import { toTable } from '../../src/cli/table.ts';

interface ShownGap {
  readonly kind: string;
  readonly reason: string;
  readonly plexPath: string | null;
  readonly stashPath: string | null;
  readonly sceneId: string | null;
  readonly nextStep: string;
}

export interface SweepResult {
  readonly state: string;
  readonly gaps: readonly ShownGap[];
}

const LOOK_EVERY_MS = 100;

/** Has the service compare both libraries, and reads what it found, through the same API that people use. */
export async function sweepLibraries(admin: string): Promise<SweepResult> {
  const { hostname, port } = new URL(admin);
  const client = createAdminClient({ host: hostname, port: Number(port), token: undefined });
  await client.ask('mutation { startSweep { id } }');
  let state = 'RUNNING';
  while (state === 'RUNNING') {
    await delay(LOOK_EVERY_MS);
    const { sweeps } = await client.ask<{ sweeps: { nodes: { state: string }[] } }>(
      '{ sweeps(first: 1) { nodes { state } } }',
    );
    state = sweeps.nodes[0]?.state ?? 'NONE';
  }
  const { gaps } = await client.ask<{ gaps: { nodes: ShownGap[] } }>(
    '{ gaps(first: 200) { nodes { kind reason plexPath stashPath sceneId nextStep } } }',
  );
  return { state, gaps: gaps.nodes };
}

/** The gaps as the demo expects them: by Plex's path where the kind is about a file of Plex, else by scene. */
export function toExpectedForm({ kind, reason, plexPath, sceneId }: ShownGap): string {
  const isAboutScene = kind === 'NOT_IN_PLEX' || kind === 'STALE';
  return `${kind} ${reason} ${(isAboutScene ? sceneId : plexPath) ?? ''}`;
}

/** One row for each kind and reason: how many, an example, and what to do. */
export function showGaps(gaps: readonly ShownGap[]): string {
  const groups = Map.groupBy(gaps, ({ kind, reason }) => `${kind} ${reason}`);
  const rows = [...groups].map(([key, group]) => {
    const [kind = '', reason = ''] = key.split(' ');
    const [example] = group;
    const file = example?.plexPath ?? example?.stashPath ?? `scene ${example?.sceneId ?? ''}`;
    return [kind, reason, String(group.length), shorten(file)];
  });
  const steps = new Map(gaps.map(({ reason, nextStep }) => [reason, nextStep]));
  const advice = [...steps].map(([reason, step]) => `  ${reason}: ${step}`);
  return [
    toTable(['kind', 'reason', 'gaps', 'for example'], rows.toSorted()),
    '',
    'What to do about them:',
    ...advice,
  ].join('\n');
}

function shorten(text: string): string {
  return text.length > 60 ? `…${text.slice(-59)}` : text;
}
