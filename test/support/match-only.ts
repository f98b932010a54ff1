import { type FileNameForm } from '../../simulators/plex/scanner/file-name-form.ts';
import { matchFile } from '../../simulators/plex/scanner/match-file.ts';
import { createProviderClient } from '../../simulators/plex/scanner/provider-client.ts';
import { ProviderConversation } from '../../simulators/plex/scanner/provider-conversation.ts';
import { runWorkers } from '../../simulators/plex/scanner/run-workers.ts';
import type { SimulatedFile } from '../../simulators/library/plex-files.ts';
import { toScanFile } from './scan-world.ts';

/** What the match request of one file came to. */
export interface MatchedFile {
  readonly file: SimulatedFile;
  /** The scene that was answered; `undefined` for none. */
  readonly sceneId: string | undefined;
}

export interface MatchRun {
  readonly matches: readonly MatchedFile[];
  readonly violations: readonly string[];
  /** Files for which the answer was no list at all. */
  readonly unanswered: readonly SimulatedFile[];
}

const CONCURRENCY = 16;

/** Sends the match request of every file, and none of the others that PMS makes. */
export async function matchOnly(
  provider: string,
  files: readonly SimulatedFile[],
  form: FileNameForm,
): Promise<MatchRun> {
  await using client = createProviderClient({
    connections: CONCURRENCY,
    timeoutMs: 90_000,
    version: '1.43.0.10467',
  });
  const options = { url: `${provider}/library/metadata/matches`, form, headers: {}, manual: false };
  const matches: MatchedFile[] = [];
  const unanswered: SimulatedFile[] = [];
  const violations: string[] = [];
  await runWorkers(files, CONCURRENCY, async (file) => {
    const talk = new ProviderConversation(client, {});
    const reading = await matchFile(toScanFile(file), talk, options);
    violations.push(...talk.violations);
    if (reading.kind === 'TRANSIENT' || reading.kind === 'FAILED') unanswered.push(file);
    else
      matches.push({ file, sceneId: reading.kind === 'FOUND' ? toSceneId(reading.results[0]) : undefined });
  });
  return { matches, violations, unanswered };
}

function toSceneId({ guid }: { readonly guid?: unknown }): string | undefined {
  return String(guid).split('/').at(-1);
}
