import type { MatchExplanation } from '../../matching/explanation.ts';
import { MOVIE_TYPE, parseMatchHints } from '../../matching/match-hints.ts';
import type { ApiContext } from '../api-context.ts';
import { badInput } from '../api-error.ts';
import type { QueryExplainMatchArgs } from '../generated/resolver-types.ts';

/**
 * Decides on a file name as if Plex had sent it.
 *
 * @throws GraphQLError `BAD_USER_INPUT` for hints that Plex would be refused for.
 */
export async function explainMatch(
  { fileName, title, manual }: QueryExplainMatchArgs,
  { api, signal }: ApiContext,
): Promise<MatchExplanation> {
  const body = { type: MOVIE_TYPE, filename: fileName, title, manual: manual ?? false, includeAdult: true };
  const reading = parseMatchHints(body);
  if (!reading.ok) throw badInput(reading.problem.replace(/^filename:/, 'fileName:'));
  const { explanation } = await api.explainMatch(reading.hints, signal);
  return explanation;
}
