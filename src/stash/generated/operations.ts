/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { DocumentTypeDecoration } from '@graphql-typed-document-node/core';
export type SystemStatusEnum =
  | 'NEEDS_MIGRATION'
  | 'OK'
  | 'SETUP';

export type CountScenesQueryVariables = Exact<{ [key: string]: never; }>;


export type CountScenesQuery = { findScenes: { count: number } };

export type FindFileByPathQueryVariables = Exact<{
  path: string;
}>;


export type FindFileByPathQuery = { findFile:
    | { id: string, path: string, fingerprint: string | null }
    | { id: string, path: string, fingerprint: string | null }
    | { id: string, path: string, fingerprint: string | null }
    | { id: string, path: string, fingerprint: string | null }
   };

export type FindSceneByOshashQueryVariables = Exact<{
  oshash: string;
}>;


export type FindSceneByOshashQuery = { findSceneByHash: { id: string, title: string | null, code: string | null, details: string | null, director: string | null, date: string | null, organized: boolean, created_at: string, updated_at: string, files: Array<{ id: string, path: string, size: number, duration: number, width: number, height: number, mod_time: string, updated_at: string, fingerprints: Array<{ type: string, value: string }> }>, studio: { id: string, name: string, parent_studio: { id: string, name: string, parent_studio: { id: string, name: string } | null } | null } | null, performers: Array<{ id: string, name: string, disambiguation: string | null, image_path: string | null }>, tags: Array<{ id: string, name: string }>, groups: Array<{ scene_index: number | null, group: { id: string, name: string } }>, stash_ids: Array<{ endpoint: string, stash_id: string }> } | null };

export type FindSceneQueryVariables = Exact<{
  id: string | number;
}>;


export type FindSceneQuery = { findScene: { id: string, title: string | null, code: string | null, details: string | null, director: string | null, date: string | null, organized: boolean, created_at: string, updated_at: string, files: Array<{ id: string, path: string, size: number, duration: number, width: number, height: number, mod_time: string, updated_at: string, fingerprints: Array<{ type: string, value: string }> }>, studio: { id: string, name: string, parent_studio: { id: string, name: string, parent_studio: { id: string, name: string } | null } | null } | null, performers: Array<{ id: string, name: string, disambiguation: string | null, image_path: string | null }>, tags: Array<{ id: string, name: string }>, groups: Array<{ scene_index: number | null, group: { id: string, name: string } }>, stash_ids: Array<{ endpoint: string, stash_id: string }> } | null };

export type FindScenesByPathPatternQueryVariables = Exact<{
  pattern: string;
  perPage: number;
}>;


export type FindScenesByPathPatternQuery = { findScenes: { scenes: Array<{ id: string, title: string | null, code: string | null, details: string | null, director: string | null, date: string | null, organized: boolean, created_at: string, updated_at: string, files: Array<{ id: string, path: string, size: number, duration: number, width: number, height: number, mod_time: string, updated_at: string, fingerprints: Array<{ type: string, value: string }> }>, studio: { id: string, name: string, parent_studio: { id: string, name: string, parent_studio: { id: string, name: string } | null } | null } | null, performers: Array<{ id: string, name: string, disambiguation: string | null, image_path: string | null }>, tags: Array<{ id: string, name: string }>, groups: Array<{ scene_index: number | null, group: { id: string, name: string } }>, stash_ids: Array<{ endpoint: string, stash_id: string }> }> } };

export type WholeSceneFragment = { id: string, title: string | null, code: string | null, details: string | null, director: string | null, date: string | null, organized: boolean, created_at: string, updated_at: string, files: Array<{ id: string, path: string, size: number, duration: number, width: number, height: number, mod_time: string, updated_at: string, fingerprints: Array<{ type: string, value: string }> }>, studio: { id: string, name: string, parent_studio: { id: string, name: string, parent_studio: { id: string, name: string } | null } | null } | null, performers: Array<{ id: string, name: string, disambiguation: string | null, image_path: string | null }>, tags: Array<{ id: string, name: string }>, groups: Array<{ scene_index: number | null, group: { id: string, name: string } }>, stash_ids: Array<{ endpoint: string, stash_id: string }> };

export type GetCapabilitiesQueryVariables = Exact<{ [key: string]: never; }>;


export type GetCapabilitiesQuery = { query: { fields: Array<{ name: string }> | null } | null, scene: { fields: Array<{ name: string }> | null } | null, sceneFilter: { inputFields: Array<{ name: string }> | null } | null };

export type GetServerStateQueryVariables = Exact<{ [key: string]: never; }>;


export type GetServerStateQuery = { version: { version: string | null, hash: string }, systemStatus: { status: SystemStatusEnum, databaseSchema: number | null, appSchema: number } };

export type ListGroupsChangedSinceQueryVariables = Exact<{
  since: string;
  page: number;
  perPage: number;
}>;


export type ListGroupsChangedSinceQuery = { findGroups: { groups: Array<{ id: string, updated_at: string }> } };

export type ListLibraryRootsQueryVariables = Exact<{ [key: string]: never; }>;


export type ListLibraryRootsQuery = { configuration: { general: { stashes: Array<{ path: string, excludeVideo: boolean }> } } };

export type ListPerformersChangedSinceQueryVariables = Exact<{
  since: string;
  page: number;
  perPage: number;
}>;


export type ListPerformersChangedSinceQuery = { findPerformers: { performers: Array<{ id: string, updated_at: string }> } };

export type ListSceneIdsAfterQueryVariables = Exact<{
  after: number;
  perPage: number;
}>;


export type ListSceneIdsAfterQuery = { findScenes: { scenes: Array<{ id: string }> } };

export type ListSceneStatesAfterQueryVariables = Exact<{
  after: number;
  perPage: number;
}>;


export type ListSceneStatesAfterQuery = { findScenes: { scenes: Array<{ id: string, updated_at: string, files: Array<{ id: string, path: string, updated_at: string }> }> } };

export type ListScenesAfterQueryVariables = Exact<{
  after: number;
  perPage: number;
}>;


export type ListScenesAfterQuery = { findScenes: { scenes: Array<{ id: string, title: string | null, code: string | null, details: string | null, director: string | null, date: string | null, organized: boolean, created_at: string, updated_at: string, files: Array<{ id: string, path: string, size: number, duration: number, width: number, height: number, mod_time: string, updated_at: string, fingerprints: Array<{ type: string, value: string }> }>, studio: { id: string, name: string, parent_studio: { id: string, name: string, parent_studio: { id: string, name: string } | null } | null } | null, performers: Array<{ id: string, name: string, disambiguation: string | null, image_path: string | null }>, tags: Array<{ id: string, name: string }>, groups: Array<{ scene_index: number | null, group: { id: string, name: string } }>, stash_ids: Array<{ endpoint: string, stash_id: string }> }> } };

export type ListScenesChangedSinceQueryVariables = Exact<{
  since: string;
  after: number;
  perPage: number;
}>;


export type ListScenesChangedSinceQuery = { findScenes: { scenes: Array<{ id: string, updated_at: string }> } };

export type ListScenesWithFilesChangedSinceQueryVariables = Exact<{
  since: string;
  after: number;
  perPage: number;
}>;


export type ListScenesWithFilesChangedSinceQuery = { findScenes: { scenes: Array<{ id: string, files: Array<{ id: string, path: string, updated_at: string }> }> } };

export type ListScenesWithoutCoverAfterQueryVariables = Exact<{
  after: number;
  perPage: number;
}>;


export type ListScenesWithoutCoverAfterQuery = { findScenes: { scenes: Array<{ id: string }> } };

export type ListStudiosChangedSinceQueryVariables = Exact<{
  since: string;
  page: number;
  perPage: number;
}>;


export type ListStudiosChangedSinceQuery = { findStudios: { studios: Array<{ id: string, updated_at: string }> } };

export type ListTagsChangedSinceQueryVariables = Exact<{
  since: string;
  page: number;
  perPage: number;
}>;


export type ListTagsChangedSinceQuery = { findTags: { tags: Array<{ id: string, updated_at: string }> } };

export class TypedDocumentString<TResult, TVariables>
  extends String
  implements DocumentTypeDecoration<TResult, TVariables>
{
  __apiType?: NonNullable<DocumentTypeDecoration<TResult, TVariables>['__apiType']>;
  private value: string;
  public __meta__?: Record<string, any> | undefined;

  constructor(value: string, __meta__?: Record<string, any> | undefined) {
    super(value);
    this.value = value;
    this.__meta__ = __meta__;
  }

  override toString(): string & DocumentTypeDecoration<TResult, TVariables> {
    return this.value;
  }
}
export const WholeSceneFragmentDoc = new TypedDocumentString(`
    fragment WholeScene on Scene {
  id
  title
  code
  details
  director
  date
  organized
  created_at
  updated_at
  files {
    id
    path
    size
    duration
    width
    height
    mod_time
    updated_at
    fingerprints {
      type
      value
    }
  }
  studio {
    id
    name
    parent_studio {
      id
      name
      parent_studio {
        id
        name
      }
    }
  }
  performers {
    id
    name
    disambiguation
    image_path
  }
  tags {
    id
    name
  }
  groups {
    scene_index
    group {
      id
      name
    }
  }
  stash_ids {
    endpoint
    stash_id
  }
}
    `, {"fragmentName":"WholeScene"}) as unknown as TypedDocumentString<WholeSceneFragment, unknown>;
export const CountScenesDocument = new TypedDocumentString(`
    query CountScenes {
  findScenes(filter: {per_page: 0}) {
    count
  }
}
    `) as unknown as TypedDocumentString<CountScenesQuery, CountScenesQueryVariables>;
export const FindFileByPathDocument = new TypedDocumentString(`
    query FindFileByPath($path: String!) {
  findFile(path: $path) {
    id
    path
    fingerprint(type: "oshash")
  }
}
    `) as unknown as TypedDocumentString<FindFileByPathQuery, FindFileByPathQueryVariables>;
export const FindSceneByOshashDocument = new TypedDocumentString(`
    query FindSceneByOshash($oshash: String!) {
  findSceneByHash(input: {oshash: $oshash}) {
    ...WholeScene
  }
}
    fragment WholeScene on Scene {
  id
  title
  code
  details
  director
  date
  organized
  created_at
  updated_at
  files {
    id
    path
    size
    duration
    width
    height
    mod_time
    updated_at
    fingerprints {
      type
      value
    }
  }
  studio {
    id
    name
    parent_studio {
      id
      name
      parent_studio {
        id
        name
      }
    }
  }
  performers {
    id
    name
    disambiguation
    image_path
  }
  tags {
    id
    name
  }
  groups {
    scene_index
    group {
      id
      name
    }
  }
  stash_ids {
    endpoint
    stash_id
  }
}`) as unknown as TypedDocumentString<FindSceneByOshashQuery, FindSceneByOshashQueryVariables>;
export const FindSceneDocument = new TypedDocumentString(`
    query FindScene($id: ID!) {
  findScene(id: $id) {
    ...WholeScene
  }
}
    fragment WholeScene on Scene {
  id
  title
  code
  details
  director
  date
  organized
  created_at
  updated_at
  files {
    id
    path
    size
    duration
    width
    height
    mod_time
    updated_at
    fingerprints {
      type
      value
    }
  }
  studio {
    id
    name
    parent_studio {
      id
      name
      parent_studio {
        id
        name
      }
    }
  }
  performers {
    id
    name
    disambiguation
    image_path
  }
  tags {
    id
    name
  }
  groups {
    scene_index
    group {
      id
      name
    }
  }
  stash_ids {
    endpoint
    stash_id
  }
}`) as unknown as TypedDocumentString<FindSceneQuery, FindSceneQueryVariables>;
export const FindScenesByPathPatternDocument = new TypedDocumentString(`
    query FindScenesByPathPattern($pattern: String!, $perPage: Int!) {
  findScenes(
    scene_filter: {path: {value: $pattern, modifier: MATCHES_REGEX}}
    filter: {sort: "id", direction: ASC, per_page: $perPage}
  ) {
    scenes {
      ...WholeScene
    }
  }
}
    fragment WholeScene on Scene {
  id
  title
  code
  details
  director
  date
  organized
  created_at
  updated_at
  files {
    id
    path
    size
    duration
    width
    height
    mod_time
    updated_at
    fingerprints {
      type
      value
    }
  }
  studio {
    id
    name
    parent_studio {
      id
      name
      parent_studio {
        id
        name
      }
    }
  }
  performers {
    id
    name
    disambiguation
    image_path
  }
  tags {
    id
    name
  }
  groups {
    scene_index
    group {
      id
      name
    }
  }
  stash_ids {
    endpoint
    stash_id
  }
}`) as unknown as TypedDocumentString<FindScenesByPathPatternQuery, FindScenesByPathPatternQueryVariables>;
export const GetCapabilitiesDocument = new TypedDocumentString(`
    query GetCapabilities {
  query: __type(name: "Query") {
    fields(includeDeprecated: true) {
      name
    }
  }
  scene: __type(name: "Scene") {
    fields(includeDeprecated: true) {
      name
    }
  }
  sceneFilter: __type(name: "SceneFilterType") {
    inputFields {
      name
    }
  }
}
    `) as unknown as TypedDocumentString<GetCapabilitiesQuery, GetCapabilitiesQueryVariables>;
export const GetServerStateDocument = new TypedDocumentString(`
    query GetServerState {
  version {
    version
    hash
  }
  systemStatus {
    status
    databaseSchema
    appSchema
  }
}
    `) as unknown as TypedDocumentString<GetServerStateQuery, GetServerStateQueryVariables>;
export const ListGroupsChangedSinceDocument = new TypedDocumentString(`
    query ListGroupsChangedSince($since: String!, $page: Int!, $perPage: Int!) {
  findGroups(
    group_filter: {updated_at: {value: $since, modifier: GREATER_THAN}}
    filter: {sort: "updated_at", direction: ASC, page: $page, per_page: $perPage}
  ) {
    groups {
      id
      updated_at
    }
  }
}
    `) as unknown as TypedDocumentString<ListGroupsChangedSinceQuery, ListGroupsChangedSinceQueryVariables>;
export const ListLibraryRootsDocument = new TypedDocumentString(`
    query ListLibraryRoots {
  configuration {
    general {
      stashes {
        path
        excludeVideo
      }
    }
  }
}
    `) as unknown as TypedDocumentString<ListLibraryRootsQuery, ListLibraryRootsQueryVariables>;
export const ListPerformersChangedSinceDocument = new TypedDocumentString(`
    query ListPerformersChangedSince($since: String!, $page: Int!, $perPage: Int!) {
  findPerformers(
    performer_filter: {updated_at: {value: $since, modifier: GREATER_THAN}}
    filter: {sort: "updated_at", direction: ASC, page: $page, per_page: $perPage}
  ) {
    performers {
      id
      updated_at
    }
  }
}
    `) as unknown as TypedDocumentString<ListPerformersChangedSinceQuery, ListPerformersChangedSinceQueryVariables>;
export const ListSceneIdsAfterDocument = new TypedDocumentString(`
    query ListSceneIdsAfter($after: Int!, $perPage: Int!) {
  findScenes(
    scene_filter: {id: {value: $after, modifier: GREATER_THAN}}
    filter: {sort: "id", direction: ASC, per_page: $perPage}
  ) {
    scenes {
      id
    }
  }
}
    `) as unknown as TypedDocumentString<ListSceneIdsAfterQuery, ListSceneIdsAfterQueryVariables>;
export const ListSceneStatesAfterDocument = new TypedDocumentString(`
    query ListSceneStatesAfter($after: Int!, $perPage: Int!) {
  findScenes(
    scene_filter: {id: {value: $after, modifier: GREATER_THAN}}
    filter: {sort: "id", direction: ASC, per_page: $perPage}
  ) {
    scenes {
      id
      updated_at
      files {
        id
        path
        updated_at
      }
    }
  }
}
    `) as unknown as TypedDocumentString<ListSceneStatesAfterQuery, ListSceneStatesAfterQueryVariables>;
export const ListScenesAfterDocument = new TypedDocumentString(`
    query ListScenesAfter($after: Int!, $perPage: Int!) {
  findScenes(
    scene_filter: {id: {value: $after, modifier: GREATER_THAN}}
    filter: {sort: "id", direction: ASC, per_page: $perPage}
  ) {
    scenes {
      ...WholeScene
    }
  }
}
    fragment WholeScene on Scene {
  id
  title
  code
  details
  director
  date
  organized
  created_at
  updated_at
  files {
    id
    path
    size
    duration
    width
    height
    mod_time
    updated_at
    fingerprints {
      type
      value
    }
  }
  studio {
    id
    name
    parent_studio {
      id
      name
      parent_studio {
        id
        name
      }
    }
  }
  performers {
    id
    name
    disambiguation
    image_path
  }
  tags {
    id
    name
  }
  groups {
    scene_index
    group {
      id
      name
    }
  }
  stash_ids {
    endpoint
    stash_id
  }
}`) as unknown as TypedDocumentString<ListScenesAfterQuery, ListScenesAfterQueryVariables>;
export const ListScenesChangedSinceDocument = new TypedDocumentString(`
    query ListScenesChangedSince($since: String!, $after: Int!, $perPage: Int!) {
  findScenes(
    scene_filter: {id: {value: $after, modifier: GREATER_THAN}, updated_at: {value: $since, modifier: GREATER_THAN}}
    filter: {sort: "id", direction: ASC, per_page: $perPage}
  ) {
    scenes {
      id
      updated_at
    }
  }
}
    `) as unknown as TypedDocumentString<ListScenesChangedSinceQuery, ListScenesChangedSinceQueryVariables>;
export const ListScenesWithFilesChangedSinceDocument = new TypedDocumentString(`
    query ListScenesWithFilesChangedSince($since: String!, $after: Int!, $perPage: Int!) {
  findScenes(
    scene_filter: {id: {value: $after, modifier: GREATER_THAN}, files_filter: {updated_at: {value: $since, modifier: GREATER_THAN}}}
    filter: {sort: "id", direction: ASC, per_page: $perPage}
  ) {
    scenes {
      id
      files {
        id
        path
        updated_at
      }
    }
  }
}
    `) as unknown as TypedDocumentString<ListScenesWithFilesChangedSinceQuery, ListScenesWithFilesChangedSinceQueryVariables>;
export const ListScenesWithoutCoverAfterDocument = new TypedDocumentString(`
    query ListScenesWithoutCoverAfter($after: Int!, $perPage: Int!) {
  findScenes(
    scene_filter: {id: {value: $after, modifier: GREATER_THAN}, is_missing: "cover"}
    filter: {sort: "id", direction: ASC, per_page: $perPage}
  ) {
    scenes {
      id
    }
  }
}
    `) as unknown as TypedDocumentString<ListScenesWithoutCoverAfterQuery, ListScenesWithoutCoverAfterQueryVariables>;
export const ListStudiosChangedSinceDocument = new TypedDocumentString(`
    query ListStudiosChangedSince($since: String!, $page: Int!, $perPage: Int!) {
  findStudios(
    studio_filter: {updated_at: {value: $since, modifier: GREATER_THAN}}
    filter: {sort: "updated_at", direction: ASC, page: $page, per_page: $perPage}
  ) {
    studios {
      id
      updated_at
    }
  }
}
    `) as unknown as TypedDocumentString<ListStudiosChangedSinceQuery, ListStudiosChangedSinceQueryVariables>;
export const ListTagsChangedSinceDocument = new TypedDocumentString(`
    query ListTagsChangedSince($since: String!, $page: Int!, $perPage: Int!) {
  findTags(
    tag_filter: {updated_at: {value: $since, modifier: GREATER_THAN}}
    filter: {sort: "updated_at", direction: ASC, page: $page, per_page: $perPage}
  ) {
    tags {
      id
      updated_at
    }
  }
}
    `) as unknown as TypedDocumentString<ListTagsChangedSinceQuery, ListTagsChangedSinceQueryVariables>;