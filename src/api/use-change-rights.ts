import { type ExecutionArgs, OperationTypeNode, getOperationAST } from 'graphql';
import type { Plugin } from 'graphql-yoga';
import type { ApiContext } from './api-context.ts';
import { apiError } from './api-error.ts';

/** Refuses every mutation of a caller who may only read, whichever it is. */
export function useChangeRights(): Plugin<ApiContext> {
  return {
    onExecute: ({ args, setResultAndStopExecution }) => {
      const { document, operationName } = args as Pick<ExecutionArgs, 'document' | 'operationName'>;
      const operation = getOperationAST(document, operationName)?.operation;
      if (operation !== OperationTypeNode.MUTATION || args.contextValue.rights === 'CHANGE') return;
      const message =
        'Changes are made from this machine only while ADMIN_TOKEN is not set; set it and send it as "Authorization: Bearer <ADMIN_TOKEN>".';
      setResultAndStopExecution({ errors: [apiError('FORBIDDEN', message)] });
    },
  };
}
