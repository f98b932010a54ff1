import type { Fields, StashContext } from './stash-context.ts';

/** The root fields that answer in every state. */
export const serverQueries: Fields<unknown> = {
  version: (_root, _args, { version }) => ({ version: version.version, hash: version.hash }),
  systemStatus: (_root, _args, context) => ({
    status: context.state,
    databaseSchema: databaseSchema(context),
    appSchema: context.version.databaseSchema,
  }),
  configuration: (_root, _args, { library, state }) => ({
    general: { stashes: stashes(library.root, state) },
  }),
};

function databaseSchema({ state, version }: StashContext): number {
  if (state === 'SETUP') return 0;
  return state === 'NEEDS_MIGRATION' ? version.databaseSchema - 1 : version.databaseSchema;
}

function stashes(path: string, state: StashContext['state']): readonly object[] {
  return state === 'SETUP' ? [] : [{ path, excludeVideo: false, excludeImage: false }];
}
