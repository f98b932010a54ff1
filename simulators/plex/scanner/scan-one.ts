import { describeItem, type DescribeOptions } from './describe-item.ts';
import { findFileName } from './file-name-form.ts';
import type { FileReport } from './file-report.ts';
import { matchFile, type MatchOptions } from './match-file.ts';
import type { ProviderConversation } from './provider-conversation.ts';
import type { ScanFile } from './scan-file.ts';

/** How one file is scanned. */
export interface ScanOneOptions {
  readonly match: MatchOptions;
  readonly describe: DescribeOptions;
  /** The guid PMS already stores for the file: then it is never matched again, only refreshed. */
  readonly storedGuid: string | undefined;
}

type Finding = Omit<FileReport, 'file' | 'fileName' | 'violations' | 'transient' | 'latencyMs'>;

/** Everything PMS does for one file in a scan. */
export async function scanOne(
  file: ScanFile,
  talk: ProviderConversation,
  options: ScanOneOptions,
): Promise<FileReport> {
  const { storedGuid } = options;
  const finding =
    storedGuid === undefined
      ? await matchAndDescribe(file, talk, options)
      : await describe(storedGuid, talk, options);
  const { violations, transient, latencyMs } = talk;
  const fileName = findFileName(file, options.match.form);
  return { file, fileName, ...finding, violations, transient, latencyMs };
}

async function matchAndDescribe(
  file: ScanFile,
  talk: ProviderConversation,
  options: ScanOneOptions,
): Promise<Finding> {
  const reading = await matchFile(file, talk, options.match);
  switch (reading.kind) {
    case 'TRANSIENT':
      return { outcome: 'TRANSIENT' };
    case 'NOTHING':
      return { outcome: 'UNMATCHED' };
    case 'FAILED':
      return { outcome: 'FAILED', failure: reading.failure };
    case 'FOUND': {
      const [match] = reading.results;
      if (typeof match.guid !== 'string')
        return { outcome: 'FAILED', match, failure: 'the match has no guid' };
      return { ...(await describe(match.guid, talk, options)), match };
    }
  }
}

async function describe(
  guid: string,
  talk: ProviderConversation,
  { describe: options }: ScanOneOptions,
): Promise<Finding> {
  const description = await describeItem(guid, talk, options);
  switch (description.kind) {
    case 'TRANSIENT':
      return { outcome: 'TRANSIENT', guid };
    case 'FAILED':
      return { outcome: 'FAILED', guid, failure: description.failure };
    case 'DESCRIBED':
      return { outcome: 'MATCHED', guid, ...description.item };
  }
}
