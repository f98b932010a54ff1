import { type DocumentNode, type GraphQLSchema, type Source, parse } from 'graphql';
import type { Plugin } from 'graphql-yoga';
import { apiError } from '../api-error.ts';
import { MOST_TOKENS, findExcess } from './find-excess.ts';

/**
 * Refuses documents that ask for too much. The limits come before GraphQL's own rules, some of which take time that
 * grows with the square of what they are given.
 */
export function useQueryLimits(): Plugin {
  return {
    onParse: ({ setParseFn }) => setParseFn(parseWithin),
    onValidate: ({ params, setResult }) => {
      const { schema, documentAST } = params as { schema: GraphQLSchema; documentAST: DocumentNode };
      const excess = findExcess(schema, documentAST);
      if (excess !== undefined) setResult([apiError('QUERY_TOO_COMPLEX', excess)]);
    },
  };
}

/** Brackets within brackets use up the parser's stack before they use up the words. */
function parseWithin(source: string | Source): DocumentNode {
  try {
    return parse(source, { maxTokens: MOST_TOKENS });
  } catch (error) {
    if (error instanceof RangeError)
      throw apiError('QUERY_TOO_COMPLEX', 'expected a query that is less deeply nested');
    throw error;
  }
}
