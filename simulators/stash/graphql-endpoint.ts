import {
  type DocumentNode,
  type ExecutionResult,
  type GraphQLSchema,
  GraphQLError,
  Kind,
  OperationTypeNode,
  execute,
  getOperationAST,
  parse,
  validate,
} from 'graphql';
import { LRUCache } from 'lru-cache';
import type { Answer } from './answer.ts';
import {
  type PrintedError,
  answerGraphqlErrors,
  answerRejected,
  answerResult,
  negotiate,
} from './graphql-answer.ts';
import type { GraphqlOperation } from './graphql-operation.ts';
import type { GraphqlHttpRequest } from './read-operation.ts';
import type { StashContext } from './stash-context.ts';
import { toVariableError } from './variable-error.ts';

interface PreparedDocument {
  readonly document?: DocumentNode;
  readonly errors: readonly PrintedError[];
}

/** Parses, validates and runs operations; the last thousand documents are kept, as in Stash. */
export class GraphqlEndpoint {
  readonly #schema: GraphQLSchema;
  readonly #prepared = new LRUCache<string, PreparedDocument>({ max: 1000 });

  constructor(schema: GraphQLSchema) {
    this.#schema = schema;
  }

  /** The parsed document; undefined when it does not parse. */
  findDocument(query: string): DocumentNode | undefined {
    return this.#prepare(query).document;
  }

  async answer(
    request: GraphqlHttpRequest,
    operation: GraphqlOperation,
    context: StashContext,
  ): Promise<Answer> {
    const contentType = negotiate(request.accept, context.version);
    const { document, errors } = this.#prepare(operation.query);
    if (!document || errors.length > 0) return answerRejected(contentType, errors);
    if (request.method === 'GET' && !isQuery(document, operation)) {
      return answerGraphqlErrors(406, contentType, [{ message: 'GET requests only allow query operations' }]);
    }
    const result = await this.#run(document, operation, context);
    if ('data' in result) return answerResult(contentType, result);
    return answerRejected(contentType, toVariableErrors(result, operation));
  }

  async #run(
    document: DocumentNode,
    operation: GraphqlOperation,
    context: StashContext,
  ): Promise<ExecutionResult> {
    return execute({
      schema: this.#schema,
      document,
      contextValue: context,
      variableValues: operation.variables,
      operationName: operation.operationName,
    });
  }

  #prepare(query: string): PreparedDocument {
    const known = this.#prepared.get(query);
    if (known) return known;
    const prepared = prepare(this.#schema, query);
    this.#prepared.set(query, prepared);
    return prepared;
  }
}

function isQuery(document: DocumentNode, { operationName }: GraphqlOperation): boolean {
  return getOperationAST(document, operationName)?.operation === OperationTypeNode.QUERY;
}

function prepare(schema: GraphQLSchema, query: string): PreparedDocument {
  const extensions = { code: 'GRAPHQL_VALIDATION_FAILED' } as const;
  if (query === '') return { errors: [{ message: 'no operation provided', extensions }] };
  try {
    const document = parse(query);
    const errors = validate(schema, document).map(({ message, locations }) => ({
      message,
      locations,
      extensions,
    }));
    return { document, errors };
  } catch (error) {
    if (error instanceof GraphQLError) return { errors: [toParseError(error)] };
    throw error;
  }
}

function toParseError({ message, locations }: GraphQLError): PrintedError {
  const plain = message.replace(/^Syntax Error: /, '').replace(/\.$/, '');
  return { message: plain, locations, extensions: { code: 'GRAPHQL_PARSE_FAILED' } };
}

/** Without data, graphql-js did not even start: the variables or the operation name did not fit. */
function toVariableErrors({ errors = [] }: ExecutionResult, operation: GraphqlOperation): PrintedError[] {
  return errors.slice(0, 1).map((error) => {
    const node = error.nodes?.find((candidate) => candidate.kind === Kind.VARIABLE_DEFINITION);
    return toVariableError(error.message, node, operation.variables);
  });
}
