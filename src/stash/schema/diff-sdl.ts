import { type Change, diff } from '@graphql-inspector/core';
// The tool loads this build of graphql, and refuses schemas made by the other one, which bundlers and test runners
// choose for the bare name.
import { buildSchema } from 'graphql/index.js';

/** What changed between two schemas, each given as SDL, judged by GraphQL Inspector. */
export async function diffSdl(before: string, after: string): Promise<readonly Change[]> {
  return diff(buildSchema(before), buildSchema(after));
}
