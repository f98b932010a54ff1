import type { CodegenConfig } from '@graphql-codegen/cli';
import { loadApiSdl } from './src/api/schema/load-api-sdl.ts';

/**
 * The typed Stash SDK: documents and result types from the committed schema snapshot and `operations/`. And the types
 * of our own API's resolvers, from the very schema that is served: `schema/api.graphql` joined with Stash's scene.
 */
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
    'src/api/generated/resolver-types.ts': {
      schema: loadApiSdl(),
      plugins: ['typescript', 'typescript-resolvers'],
      config: {
        useTypeImports: true,
        strictScalars: true,
        enumsAsTypes: true,
        maybeValue: 'T | null | undefined',
        scalars: { DateTime: 'number', Time: 'string', Int64: 'number' },
        contextType: '../api-context.ts#ApiContext',
        mappers: {
          Gap: '../../gaps/gap.ts#Gap as GapModel',
          GapConnection: '../resolvers/list-gaps.ts#GapPage',
          Sweep: '../../gaps/sweep.ts#Sweep as SweepModel',
          SweepConnection: '../resolvers/list-sweeps.ts#SweepPage',
          Status: '../api-dependencies.ts#ApiDependencies',
          MatchExplanation: '../../matching/explanation.ts#MatchExplanation as MatchExplanationModel',
          RecentMatch: '../../matching/explanation.ts#MatchExplanation as MatchExplanationModel',
          Scene: '../scenes/scene-reading.ts#RawScene',
        },
      },
    },
  },
};

export default config;
