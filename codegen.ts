import type { CodegenConfig } from '@graphql-codegen/cli';

/** The typed Stash SDK: documents and result types from the committed schema snapshot and `operations/`. */
const config: CodegenConfig = {
  generates: {
    'src/stash/generated/operations.ts': {
      schema: 'schema/stash.graphql',
      documents: 'operations/**/*.graphql',
      plugins: ['typescript-operations', 'typed-document-node'],
      config: {
        documentMode: 'string',
        useTypeImports: true,
        strictScalars: true,
        enumType: 'string-literal',
        scalars: { Time: 'string', Timestamp: 'string', Int64: 'number' },
      },
    },
  },
};

export default config;
